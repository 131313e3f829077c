/** A run of text that reads as one line or paragraph, with the text nodes that it was read from. */
export interface TextBlock {
  text: string;
  /** The element that holds the text. */
  element: Element;
  /** Text nodes in order, with the offset of each in `text`. */
  nodes: { node: Text; start: number }[];
}

/** Stands for an element that is not read, so that the words on its sides stay apart. */
const GAP = '\ufffc';

/** Elements whose text is not the page's own prose. */
export const UNREAD =
  'script,style,noscript,template,code,kbd,samp,pre,textarea,input,select,option,datalist,title,head,svg,math,iframe,object,canvas,video,audio';

const BLOCKS =
  'address,article,aside,blockquote,body,button,caption,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,html,legend,li,main,nav,ol,p,section,summary,table,tbody,td,tfoot,th,thead,tr,ul';
const INLINES = 'b,i,em,strong,u,s,sup,sub,small,mark,font,abbr,cite,q,wbr,bdi,bdo,time,img';

type Display = 'block' | 'inline' | 'none';

/** What an element is to the text, by its local name; the others are asked for their style. */
const TAGS = new Map<string, Display>();
for (const tag of UNREAD.split(',')) TAGS.set(tag, 'none');
for (const tag of BLOCKS.split(',')) TAGS.set(tag, 'block');
for (const tag of INLINES.split(',')) TAGS.set(tag, 'inline');

/** Elements without text of their own that end a line, or stand between words. */
const LINE_ENDS = new Set(['br', 'hr']);
const BETWEEN = 'br,hr,input,select,textarea,svg,iframe,object,canvas,video,audio';

/** How far a line is followed from where it was found, in text nodes to either side. */
const LONGEST = 2000;

/** Finds the lines of text on a page as a reader sees them. What it learns of the page's styles it keeps: use it for one reading. */
export class Lines {
  private readonly displays = new Map<string, Display>();
  private lastParent: Node | null = null;
  private lastBlock: Element | null = null;

  /** The element whose text a text node is part of; null where the text is not read. */
  blockOf(node: Text): Element | null {
    const parent = node.parentNode;
    if (parent !== this.lastParent) {
      this.lastParent = parent;
      this.lastBlock = this.blockAround(parent);
    }
    return this.lastBlock;
  }

  /** The element whose text an element is part of: itself, unless it lies within a line; null where text is not read. */
  blockAt(element: Element): Element | null {
    return this.blockAround(element);
  }

  /** The lines that the text around a node forms; none where it is not read. */
  around(node: Text): TextBlock[] {
    const element = this.blockOf(node);
    if (!element) return [];
    if (element.textContent === node.data) return [{ text: node.data, element, nodes: [{ node, start: 0 }] }];
    const root = node.getRootNode();
    const walker = element.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const before: (Text | null)[] = [];
    const after: (Text | null)[] = [];
    this.follow(element, node, before, () => walker.previousNode() as Text | null, walker);
    this.follow(element, node, after, () => walker.nextNode() as Text | null, walker);
    while (before.length > 0 && !/\S/.test(before.at(-1)?.data ?? '')) before.pop();
    return cut(element, [...before.reverse(), node, ...after]);
  }

  /** Adds the nodes of a line in one direction; null stands for text that is not read. */
  private follow(
    element: Element,
    from: Text,
    found: (Text | null)[],
    step: () => Text | null,
    walker: TreeWalker,
  ) {
    walker.currentNode = from;
    for (let node = step(); node && found.length < LONGEST; node = step()) {
      const block = this.blockOf(node);
      if (block === element) found.push(node);
      else if (block === null && element.contains(node)) found.push(null);
      else return;
    }
  }

  private blockAround(parent: Node | null): Element | null {
    for (let outer = parent; outer; outer = outer.parentNode) {
      if (outer.nodeType !== 1) return (outer as ShadowRoot).host ?? null;
      const element = outer as Element;
      const display = TAGS.get(element.localName) ?? this.displayOf(element);
      if (display === 'block') return element;
      if (display === 'none') return null;
    }
    return null;
  }

  /** How an element that its name does not tell lies in the text. Asked once for each class and parent's class. */
  private displayOf(element: Element): Display {
    const style = element.getAttribute('style');
    if (style?.includes('display')) return displayFrom(getComputedStyle(element).display);
    const own = element.getAttribute('class') ?? '';
    const outer = element.parentElement?.getAttribute('class') ?? '';
    if (own === '' && outer === '' && element.localName === 'span') return 'inline';
    const key = `${outer}>${element.localName}.${own}`;
    let display = this.displays.get(key);
    if (display === undefined) {
      display = displayFrom(getComputedStyle(element).display);
      this.displays.set(key, display);
    }
    return display;
  }
}

/** Puts lines together from their nodes: cut where they are broken, with a gap where something stands between words. */
function cut(element: Element, nodes: (Text | null)[]): TextBlock[] {
  const separators = nodes.length > 1 ? [...element.querySelectorAll(BETWEEN)] : [];
  const lines: TextBlock[] = [];
  let line: TextBlock = { text: '', element, nodes: [] };
  let next = 0;
  for (const node of nodes) {
    if (node === null) {
      if (line.nodes.length > 0) line.text += GAP;
      continue;
    }
    while (next < separators.length && stands(separators[next]!, node)) {
      const separator = separators[next++]!;
      if (line.nodes.length === 0) continue;
      if (LINE_ENDS.has(separator.localName)) {
        lines.push(line);
        line = { text: '', element, nodes: [] };
      } else if (!line.text.endsWith(GAP)) line.text += GAP;
    }
    if (line.nodes.length === 0 && !/\S/.test(node.data)) continue;
    line.nodes.push({ node, start: line.text.length });
    line.text += node.data;
  }
  lines.push(line);
  return lines.filter(({ text }) => /[A-ZÀ-ÖØ-Þ$]/.test(text));
}

/** Whether an element stands before a text node. */
function stands(element: Element, node: Text): boolean {
  return (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function displayFrom(css: string): Display {
  if (css === 'none') return 'none';
  return css === '' || css.startsWith('inline') || css === 'contents' ? 'inline' : 'block';
}

/** The range on the page that holds `text.slice(start, end)` of a block. */
export function rangeOf(block: TextBlock, start: number, end: number): Range {
  const range = block.element.ownerDocument.createRange();
  const first = nodeAt(block, start, false);
  const last = nodeAt(block, end, true);
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

function nodeAt(block: TextBlock, offset: number, end: boolean) {
  let found = block.nodes[0]!;
  for (const entry of block.nodes) {
    if (end ? entry.start >= offset : entry.start > offset) break;
    found = entry;
  }
  return found;
}
