import { t } from '../i18n';
import { createHtml, SIZES } from './badge';
import type { Look } from './block-view';
import type { Ground } from './colors';

/** Tag of every element that Minnow adds to a page. */
const HOST_TAG = 'minnow-badges';

/** A zero-size element that takes no part in the page's layout, and the place inside it where badges go. */
export interface Host {
  element: HTMLElement;
  surface: HTMLElement;
}

/** An empty element to the page: its style is important in its own shadow, which no rule of the page outranks. */
export function createHost(sheets: CSSStyleSheet[], ground: Ground, look: Look): Host {
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', HOST_TAG) as HTMLElement;
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = sheets;
  const surface = createHtml('div');
  surface.className = 'surface';
  surface.lang = t('lang');
  surface.dataset.theme = ground;
  surface.dataset.palette = look.palette;
  surface.dataset.quiet = String(look.quiet);
  surface.style.setProperty('--size', String(SIZES[look.size]));
  root.append(surface);
  return { element, surface };
}

export function isHost(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && (node as Element).localName === HOST_TAG;
}

/** Removes hosts that an older copy of this script left behind, and copies that the page made of ours. */
export function removeStrayHosts(root: Document | ShadowRoot): void {
  for (const stray of root.querySelectorAll(HOST_TAG)) stray.remove();
}
