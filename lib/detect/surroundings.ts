import { UNREAD } from './blocks';
import type { Block } from './types';
import { CELL } from './units';

/** Attributes in which widgets keep the symbol that they show. */
export const SYMBOL_ATTRIBUTES = ['data-symbol', 'data-ticker'];
const MARKED = SYMBOL_ATTRIBUTES.map((name) => `[${name}]`).join();
const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
const ITEM = 'li,dt';
const TABLE = 'table,[role="table"],[role="grid"]';
/** What can be told from an element's name alone is quicker to ask than a selector. */
const TELLING_TAGS = new Set(
  `${UNREAD},${HEADING},${ITEM},${CELL},${TABLE},a`.split(',').filter((part) => /^\w+$/.test(part)),
);
const TELLING_ATTRIBUTES = `[contenteditable],[role],${MARKED}`;

/** What a place on the page is part of; an element counts as part of itself. */
interface Surrounding {
  /** Code. */
  unread: boolean;
  /** What the user types. */
  editable: boolean;
  kind: Block['kind'];
  cell?: Element;
  table?: Element;
  link?: Element;
  /** An element whose attributes give a symbol. */
  marked?: Element;
}

const NOTHING: Surrounding = { unread: false, editable: false, kind: 'prose' };

/** Tells what elements are part of. Each is asked once, so use it for one reading: the page may change. */
export class Surroundings {
  private readonly known = new Map<Element, Surrounding>();

  of(element: Element): Surrounding {
    const path: Element[] = [];
    let found: Surrounding | undefined;
    for (let outer: Element | null = element; outer; outer = outer.parentElement) {
      found = this.known.get(outer);
      if (found) break;
      path.push(outer);
    }
    found ??= NOTHING;
    for (let at = path.length - 1; at >= 0; at--) {
      const inner = path[at]!;
      if (TELLING_TAGS.has(inner.localName) || inner.matches(TELLING_ATTRIBUTES))
        found = within(found, inner);
      this.known.set(inner, found);
    }
    return found;
  }
}

function within(outer: Surrounding, element: Element): Surrounding {
  const found = { ...outer };
  if (element.matches(UNREAD)) found.unread = true;
  if (element.matches(EDITABLE)) found.editable = true;
  if (element.matches(TABLE)) found.table = element;
  if (element.matches('a')) found.link = element;
  if (element.matches(MARKED)) found.marked = element;
  if (element.matches(CELL)) {
    found.cell = element;
    found.kind = 'cell';
  } else if (element.matches(ITEM)) found.kind = 'item';
  else if (element.matches(HEADING)) found.kind = 'heading';
  return found;
}
