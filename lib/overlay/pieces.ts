/** Parts of a page with more elements than this are read piece by piece, so that no slice of work grows long. */
const LARGE = 400;
const SPLITTABLE = new Set([
  'BODY',
  'MAIN',
  'ARTICLE',
  'SECTION',
  'DIV',
  'ASIDE',
  'HEADER',
  'FOOTER',
  'FORM',
  'UL',
  'OL',
]);

/** The parts of some elements that can be read on their own: large containers without text of their own are split. */
export function* piecesOf(roots: Iterable<Element>): Generator<Element> {
  for (const root of roots) {
    if (isSplittable(root)) yield* piecesOf(root.children);
    else yield root;
  }
}

function isSplittable(element: Element): boolean {
  if (!SPLITTABLE.has(element.tagName) || element.shadowRoot) return false;
  if (element.getElementsByTagName('*').length < LARGE) return false;
  if (element.matches('[role],[data-symbol],[data-ticker],[contenteditable]')) return false;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data)) return false;
  }
  return true;
}
