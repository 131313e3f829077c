import type { TextBlock } from '../detect/lines';
import type { PageView } from '../messages';
import { createBadge, moveBadge, pillWidth, SIZES } from './badge';
import { type Ground, groundOf } from './colors';
import { type Found, isIntact } from './found';
import { type Geometry, linesOf, scaleOf, wordsAround } from './geometry';
import { createHost, type Host } from './host';
import type { Islands } from './islands';
import type { Marks } from './marks';
import type { Box, Placed, Placement, Want } from './place';

/** What all blocks share. */
export interface Kit {
  marks: Marks;
  sheets: CSSStyleSheet[];
  look: Look;
  islands: Islands;
  /** Called for each new badge, to make it answer the pointer and the keyboard. */
  onBadge(found: Found, badge: HTMLButtonElement): void;
}

/** How badges look, and whether there are any. */
export type Look = Pick<PageView, 'palette'> & Pick<PageView['badges'], 'size' | 'place' | 'quiet'>;

/** A badge that stands elsewhere than it was put, by some viewport pixels. */
export interface Astray {
  view: BlockView;
  found: Found;
  dx: number;
  dy: number;
}

/** With less room than this above a line, badges stand beside the text, viewport pixels. */
const DENSE_ABOVE = 5;

/** Viewport pixels that a badge may stand off its place. */
const TOLERANCE = 1.5;

/** How often a page may remove one block's host before it is left alone. */
const COMEBACKS = 3;

/** The badges of one block of text: at most one host, whose places are read and written in separate steps. */
export class BlockView {
  host?: Host;
  /** Badges by mention. */
  readonly badges = new Map<Found, HTMLButtonElement>();
  near = false;
  /** Where the badges were put. */
  private readonly aims = new Map<Found, Box>();
  private ground: Ground = 'light';
  private marked = false;
  private comebacks = 0;
  /** Set when this block cannot hold badges without moving something: its tickers are then only marked. */
  private plain = false;
  private before = '';
  private seenSize = '';
  /** Where the host stands, and how much its surroundings are scaled. */
  private origin: { left: number; top: number } = { left: 0, top: 0 };
  private scale = 1;

  constructor(
    readonly element: Element,
    readonly found: Found[],
    private readonly kit: Kit,
  ) {}

  get wantsHost(): boolean {
    return (
      this.near &&
      !this.plain &&
      this.kit.look.place !== 'underline' &&
      this.found.some(({ show }) => show === 'badge')
    );
  }

  /** Whether the page still shows this text; if not, it will soon be read again. */
  get isCurrent(): boolean {
    return this.element.isConnected && this.found.every(isIntact);
  }

  /** First reading: marks the text and finds where a host would hang. */
  prepare(geometry: Geometry): Element | ShadowRoot | null {
    const text = this.found[0]!.range.startContainer as Text;
    const holder = text.parentElement ?? this.element;
    // Links have colors of their own that tell little of the ground.
    const plain = holder.closest('a')?.parentElement ?? holder;
    this.ground = groundOf(geometry.style(plain).color);
    if (!this.wantsHost || this.host) return null;
    if (this.kit.islands.isAsleep(holder)) return null;
    const mount = geometry.mountPoint(text);
    // The caret of an editor beside the text must meet nothing new on its way.
    if (!mount || mount.querySelector('[contenteditable]')) this.plain = true;
    else this.before = fingerprint(mount);
    return this.plain ? null : mount;
  }

  mark(): void {
    if (this.marked) return;
    this.marked = true;
    for (const { range, fact, show } of this.found) {
      if (show !== 'nothing') this.kit.marks.add(range, fact.verdict, this.ground);
    }
  }

  /** First writing: adds the empty host. */
  mount(point: Element | ShadowRoot): void {
    this.host = createHost(this.kit.sheets, this.ground, this.kit.look);
    point.append(this.host.element);
  }

  /** Second reading: whether adding the host moved anything, e.g. through a `:last-child` rule of the page. */
  get shifted(): boolean {
    const mount = this.host?.element.parentNode as Element | ShadowRoot | null | undefined;
    return this.before !== '' && !!mount && fingerprint(mount, this.host!.element) !== this.before;
  }

  /** The badges wanted here, in the order of the text. */
  wants(geometry: Geometry): { found: Found; want: Want }[] {
    this.before = '';
    this.seenSize = sizeOf(this.element);
    this.locate();
    const { scale } = this;
    const wanted = this.found.filter(({ show }) => show === 'badge');
    return wanted.map((found) => {
      const holder = (found.range.startContainer as Text).parentElement ?? this.element;
      const style = geometry.style(holder);
      const lines = linesOf(found.range);
      const room = geometry.room(holder);
      const line = lines.at(-1);
      const height = line ? line.bottom - line.top : 0;
      const lineHeight = Number.parseFloat(style.lineHeight) || height;
      const cell = this.element.closest('td,th,[role="cell"],[role="gridcell"]');
      // In a box of one line, or in the first line of one that clips, there is no room above the text.
      const oneLine =
        line !== undefined && (room.bottom - room.top < height * 1.9 || line.top - room.top < DENSE_ABOVE);
      return {
        found,
        want: {
          plane: geometry.plane(holder),
          lines: line && line.right > room.left && line.left < room.right ? lines : [],
          gap: Math.min(14, Math.max(0, lineHeight - height)),
          rtl: style.direction === 'rtl',
          vertical: verticalSide(style.writingMode),
          scale: scale * SIZES[this.kit.look.size],
          quiet: this.kit.look.quiet,
          room: cell ? shrink(room, cell) : room,
          width: pillWidth(found.fact),
          dense: cell !== null || oneLine,
          alone: wanted.length === 1,
          beside:
            cell || oneLine
              ? contentBoxes(found.block, found.range, cell ?? this.element)
              : wordsAround(found.range),
        },
      };
    });
  }

  /** Second writing: puts each badge at its place. */
  settle(places: { found: Found; place: Placement | null }[]): void {
    if (!this.host) return;
    const { origin, scale } = this;
    this.aims.clear();
    for (const { found, place } of places) {
      if (!place) {
        this.remove(found);
        continue;
      }
      let badge = this.badges.get(found);
      if (!badge) {
        badge = createBadge(found.fact);
        this.badges.set(found, badge);
        this.kit.onBadge(found, badge);
        this.host.surface.append(badge);
      }
      moveBadge(badge, place, origin, scale);
      this.aims.set(found, place.box);
    }
  }

  /** Third reading: badges that do not stand where they were put, as where columns or transforms come between. */
  astray(): Astray[] {
    const astray: Astray[] = [];
    // By their middles: what takes presses may reach past what is seen.
    for (const [found, aim] of this.aims) {
      const stands = this.badges.get(found)!.getBoundingClientRect();
      const dx = (aim.left + aim.right - stands.left - stands.right) / 2;
      const dy = (aim.top + aim.bottom - stands.top - stands.bottom) / 2;
      if (Math.hypot(dx, dy) > TOLERANCE) astray.push({ view: this, found, dx, dy });
    }
    return astray;
  }

  /** Moves a badge by what it is astray. */
  nudge({ found, dx, dy }: Astray): void {
    const { style } = this.badges.get(found)!;
    style.left = `${Number.parseFloat(style.left) + dx / this.scale}px`;
    style.top = `${Number.parseFloat(style.top) + dy / this.scale}px`;
  }

  /** Takes away a badge that cannot stand at its text. */
  remove(found: Found): void {
    this.badges.get(found)?.remove();
    this.badges.delete(found);
    this.aims.delete(found);
  }

  /** Gives a badge the focus; false when it is not drawn here. */
  focus(found: Found): boolean {
    const badge = this.badges.get(found);
    badge?.focus({ preventScroll: true });
    return badge !== undefined;
  }

  /** The badges as they stand now. */
  placed(geometry: Geometry): Placed[] {
    const plane = geometry.plane(this.element);
    return [...this.badges.values()].map((badge) => ({ box: badge.getBoundingClientRect(), plane }));
  }

  get resized(): boolean {
    return sizeOf(this.element) !== this.seenSize;
  }

  /** The page removed the host: it comes back a bounded number of times. */
  hostRemoved(): void {
    this.unmount();
    if (++this.comebacks > COMEBACKS) this.plain = true;
  }

  /** This block cannot hold a host. */
  giveUp(): void {
    this.unmount();
    this.plain = true;
  }

  /** Reads where the host stands, so that nothing needs to be read between one badge's writing and the next. */
  private locate(): void {
    const parent = this.host?.element.parentNode;
    this.scale = parent ? scaleOf(parent instanceof ShadowRoot ? parent.host : (parent as Element)) : 1;
    if (this.host) this.origin = this.host.element.getBoundingClientRect();
  }

  unmount(): void {
    this.host?.element.remove();
    this.host = undefined;
    this.badges.clear();
    this.aims.clear();
  }

  dispose(): void {
    this.unmount();
    for (const { range } of this.found) this.kit.marks.remove(range);
    this.marked = false;
  }
}

/** The side of a line of vertical text on which the one before it lies, and a horizontal pill would cover it. */
function verticalSide(writingMode: string): Want['vertical'] {
  if (writingMode.startsWith('horizontal')) return undefined;
  return writingMode.endsWith('lr') ? 'left' : 'right';
}

/** Places and sizes of what a new last child could move: its parent, the former last child and the next neighbor. */
function fingerprint(mount: Element | ShadowRoot, without?: Element): string {
  const parent = mount instanceof ShadowRoot ? mount.host : mount;
  let last = mount.lastElementChild;
  if (last === without) last = last?.previousElementSibling ?? null;
  return [parent, last, parent.nextElementSibling].map((one) => (one ? place(one) : '')).join();
}

function place(element: Element): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map((n) => n.toFixed(2)).join(' ');
}

function sizeOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  return `${width} ${height}`;
}

function shrink(room: Box, cell: Element): Box {
  const { left, top, right, bottom } = cell.getBoundingClientRect();
  return {
    left: Math.max(room.left, left + 1),
    top: Math.max(room.top, top),
    right: Math.min(room.right, right - 1),
    bottom: Math.min(room.bottom, bottom),
  };
}

/** What stands in a dense block besides the ticker: the rest of its text, and pictures and controls. */
function contentBoxes(block: TextBlock, ticker: Range, holder: Element): Box[] {
  const boxes: Box[] = [];
  const last = block.nodes.at(-1)!.node;
  for (const [from, to] of [
    [null, ticker],
    [ticker, null],
  ] as const) {
    const rest = document.createRange();
    if (from) rest.setStart(from.endContainer, from.endOffset);
    else rest.setStart(block.nodes[0]!.node, 0);
    if (to) rest.setEnd(to.startContainer, to.startOffset);
    else rest.setEnd(last, last.length);
    boxes.push(...linesOf(rest));
  }
  for (const other of holder.querySelectorAll('img,svg,button,canvas,input,video')) {
    boxes.push(other.getBoundingClientRect());
  }
  return boxes;
}
