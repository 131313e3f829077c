import type { Blocks } from './blocks';

export const CELL = 'td,th,[role="cell"],[role="gridcell"]';
const ROW = 'tr,[role="row"]';

/** A text beside a symbol is a name only up to this length. */
const NAME = 120;
/** How far a symbol's wrappers are climbed to what stands beside it. */
const WRAPPERS = 4;

/** The table row that a block stands in, else the block itself: where a company needs only one badge. */
export function rowOf(element: Element): Element {
  return element.closest(CELL)?.closest(ROW) ?? element;
}

/** An element with all that merely wraps it. */
export function unitOf(element: Element): Element {
  let unit = element;
  for (let climbed = 0; climbed < WRAPPERS; climbed++) {
    const { parentElement } = unit;
    if (parentElement?.childElementCount !== 1 || unit.matches(CELL)) break;
    unit = parentElement;
  }
  return unit;
}

/** Whether an element's text is short enough to be no more than a name. */
export function isShort(element: Element): boolean {
  return element.childElementCount < 12 && (element.textContent ?? '').length <= NAME;
}

/**
 * The parts of the page to read again when an element has changed: itself, and what stands beside it where one text
 * may be the name of the other.
 */
export function neighborhoodOf(element: Element, blocks: Blocks): Element[] {
  const row = element.closest(ROW);
  if (row) return [row];
  const unit = unitOf(element);
  const before = unit.previousElementSibling;
  const roots = [element];
  for (const one of [before?.previousElementSibling, before, unit.nextElementSibling]) {
    if (one && isShort(one) && blocks.blockAt(one) === one) roots.push(one);
  }
  return roots;
}

/** Whether an element can be seen. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
