import { REACH } from './badge';
import { type Box, intersect } from './place';

/** Containers that lay out their children themselves: a child of ours would take part, so the item is used instead. */
const ARRANGES = /flex|grid|box|table$|table-row|table-.*-group|ruby|inline$|contents|none/;
const INTERACTIVE = new Set(['BUTTON', 'SUMMARY']);
const SCROLLS = /auto|scroll/;
const MOVES = /fixed|sticky/;

/** What is read from the page in one pass, before anything is written. */
export class Geometry {
  private readonly styles = new Map<Element, CSSStyleDeclaration>();
  private readonly rooms = new Map<Element, Box>();
  /** What a badge's reach for a finger needs at the end of what scrolls, so that there is not more to scroll to. */
  private readonly reach = matchMedia('(pointer: coarse)').matches ? REACH : 0;

  style(element: Element): CSSStyleDeclaration {
    let style = this.styles.get(element);
    if (!style) {
      style = getComputedStyle(element);
      this.styles.set(element, style);
    }
    return style;
  }

  /**
   * Where a host for this text can hang so that it moves with the text: the nearest box around it that lays out its
   * content as text. Null when only a box that scrolls or moves on its own could hold it.
   */
  mountPoint(text: Text): Element | ShadowRoot | null {
    for (let node: Node | null = text.parentNode; node; node = node.parentNode) {
      if (node instanceof ShadowRoot) {
        if (!ARRANGES.test(this.style(node.host).display)) return node;
        node = node.host;
      }
      if (!(node instanceof HTMLElement)) return null;
      const style = this.style(node);
      if (!ARRANGES.test(style.display) && !INTERACTIVE.has(node.tagName)) return node;
      const inline = /^inline$|contents/.test(style.display);
      if (!inline && (MOVES.test(style.position) || SCROLLS.test(style.overflow))) return null;
    }
    return null;
  }

  /** The nearest box around that scrolls its content on its own; null for the page itself. */
  plane(element: Element): Element | null {
    for (let one: Element | null = element; one && one !== document.body; one = parentOf(one)) {
      if (SCROLLS.test(this.style(one).overflow) && one !== document.documentElement) return one;
    }
    return null;
  }

  /** Where a badge would be seen: within every box that clips its content, and within the document. */
  room(element: Element): Box {
    let room = this.rooms.get(element);
    if (!room) {
      const parent = parentOf(element);
      const outer = parent ? this.room(parent) : documentBox(element.ownerDocument, this.reach);
      room =
        parent && clips(this.style(element))
          ? intersect(outer, innerBox(element, this.style(element), this.reach))
          : outer;
      this.rooms.set(element, room);
    }
    return room;
  }
}

/** Boxes of the text in a range, one for each line, without empty ones. */
export function linesOf(range: Range): Box[] {
  const lines: Box[] = [];
  for (const { left, top, right, bottom } of range.getClientRects()) {
    if (right - left < 1 || bottom - top < 1) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < (bottom - top) / 2 && left <= last.right + 1)
      last.right = Math.max(last.right, right);
    else lines.push({ left, top, right, bottom });
  }
  return lines;
}

/** How much text to each side of a range may stand on its lines and the ones beside them: characters, and text nodes. */
const AROUND = { characters: 400, nodes: 40 };

/** Boxes of the text that stands before and after a range, as far as it may be near, line by line. */
export function wordsAround(range: Range): Box[] {
  const { startContainer: first, startOffset, endContainer: last, endOffset } = range;
  const lines: Box[] = [];
  const part = document.createRange();
  const walker = document.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
  for (const forward of [false, true]) {
    let node = (forward ? last : first) as Text;
    let [from, to] = forward ? [endOffset, node.length] : [0, startOffset];
    walker.currentNode = node;
    for (let nodes = 0, left = AROUND.characters; left > 0 && nodes < AROUND.nodes; nodes++) {
      if (forward) to = Math.min(to, from + left);
      else from = Math.max(from, to - left);
      if (/\S/.test(node.data)) {
        part.setStart(node, from);
        part.setEnd(node, to);
        lines.push(...linesOf(part));
        left -= to - from;
      }
      const next = forward ? walker.nextNode() : walker.previousNode();
      if (!next) break;
      node = next as Text;
      [from, to] = [0, node.length];
    }
  }
  return lines;
}

/** How many viewport pixels one CSS pixel inside an element takes, where it is zoomed or scaled evenly. */
export function scaleOf(element: Element): number {
  if (!(element instanceof HTMLElement) || !element.offsetWidth) return 1;
  const scale = element.getBoundingClientRect().width / element.offsetWidth;
  return Math.abs(scale - 1) < 0.02 ? 1 : scale;
}

/** Whether a person edits the text of this element: Minnow keeps out of it. */
export function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}

/** The element around another as it is drawn: through slots and shadow roots. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

function clips(style: CSSStyleDeclaration): boolean {
  return style.overflow !== 'visible' || style.clipPath !== 'none' || style.clip !== 'auto';
}

/** An element's padding box; for one that scrolls, the whole of what can be scrolled to. */
function innerBox(element: Element, style: CSSStyleDeclaration, reach: number): Box {
  const rect = element.getBoundingClientRect();
  const scale = scaleOf(element);
  const scrolls = SCROLLS.test(style.overflow);
  const left = rect.left + (element.clientLeft - (scrolls ? element.scrollLeft : 0)) * scale;
  const top = rect.top + (element.clientTop - (scrolls ? element.scrollTop : 0)) * scale;
  return {
    left,
    top,
    right: left + (scrolls ? element.scrollWidth - reach : element.clientWidth) * scale,
    bottom: top + (scrolls ? element.scrollHeight - reach : element.clientHeight) * scale,
  };
}

function documentBox(page: Document, reach: number): Box {
  const { scrollX, scrollY } = window;
  const root = page.scrollingElement ?? page.documentElement;
  const rtl = scrollX < 0 || getComputedStyle(page.documentElement).direction === 'rtl';
  const left = rtl ? root.clientWidth - root.scrollWidth - scrollX : -scrollX;
  return {
    left: left + (rtl ? reach : 0),
    top: -scrollY,
    right: left + root.scrollWidth - (rtl ? 0 : reach),
    bottom: -scrollY + root.scrollHeight - reach,
  };
}
