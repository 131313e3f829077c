/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A box that scrolls together with others on the same plane; what scrolls apart is clipped apart. */
export interface Placed {
  box: Box;
  plane: unknown;
}

/** One badge that wants a place. */
export interface Want {
  /** The scrolling container around the text, or null for the page itself. */
  plane: unknown;
  /** Boxes of the ticker's text, one for each line it runs over. */
  lines: Box[];
  /** Free pixels between two lines of the text: line height minus the height of a line's box. */
  gap: number;
  rtl: boolean;
  /** Where the neighbouring line of vertical text lies that a badge stands before; undefined for horizontal text. */
  vertical?: 'left' | 'right';
  /** Viewport pixels to one of a usual badge's own, where the page is scaled or the user wants another size. */
  scale: number;
  /** Only the quiet form is wanted. */
  quiet?: boolean;
  /** Where the page would show the badge: outside, it would be clipped or make the page scroll. */
  room: Box;
  /** Width of the badge in its full form. */
  width: number;
  /** In a table cell or a one-line box, a badge stands beside the text or takes its quiet form. */
  dense: boolean;
  /** What stands beside the ticker in a dense block and must stay readable. */
  beside: Box[];
  /** No other badge is wanted in this block: its badge may stand at the end of the line. */
  alone: boolean;
}

/** The full form shows the score, the quiet one only the verdict's shape, the header's one a price line too. */
export interface Placement {
  form: 'pill' | 'dot' | 'header';
  box: Box;
}

export const PILL_HEIGHT = 14;
const DOT = 9;
/** Distance from the text, which leaves room for the badge's one-pixel ring. */
const SPACE = 2;

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Part of a line's height above and below its letters, which a neighbor's badge may touch when there is no other way. */
const AIR = 0.3;

/**
 * Finds a place for each badge, in order: never over its own ticker's letters, never over another badge, always within its room;
 * the full form before the quiet one, and clear of other tickers' letters. A badge with no such place gets null.
 */
export function place(wants: readonly Want[], taken: readonly Placed[] = []): (Placement | null)[] {
  const badges = [...taken];
  return wants.map((want) => {
    const near = badges.filter(({ plane }) => plane === want.plane).map(({ box }) => box);
    const others = wants
      .filter((other) => other !== want && other.plane === want.plane)
      .flatMap(({ lines }) => lines);
    // Where a ticker runs over tight lines, its badge touches the air of the line above.
    const [last, ...above] = want.lines.toReversed();
    const strict = [...others, ...above];
    const letters = strict.map(lettersOf);
    const fits = (box: Box, avoid: Box[]) =>
      within(box, want.room) &&
      !hits(box, near) &&
      !(last && overlap(box, last)) &&
      !hits(box, avoid) &&
      !(want.dense && hits(box, want.beside));
    const all = candidates(want);
    for (const form of want.quiet ? (['dot'] as const) : (['pill', 'dot'] as const)) {
      const some = all.filter((one) => one.form === form);
      const found = some.find(({ box }) => fits(box, strict)) ?? some.find(({ box }) => fits(box, letters));
      if (!found) continue;
      badges.push({ box: found.box, plane: want.plane });
      return found;
    }
    return null;
  });
}

function hits(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => overlap(box, other));
}

function lettersOf(line: Box): Box {
  const air = (line.bottom - line.top) * AIR;
  return { ...line, top: line.top + air, bottom: line.bottom - air };
}

/** Places worth trying, best first: the upper outer corner, like a notification's pill, between two lines of text. */
function candidates(want: Want): Placement[] {
  const line = want.lines.at(-1);
  if (!line) return [];
  const between = line.top - want.gap / 2;
  const middle = (line.top + line.bottom) / 2;
  const dot = DOT * want.scale;
  if (want.vertical) {
    const left = want.vertical === 'right' ? line.right : line.left - dot;
    return [line.bottom - dot, line.top].map((top) => ({
      form: 'dot',
      box: { left, right: left + dot, top, bottom: top + dot },
    }));
  }
  const pillHeight = PILL_HEIGHT * want.scale;
  const sameLine = want.beside.filter(({ top, bottom }) => top < middle && middle < bottom);
  const end = want.rtl
    ? Math.min(line.left, ...sameLine.map(({ left }) => left))
    : Math.max(line.right, ...sameLine.map(({ right }) => right));
  const at = (form: 'pill' | 'dot', x: 'after' | 'before' | 'over' | 'end', y: number): Placement => {
    const [width, height] = form === 'pill' ? [want.width * want.scale, pillHeight] : [dot, dot];
    const toRight = (x !== 'before') !== want.rtl;
    const [from, to] = x === 'end' ? [end, end] : [line.left, line.right];
    const left =
      x === 'over'
        ? want.rtl
          ? line.left
          : line.right - width
        : toRight
          ? to + SPACE
          : from - SPACE - width;
    return { form, box: { left, right: left + width, top: y - height / 2, bottom: y + height / 2 } };
  };
  if (want.dense)
    return [
      at('pill', 'after', middle),
      ...(want.alone ? [at('pill', 'end', middle)] : []),
      at('dot', 'after', middle),
      at('dot', 'before', middle),
    ];
  return [
    at('pill', 'after', between),
    at('pill', 'over', line.top - pillHeight / 2),
    at('pill', 'before', between),
    at('dot', 'after', between),
    at('dot', 'over', line.top - dot / 2),
    at('dot', 'before', between),
  ];
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** The part that two boxes share; empty (right before left, or bottom above top) when there is none. */
export function intersect(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
