import { WHOLE } from './extract';
import type { TextBlock } from './lines';
import { type Surroundings, SYMBOL_ATTRIBUTES } from './surroundings';
import type { Block } from './types';
import { isShort, unitOf } from './units';

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
export function describe({ text, element, nodes }: TextBlock, surroundings: Surroundings): Block | null {
  const around = surroundings.of(element);
  if (around.unread || around.editable) return null;
  const block: Block = { text, kind: around.kind };
  const links: NonNullable<Block['links']> = [];
  const symbols: NonNullable<Block['symbols']> = [];
  let lastLink: Element | undefined;
  let lastMarked: Element | undefined;
  for (const { node, start } of nodes) {
    const { parentElement } = node;
    if (!parentElement) continue;
    const { editable, link, marked } = surroundings.of(parentElement);
    if (editable) return null;
    const end = start + node.length;
    if (link && link === lastLink) links.at(-1)!.end = end;
    else if (link) links.push({ start, end, href: link.getAttribute('href') ?? '' });
    if (marked && marked === lastMarked) symbols.at(-1)!.end = end;
    else if (marked) symbols.push({ start, end, symbol: symbolOf(marked) });
    lastLink = link ?? lastLink;
    lastMarked = marked ?? lastMarked;
  }
  // Those around the whole of the block included
  if (links.length > 0) block.links = links;
  if (symbols.length > 0) block.symbols = symbols;
  if (text.length < 16 && WHOLE.test(text)) {
    const unit = unitOf(element);
    block.columns = columnsOf(unit, surroundings);
    const beside = besideOf(unit, surroundings);
    if (beside) block.beside = beside;
  }
  return block;
}

function symbolOf(marked: Element): string {
  return SYMBOL_ATTRIBUTES.map((name) => marked.getAttribute(name)).find(Boolean) ?? '';
}

/** A table's column; elsewhere the list that the unit may be an item of, or a part of an item of. */
function columnsOf(unit: Element, surroundings: Surroundings): string[] {
  const { cell } = surroundings.of(unit);
  const { table } = cell ? surroundings.of(cell) : {};
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
function besideOf(unit: Element, surroundings: Surroundings): string | undefined {
  const next = unit.nextElementSibling;
  for (const other of [next, unit.previousElementSibling, next?.nextElementSibling]) {
    if (!other || !isShort(other) || surroundings.of(other).unread) continue;
    const text = other.textContent ?? '';
    if (/[A-Za-z]{2}/.test(text) && /[A-Z]/.test(text) && !WHOLE.test(text)) return text;
  }
  return undefined;
}
