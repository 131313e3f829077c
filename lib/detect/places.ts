/** Order of two elements on the page, for sorting: an element before what is inside it, a host before its shadow tree. */
export function comparePlaces(a: Element, b: Element): number {
  if (a === b) return 0;
  const order = a.compareDocumentPosition(b);
  if (!(order & Node.DOCUMENT_POSITION_DISCONNECTED))
    return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  const ways = [wayTo(a), wayTo(b)] as const;
  let level = 0;
  while (ways[0][level] === ways[1][level]) level++;
  const [one, other] = [ways[0][level], ways[1][level]];
  if (!one) return -1;
  if (!other) return 1;
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Whether an element stands below another, shadow trees included, or is the other. */
export function holds(outer: Element, inner: Element): boolean {
  return outer.contains(inner) || wayTo(inner).some((host) => outer.contains(host));
}

/** The shadow hosts around an element, the outermost first, and the element itself. */
function wayTo(element: Element): Element[] {
  const way = [element];
  for (let root = element.getRootNode(); isShadow(root); root = root.host.getRootNode())
    way.unshift(root.host);
  return way;
}

function isShadow(root: Node): root is ShadowRoot {
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root;
}
