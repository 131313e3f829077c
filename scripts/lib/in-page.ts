/** Looks at what the extension added to a page. These functions run in the tab: each stands on its own. */

/** How each browser lets an extension look into a closed shadow root. */
interface ExtensionWorld {
  chrome: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot } };
}
interface FirefoxElement extends Element {
  openOrClosedShadowRoot: ShadowRoot;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SeenBadge extends Box {
  /** What a screen reader says. */
  label: string;
  /** The number it shows; empty when there is none. */
  score: string;
  verdict: string;
  /** "header" for the larger badge of a quote page. */
  form: string;
}

export interface SeenCard extends Box {
  label: string;
  text: string;
  /** Canvases with something painted on them. */
  charts: number;
  factors: number;
  buttons: (Box & { text: string })[];
  hasFocus: boolean;
}

/** Every badge that can be seen, in CSS pixels of the window. */
export function seeBadges(): SeenBadge[] {
  const closed = (host: Element) => {
    const { dom } = (globalThis as unknown as ExtensionWorld).chrome;
    return dom ? dom.openOrClosedShadowRoot(host) : (host as FirefoxElement).openOrClosedShadowRoot;
  };
  /** Whether a box that clips its content hides all of a badge. */
  const clipped = (host: Element, { left, top, right, bottom }: DOMRect) => {
    for (let box = host.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue;
      const edge = box.getBoundingClientRect();
      if (right <= edge.left || left >= edge.right || bottom <= edge.top || top >= edge.bottom) return true;
    }
    return false;
  };
  return [...document.querySelectorAll<HTMLElement>('minnow-badges')].flatMap((host) =>
    [...closed(host).querySelectorAll<HTMLElement>('.badge')].flatMap((badge) => {
      const box = badge.getBoundingClientRect();
      const { x, y, width, height } = box;
      const { score = '', verdict = '', form = '' } = badge.dataset;
      const label = badge.getAttribute('aria-label') ?? '';
      return width > 0 && getComputedStyle(badge).visibility === 'visible' && !clipped(host, box)
        ? [{ x, y, width, height, label, score, verdict, form }]
        : [];
    }),
  );
}

/** The open card, or null. */
export function seeCard(): SeenCard | null {
  const closed = (host: Element) => {
    const { dom } = (globalThis as unknown as ExtensionWorld).chrome;
    return dom ? dom.openOrClosedShadowRoot(host) : (host as FirefoxElement).openOrClosedShadowRoot;
  };
  const host = document.querySelector<HTMLElement>('minnow-card');
  const surface = host && closed(host).querySelector<HTMLElement>('[role="dialog"]');
  if (!host || !surface) return null;
  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const painted = (canvas: HTMLCanvasElement) =>
    canvas.width > 0 &&
    canvas
      .getContext('2d')!
      .getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value !== 0);
  return {
    ...boxOf(surface),
    label: surface.getAttribute('aria-label') ?? '',
    text: surface.textContent,
    charts: [...surface.querySelectorAll('canvas')].filter(painted).length,
    factors: surface.querySelectorAll('.factors > li').length,
    buttons: [...surface.querySelectorAll('button')].map((button) => ({
      ...boxOf(button),
      text: button.textContent,
    })),
    hasFocus: document.activeElement === host,
  };
}

/** Markup and styles of the open card. */
export function cardSource(): { markup: string; styles: string } {
  const host = document.querySelector<HTMLElement>('minnow-card')!;
  const { dom } = (globalThis as unknown as ExtensionWorld).chrome;
  const root = dom
    ? dom.openOrClosedShadowRoot(host)
    : (host as unknown as FirefoxElement).openOrClosedShadowRoot;
  const rules: string[] = [];
  for (const { cssRules } of root.adoptedStyleSheets) for (const { cssText } of cssRules) rules.push(cssText);
  return { markup: root.innerHTML, styles: rules.join('\n') };
}

/** Text that is marked, line by line, in CSS pixels of the window. */
export interface SeenMark {
  text: string;
  lines: Box[];
}

/**
 * Every marked text. Runs as the page itself, since Firefox lets an extension put marks there but not read them;
 * so it makes no use of what a page may have replaced.
 */
export function seeMarks(): SeenMark[] {
  const marks: SeenMark[] = [];
  for (const verdict of ['supports', 'neutral', 'against', 'unknown']) {
    for (const ground of ['light', 'dark']) {
      for (const range of CSS.highlights.get(`minnow-${verdict}-${ground}`) ?? []) {
        const lines: Box[] = [];
        for (const { x, y, width, height } of (range as Range).getClientRects()) {
          lines[lines.length] = { x, y, width, height };
        }
        marks[marks.length] = { text: range.toString(), lines };
      }
    }
  }
  return marks;
}

/** Words that badges cover: for each badge's box those of which it hides more than the edge. */
export function seeCovered(boxes: Box[]): string[][] {
  const EDGE = 1.5;
  // The middle of a line's height holds its letters.
  const hides = (box: Box, line: DOMRect) =>
    Math.min(box.x + box.width, line.right) - Math.max(box.x, line.left) > EDGE &&
    Math.min(box.y + box.height, line.bottom - line.height * 0.25) -
      Math.max(box.y, line.top + line.height * 0.25) >
      EDGE;
  /** Whether the page covers a box in turn, as a header that stays in view does. */
  const isUnder = ({ x, y, width, height }: Box) => {
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top !== null && top.localName !== 'minnow-badges' && !top.shadowRoot;
  };
  const under = boxes.map(isUnder);
  const covered: string[][] = boxes.map(() => []);
  const range = document.createRange();
  const look = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
      if (!(node instanceof Text) || !/\S/.test(node.data)) continue;
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()];
      for (const [i, box] of boxes.entries()) {
        if (under[i] || !lines.some((line) => hides(box, line))) continue;
        if (!node.parentElement!.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          continue;
        for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if ([...range.getClientRects()].some((line) => hides(box, line))) covered[i]!.push(word);
        }
      }
    }
  };
  look(document.body);
  return covered;
}
