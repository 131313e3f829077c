/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One badge that wants a place. */
export interface Want {
  /** Boxes of the ticker's text, one for each line it runs over. */
  lines: Box[];
  /** Free pixels between two lines of the text: line height minus the height of a line's box. */
  gap: number;
  rtl: boolean;
  /** Where the page would show the badge: outside, it would be clipped or make the page scroll. */
  room: Box;
  /** Width of the badge in its full form. */
  width: number;
  /** In a table cell or a one-line box, a badge stands beside the text or takes its quiet form. */
  dense: boolean;
  /** What stands beside the ticker in a dense block and must stay readable. */
  beside: Box[];
}

/** The full form shows the score, the quiet one only the verdict's shape, the header's one a price line too. */
export interface Placement {
  form: 'pill' | 'dot' | 'header';
  box: Box;
}

export const PILL_HEIGHT = 14;
export const DOT = 9;
/** Distance from the text, which leaves room for the badge's one-pixel ring. */
const SPACE = 2;

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Finds a place for each badge, in order: never over a ticker, never over another badge, always within its room.
 * A badge with no such place gets null; its ticker is then only marked.
 */
export function place(wants: readonly Want[], taken: readonly Box[] = []): (Placement | null)[] {
  const badges = [...taken];
  const tickers = wants.flatMap(({ lines }) => lines);
  return wants.map((want) => {
    const found = candidates(want).find(
      ({ box }) =>
        within(box, want.room) &&
        !badges.some((other) => overlap(box, other)) &&
        !tickers.some((ticker) => overlap(box, ticker)) &&
        !(want.dense && want.beside.some((other) => overlap(box, other))),
    );
    if (found) badges.push(found.box);
    return found ?? null;
  });
}

/** Places worth trying, best first: the upper outer corner, like a notification's pill, between two lines of text. */
function candidates(want: Want): Placement[] {
  const line = want.lines.at(-1);
  if (!line) return [];
  const between = line.top - want.gap / 2;
  const middle = (line.top + line.bottom) / 2;
  const at = (form: 'pill' | 'dot', x: 'after' | 'before' | 'over', y: number): Placement => {
    const [width, height] = form === 'pill' ? [want.width, PILL_HEIGHT] : [DOT, DOT];
    const toRight = (x === 'after') !== want.rtl;
    const left =
      x === 'over'
        ? want.rtl
          ? line.left
          : line.right - width
        : toRight
          ? line.right + SPACE
          : line.left - SPACE - width;
    return { form, box: { left, right: left + width, top: y - height / 2, bottom: y + height / 2 } };
  };
  if (want.dense)
    return [at('pill', 'after', middle), at('dot', 'after', middle), at('dot', 'before', middle)];
  return [
    at('pill', 'after', between),
    at('pill', 'over', line.top - PILL_HEIGHT / 2),
    at('pill', 'before', between),
    at('dot', 'after', between),
    at('dot', 'over', line.top - DOT / 2),
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
