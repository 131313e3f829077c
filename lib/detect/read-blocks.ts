import type { Block } from './types';

/** A block together with the text nodes it was read from, so that parts of it can be found again on the page. */
export interface PageBlock extends Block {
  /** The element that holds the block's text. */
  element: Element;
  /** Text nodes in order, with the offset of each in `text`. */
  nodes: { node: Text; start: number }[];
}

/** Stands for an element that is not read, so that the words on its sides stay apart. */
const GAP = '\ufffc';

/** What an element is to the text, by its local name; the others are asked for their style. */
const TAGS = new Map<string, 'skip' | 'block' | 'inline'>();
for (const tag of 'script style noscript template code kbd samp pre textarea input select option datalist title head svg math iframe object canvas video audio'.split(
  ' ',
))
  TAGS.set(tag, 'skip');
for (const tag of 'address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
  ' ',
))
  TAGS.set(tag, 'block');
for (const tag of 'b i em strong u s sup sub small mark font abbr cite q wbr bdi bdo time img'.split(' '))
  TAGS.set(tag, 'inline');

const KINDS: Record<string, Block['kind']> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  td: 'cell',
  th: 'cell',
  li: 'item',
  dt: 'item',
};
const ROLES: Record<string, string> = {
  table: 'table',
  grid: 'table',
  row: 'tr',
  gridcell: 'td',
  cell: 'td',
  heading: 'h6',
};

/** Attributes in which widgets keep the symbol that they show. */
const SYMBOL_ATTRIBUTES = ['data-symbol', 'data-ticker'];
/** Elements whose attributes matter; looked up once, as asking each element for each attribute is slow. */
const MARKED = '[role],[contenteditable],[data-symbol],[data-ticker]';

type Table = { id: number; row: number; column: number };
type Display = 'block' | 'inline' | 'none';

let tables = 0;

/**
 * Reads the visible text below a node, in document order, without touching the page.
 * Open shadow roots are read; frames are not: each has a script of its own.
 */
export function readBlocks(root: Node): PageBlock[] {
  const blocks: PageBlock[] = [];
  const displays = new Map<string, Display>();
  const marked = new Set<Element>();
  let text = '';
  let nodes: PageBlock['nodes'] = [];
  let links: { start: number; end: number; href: string }[] = [];
  let symbols: { start: number; end: number; symbol: string }[] = [];
  let link: { href: string; start: number } | undefined;
  let symbol: { symbol: string; start: number } | undefined;

  /** Ends the block that `element` holds. */
  function flush(element: Element, kind: Block['kind'], table: Table | undefined) {
    if (nodes.length > 0) {
      closeLink();
      closeSymbol();
      if (/[A-Z]/.test(text) && visible(element)) {
        const block: PageBlock = { text, kind, element, nodes };
        if (links.length > 0) block.links = links;
        if (symbols.length > 0) block.symbols = symbols;
        if (table && kind === 'cell') block.table = { ...table };
        blocks.push(block);
      }
      nodes = [];
      links = [];
      symbols = [];
    }
    text = '';
    if (link) link.start = 0;
    if (symbol) symbol.start = 0;
  }

  /** How an element that its name does not tell lies in the text. Asked once for each class and parent's class. */
  function displayOf(child: Element, parent: Element): Display {
    const style = child.getAttribute('style');
    if (style?.includes('display')) return displayFrom(getComputedStyle(child).display);
    const own = child.className;
    const outer = parent.className;
    if (own === '' && outer === '' && child.localName === 'span') return 'inline';
    const key = `${outer}>${child.localName}.${own}`;
    let display = displays.get(key);
    if (display === undefined) {
      display = displayFrom(getComputedStyle(child).display);
      displays.set(key, display);
    }
    return display;
  }

  function walk(parent: Node, element: Element, kind: Block['kind'], table: Table | undefined) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const type = node.nodeType;
      if (type === 3) {
        const data = (node as Text).data;
        if (text !== '' || /\S/.test(data)) {
          nodes.push({ node: node as Text, start: text.length });
          text += data;
        }
      } else if (type === 1) enter(node as Element, element, kind, table);
    }
  }

  function enter(child: Element, element: Element, outerKind: Block['kind'], outerTable: Table | undefined) {
    let tag = child.localName;
    const isMarked = marked.has(child);
    if (isMarked) {
      tag = ROLES[child.getAttribute('role') ?? ''] ?? tag;
      if (isEditable(child)) tag = 'script';
    }
    const known = TAGS.get(tag);
    if (known === 'skip') {
      if (text !== '') text += GAP;
      return;
    }
    if (tag === 'br') {
      flush(element, outerKind, outerTable);
      return;
    }
    const display = known ?? displayOf(child, child.parentElement ?? element);
    if (display === 'none') return;

    let table = outerTable;
    if (tag === 'table') table = { id: ++tables, row: -1, column: -1 };
    else if (table && tag === 'tr') {
      table.row++;
      table.column = -1;
    } else if (table && (tag === 'td' || tag === 'th')) table.column++;

    const isBlock = display === 'block';
    if (isBlock) flush(element, outerKind, outerTable);
    const holder = isBlock ? child : element;
    const kind = isBlock ? (KINDS[tag] ?? outerKind) : outerKind;
    const outerLink = link;
    const outerSymbol = symbol;
    if (tag === 'a') link = { href: child.getAttribute('href') ?? '', start: text.length };
    if (isMarked) symbol = symbolOf(child) ?? symbol;
    walk(child, holder, kind, table);
    const shadow = tag.includes('-') || known === 'block' ? child.shadowRoot : null;
    if (shadow) {
      collectMarked(shadow);
      walk(shadow, holder, kind, table);
    }
    if (isBlock) flush(holder, kind, table);
    else {
      if (link !== outerLink) closeLink();
      if (symbol !== outerSymbol) closeSymbol();
    }
    link = outerLink;
    symbol = outerSymbol;
  }

  function collectMarked(root: ParentNode) {
    for (const element of root.querySelectorAll(MARKED)) marked.add(element);
  }

  function closeLink() {
    if (link && text.length > link.start)
      links.push({ start: link.start, end: text.length, href: link.href });
  }

  function closeSymbol() {
    if (symbol && text.length > symbol.start)
      symbols.push({ start: symbol.start, end: text.length, symbol: symbol.symbol });
  }

  function symbolOf(element: Element): { symbol: string; start: number } | undefined {
    for (const name of SYMBOL_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value) return { symbol: value, start: text.length };
    }
    return undefined;
  }

  const top = root.nodeType === 9 ? (root as Document).body : root;
  if (!top) return blocks;
  if (top.nodeType === 3) return top.parentElement ? readBlocks(top.parentElement) : blocks;
  collectMarked(top as ParentNode & Node);
  if (top.nodeType === 11) {
    const host = (top as ShadowRoot).host;
    if (host) {
      walk(top, host, 'prose', undefined);
      flush(host, 'prose', undefined);
    }
    return blocks;
  }
  const element = top as Element;
  if (element.matches(MARKED)) marked.add(element);
  enter(element, element, kindAt(element), undefined);
  flush(element, kindAt(element), undefined);
  return blocks;
}

/** The range on the page that holds `text.slice(start, end)` of a block. */
export function rangeOf(block: PageBlock, start: number, end: number): Range {
  const range = block.element.ownerDocument.createRange();
  const first = nodeAt(block, start, false);
  const last = nodeAt(block, end, true);
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

function nodeAt(block: PageBlock, offset: number, end: boolean) {
  let found = block.nodes[0]!;
  for (const entry of block.nodes) {
    if (end ? entry.start >= offset : entry.start > offset) break;
    found = entry;
  }
  return found;
}

function kindAt(element: Element): Block['kind'] {
  if (element.closest('h1,h2,h3,h4,h5,h6,[role=heading]')) return 'heading';
  if (element.closest('td,th,[role=cell],[role=gridcell]')) return 'cell';
  return element.closest('li,dt') ? 'item' : 'prose';
}

function displayFrom(css: string): Display {
  if (css === 'none') return 'none';
  return css === '' || css.startsWith('inline') || css === 'contents' ? 'inline' : 'block';
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value !== 'false';
}

function visible(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
