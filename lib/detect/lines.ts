import type { Blocks } from './blocks';

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

/** Elements without text of their own that end a line, or stand between words. */
const LINE_ENDS = new Set(['br', 'hr']);
const BETWEEN = 'br,hr,input,select,textarea,svg,iframe,object,canvas,video,audio';

/** How far a line is followed from where it was found, in text nodes to either side. */
const LONGEST = 2000;

/** The lines that the text around a node forms; none where it is not read. */
export function linesAround(node: Text, blocks: Blocks): TextBlock[] {
  const element = blocks.blockOf(node);
  if (!element) return [];
  if (isAlone(node, element)) return [{ text: node.data, element, nodes: [{ node, start: 0 }] }];
  const walker = element.ownerDocument.createTreeWalker(node.getRootNode(), NodeFilter.SHOW_TEXT);
  const follow = (step: () => Node | null) => {
    const found: (Text | null)[] = [];
    walker.currentNode = node;
    for (let next = step() as Text | null; next && found.length < LONGEST; next = step() as Text | null) {
      const block = blocks.blockOf(next);
      if (block === element) found.push(next);
      // What is not read within the line keeps its sides apart
      else if (block === null && element.contains(next)) found.push(null);
      else break;
    }
    return found;
  };
  const before = follow(() => walker.previousNode());
  while (before.length > 0 && !/\S/.test(before.at(-1)?.data ?? '')) before.pop();
  return cut(element, [...before.reverse(), node, ...follow(() => walker.nextNode())]);
}

/** Whether an element holds one text and nothing else. */
function isAlone(node: Text, element: Element): boolean {
  let inner: Node | null = node;
  while (inner && inner !== element && !inner.previousSibling && !inner.nextSibling) inner = inner.parentNode;
  return inner === element;
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
