import type { Verdict } from '../thesis/types';
import type { Ground } from './colors';
import { removeStrayHosts } from './host';

const OURS = 'minnow-';
const VERDICTS: Verdict[] = ['supports', 'neutral', 'against', 'unknown'];
export const GROUNDS: Ground[] = ['light', 'dark'];

/** Name of the marks of one verdict on one ground, and of what is shown for a moment. */
export const markName = (verdict: Verdict, ground: Ground) => `${OURS}${verdict}-${ground}`;
export const HERE = `${OURS}here`;

/**
 * Takes off a document or shadow root what another copy of this script left when the browser ended it, as on an update:
 * hosts, marks and their style sheet.
 */
export function removeLeftovers(root: Document | ShadowRoot): void {
  removeStrayHosts(root);
  if (root instanceof Document) {
    const names = VERDICTS.flatMap((verdict) => GROUNDS.map((ground) => markName(verdict, ground)));
    for (const name of [...names, HERE]) CSS.highlights?.delete(name);
  }
  const left = [...root.adoptedStyleSheets].filter((sheet) => !holdsMarks(sheet));
  if (left.length < root.adoptedStyleSheets.length) root.adoptedStyleSheets = left;
}

/** Whether a sheet is one of Minnow's, this copy's or another's. */
export function holdsMarks(sheet: CSSStyleSheet): boolean {
  const [media] = sheet.cssRules;
  return media instanceof CSSMediaRule && media.cssText.includes(`::highlight(${OURS}`);
}
