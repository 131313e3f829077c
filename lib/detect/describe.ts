import { UNREAD } from './blocks';
import { WHOLE } from './extract';
import type { TextBlock } from './lines';
import type { Block } from './types';
import { CELL, isShort, unitOf } from './units';

/** Attributes in which widgets keep the symbol that they show. */
const SYMBOL_ATTRIBUTES = ['data-symbol', 'data-ticker'];
const MARKED = SYMBOL_ATTRIBUTES.map((name) => `[${name}]`).join();
const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
/** Code, and what the user types. */
const SHUT = `${UNREAD},${EDITABLE}`;
const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
const ITEM = 'li,dt';
const TABLE = 'table,[role="table"],[role="grid"]';

/** Gives each element that it is asked about a number of its own. */
const numbers = new WeakMap<Element, number>();
let count = 0;
function numberOf(element: Element): number {
  let number = numbers.get(element);
  if (number === undefined) {
    number = ++count;
    numbers.set(element, number);
  }
  return number;
}

/** What the page's elements say of a line of text; null where it is not text to read: code, or what the user types. */
export function describe({ text, element, nodes }: TextBlock): Block | null {
  if (element.closest(SHUT) || isInEditable(nodes)) return null;
  const block: Block = { text, kind: kindOf(element) };
  const links = linksOf(element, nodes);
  if (links.length > 0) block.links = links;
  const symbols = symbolsOf(element, nodes);
  if (symbols.length > 0) block.symbols = symbols;
  if (text.length < 16 && WHOLE.test(text)) {
    const unit = unitOf(element);
    block.columns = columnsOf(unit);
    const beside = besideOf(unit);
    if (beside) block.beside = beside;
  }
  return block;
}

function kindOf(element: Element): Block['kind'] {
  const holder = element.closest(`${HEADING},${CELL},${ITEM}`);
  if (!holder) return 'prose';
  if (holder.matches(CELL)) return 'cell';
  return holder.matches(ITEM) ? 'item' : 'heading';
}

function isInEditable(nodes: TextBlock['nodes']): boolean {
  return nodes.length > 1 && nodes.some(({ node }) => node.parentElement?.closest(EDITABLE));
}

/** Where links stand in a block, those around the whole of it included. */
function linksOf(element: Element, nodes: TextBlock['nodes']): NonNullable<Block['links']> {
  return partsBy(element, nodes, 'a').map(({ start, end, holder }) => ({
    start,
    end,
    href: holder.getAttribute('href') ?? '',
  }));
}

function symbolsOf(element: Element, nodes: TextBlock['nodes']): NonNullable<Block['symbols']> {
  return partsBy(element, nodes, MARKED).map(({ start, end, holder }) => ({
    start,
    end,
    symbol: SYMBOL_ATTRIBUTES.map((name) => holder.getAttribute(name)).find(Boolean) ?? '',
  }));
}

/** The parts of a block that stand in elements of one kind. */
function partsBy(element: Element, nodes: TextBlock['nodes'], selector: string) {
  const parts: { start: number; end: number; holder: Element }[] = [];
  if (nodes.length > 1 && !element.closest(selector) && !element.querySelector(selector)) return parts;
  for (const { node, start } of nodes) {
    const holder = node.parentElement?.closest(selector);
    const last = parts.at(-1);
    if (!holder) continue;
    if (last?.holder === holder) last.end = start + node.length;
    else parts.push({ start, end: start + node.length, holder });
  }
  return parts;
}

/** A table's column; elsewhere the list that the unit may be an item of, or a part of an item of. */
function columnsOf(unit: Element): string[] {
  const cell = unit.closest(CELL);
  const table = cell?.closest(TABLE);
  if (cell && table) {
    const index = (cell as HTMLTableCellElement).cellIndex ?? placeOf(cell);
    return [`${numberOf(table)}.${index}`];
  }
  const list = unit.parentElement;
  return [list, list?.parentElement].flatMap((one) => (one ? [`${numberOf(one)}`] : []));
}

function placeOf(element: Element): number {
  let place = 0;
  for (let one = element.previousElementSibling; one; one = one.previousElementSibling) place++;
  return place;
}

/** The nearest text beside a symbol that reads like a name: after it, before it, or one further on. */
function besideOf(unit: Element): string | undefined {
  const next = unit.nextElementSibling;
  for (const other of [next, unit.previousElementSibling, next?.nextElementSibling]) {
    if (!other || !isShort(other) || other.closest(UNREAD)) continue;
    const text = other.textContent ?? '';
    if (/[A-Za-z]{2}/.test(text) && /[A-Z]/.test(text) && !WHOLE.test(text)) return text;
  }
  return undefined;
}
