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

const SKIP = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE CODE KBD SAMP PRE TEXTAREA INPUT SELECT OPTION DATALIST TITLE HEAD SVG MATH IFRAME OBJECT CANVAS VIDEO AUDIO'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LEGEND LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const KINDS: Record<string, Block['kind']> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  TD: 'cell',
  TH: 'cell',
  LI: 'item',
  DT: 'item',
};
const ROLES: Record<string, string> = {
  table: 'TABLE',
  grid: 'TABLE',
  row: 'TR',
  gridcell: 'TD',
  cell: 'TD',
};
const SYMBOL_ATTRIBUTES = ['data-symbol', 'data-ticker'];

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

  /** How an element that is no known block lies in the text. Asked once for each tag, class and parent. */
  function displayOf(element: Element, path: string): Display {
    const fixed = element.getAttribute('style');
    const key = fixed ? `${path};${fixed}` : path;
    let display = displays.get(key);
    if (display === undefined) {
      const css = getComputedStyle(element).display;
      display =
        css === 'none'
          ? 'none'
          : css === '' || css.startsWith('inline') || css === 'contents'
            ? 'inline'
            : 'block';
      displays.set(key, display);
    }
    return display;
  }

  function walk(parent: Node, element: Element, path: string, kind: Block['kind'], table: Table | undefined) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const data = (node as Text).data;
        if (text !== '' || /\S/.test(data)) {
          nodes.push({ node: node as Text, start: text.length });
          text += data;
        }
      } else if (node.nodeType === 1) enter(node as Element, element, path, kind, table);
    }
  }

  function enter(
    child: Element,
    element: Element,
    path: string,
    outerKind: Block['kind'],
    outerTable: Table | undefined,
  ) {
    const role = child.getAttribute('role');
    const tag = (role && ROLES[role]) || child.tagName.toUpperCase();
    if (SKIP.has(tag) || isEditable(child)) {
      if (text !== '') text += GAP;
      return;
    }
    if (tag === 'BR') {
      flush(element, outerKind, outerTable);
      return;
    }
    const known = BLOCKS.has(tag);
    const childPath = known ? `${tag}.${child.className}` : `${path}>${tag}.${child.className}`;
    const display = known ? 'block' : displayOf(child, childPath);
    if (display === 'none') return;

    let table = outerTable;
    if (tag === 'TABLE') table = { id: ++tables, row: -1, column: -1 };
    else if (table && tag === 'TR') {
      table.row++;
      table.column = -1;
    } else if (table && (tag === 'TD' || tag === 'TH')) table.column++;

    if (display === 'block') {
      flush(element, outerKind, outerTable);
      const kind =
        KINDS[tag] ?? (role === 'heading' ? 'heading' : outerKind === 'heading' ? 'heading' : outerKind);
      const outerLink = link;
      if (tag === 'A') link = { href: (child as HTMLAnchorElement).href, start: 0 };
      const outerSymbol = symbol;
      symbol = symbolOf(child) ?? symbol;
      walk(child, child, childPath, kind, table);
      if (child.shadowRoot) walk(child.shadowRoot, child, childPath, kind, table);
      flush(child, kind, table);
      link = outerLink;
      symbol = outerSymbol;
      return;
    }
    const outerLink = link;
    const outerSymbol = symbol;
    if (tag === 'A') link = { href: (child as HTMLAnchorElement).href, start: text.length };
    symbol = symbolOf(child) ?? symbol;
    walk(child, element, childPath, outerKind, table);
    if (child.shadowRoot) walk(child.shadowRoot, element, childPath, outerKind, table);
    if (link !== outerLink) closeLink();
    if (symbol !== outerSymbol) closeSymbol();
    link = outerLink;
    symbol = outerSymbol;
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

  const top = root.nodeType === 9 ? (root as Document).body : (root as Element);
  if (!top) return blocks;
  if (top.nodeType === 3) {
    const holder = top.parentElement;
    return holder ? readBlocks(holder) : blocks;
  }
  if (top.nodeType === 11) {
    const host = (top as Node as ShadowRoot).host;
    if (host) {
      walk(top, host, '', 'prose', undefined);
      flush(host, 'prose', undefined);
    }
    return blocks;
  }
  enter(top, top, '', kindAt(top), undefined);
  flush(top, kindAt(top), undefined);
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

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value !== 'false';
}

function visible(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
