import { createHtml } from './badge';
import type { Ground } from './colors';

/** Tag of every element that Minnow adds to a page. */
const HOST_TAG = 'minnow-badges';

const STYLE: Record<string, string> = {
  all: 'initial',
  position: 'relative',
  float: 'left',
  display: 'block',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  direction: 'ltr',
  'writing-mode': 'horizontal-tb',
};

/** A zero-size element that takes no part in the page's layout, and the place inside it where badges go. */
export interface Host {
  element: HTMLElement;
  surface: HTMLElement;
}

/** Styles are inline and important, which no rule of the page outranks; what is inside is closed to the page. */
export function createHost(sheets: CSSStyleSheet[], ground: Ground, palette: string): Host {
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', HOST_TAG) as HTMLElement;
  for (const [name, value] of Object.entries(STYLE)) element.style.setProperty(name, value, 'important');
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = sheets;
  const surface = createHtml('div');
  surface.className = 'surface';
  surface.dataset.theme = ground;
  surface.dataset.palette = palette;
  root.append(surface);
  return { element, surface };
}

export function isHost(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && (node as Element).localName === HOST_TAG;
}

/** Removes hosts that an older copy of this script left behind. */
export function removeStrayHosts(root: Document | Element): void {
  for (const stray of root.querySelectorAll(HOST_TAG)) stray.remove();
}
