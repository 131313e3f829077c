import type { BadgeFact, PageView } from '../messages';
import { showScore, spokenScore, VERDICTS } from '../verdicts';
import type { Placement } from './place';

/** By how much a badge is larger than the usual one. */
export const SIZES: Record<PageView['badges']['size'], number> = { small: 0.85, normal: 1, large: 1.3 };

/** Width of a badge in its full form, CSS pixels: fixed by its characters, so that it is known before it is drawn. */
export function pillWidth({ score, verdict }: Pick<BadgeFact, 'score' | 'verdict'>): number {
  return verdict === 'unknown' || score === null ? 18 : 17 + 6.5 * showScore(score).length;
}

/** A badge: a button that names company, score and verdict to a screen reader. */
export function createBadge(fact: BadgeFact): HTMLButtonElement {
  const badge = createHtml('button');
  badge.type = 'button';
  badge.className = 'badge';
  badge.dataset.verdict = fact.verdict;
  badge.dataset.shape = VERDICTS[fact.verdict].shape;
  badge.dataset.score = fact.score === null ? '' : showScore(fact.score);
  badge.setAttribute('aria-label', spokenScore(fact.name, fact.score, fact.verdict));
  badge.setAttribute('aria-haspopup', 'dialog');
  badge.setAttribute('aria-expanded', 'false');
  return badge;
}

/** How far a badge reaches past its edges for a finger, CSS pixels. */
export const REACH = 7.5;

/** Puts a badge at its place; `originX` and `originY` are its host's place in the viewport, `scale` the host's zoom. */
export function moveBadge(
  badge: HTMLElement,
  { form, box }: Placement,
  origin: { left: number; top: number },
  scale: number,
): void {
  badge.dataset.form = form;
  badge.style.left = `${(box.left - origin.left) / scale}px`;
  badge.style.top = `${(box.top - origin.top) / scale}px`;
  badge.style.width = `${(box.right - box.left) / scale}px`;
}

/** An HTML element, in XHTML documents too. */
export function createHtml<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] {
  return document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElementTagNameMap[K];
}
