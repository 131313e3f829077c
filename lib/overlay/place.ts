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
  /** What stands around the ticker and must stay readable: lines of text, and pictures and controls in a dense block. */
  beside: Box[];
  /** No other badge is wanted in this block: its badge may stand at the end of the line. */
  alone: boolean;
}

/** The full form shows the score, the quiet one only the verdict's shape, the header's one a price line too. */
export interface Placement {
  form: 'pill' | 'dot' | 'header';
  box: Box;
}

/** Low enough for the space between two lines of ordinary text. */
export const PILL_HEIGHT = 12;
const DOT = 9;
/** Distance from the text, which leaves room for the badge's one-pixel ring. */
const SPACE = 2;

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Parts of a line's height above and below its letters: what capitals and descenders leave free, what a badge may
 * touch when there is no other way, and what its quiet form may.
 */
const CLEAR = 0.12;
const TOUCHED = 0.28;
const CROWDED = 0.38;

/**
 * Finds a place for each badge, in order: never over its own ticker's letters, nor over other words', never over another
 * badge, always within its room; the full form before the quiet one. A badge with no such place gets null.
 */
export function place(wants: readonly Want[], taken: readonly Placed[] = []): (Placement | null)[] {
  const badges = [...taken];
  return wants.map((want) => {
    const near = badges.filter(({ plane }) => plane === want.plane).map(({ box }) => box);
    const others = wants
      .filter((other) => other !== want && other.plane === want.plane)
      .flatMap(({ lines }) => lines);
    const [last, ...above] = want.lines.toReversed();
    const words = [...others, ...(want.dense ? [] : want.beside)];
    const fits = ({ box }: Placement, air: number) =>
      within(box, want.room) &&
      !hits(box, near) &&
      !(last && overlap(box, last)) &&
      !above.some((line) => overlap(box, lettersOf(line, Math.min(air, TOUCHED), want))) &&
      !words.some((line) => overlap(box, lettersOf(line, air, want))) &&
      !(want.dense && hits(box, want.beside));
    for (const { some, air } of tries(candidates(want), want.quiet)) {
      const found = some.find((one) => fits(one, air));
      if (!found) continue;
      badges.push({ box: found.box, plane: want.plane });
      return found;
    }
    return null;
  });
}

/** Which places to try with how much air around other words: a badge that touches them beats one before its ticker. */
function tries(all: Candidate[], quiet = false): { some: Candidate[]; air: number }[] {
  const forms = quiet ? (['dot'] as const) : (['pill', 'dot'] as const);
  return forms.flatMap((form) => {
    const some = all.filter((one) => one.form === form);
    const usual = some.filter(({ before }) => !before);
    const airs = form === 'pill' ? [CLEAR, TOUCHED] : [CLEAR, TOUCHED, CROWDED];
    return [...airs.map((air) => ({ some: usual, air })), ...airs.map((air) => ({ some, air }))];
  });
}

function hits(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => overlap(box, other));
}

function lettersOf(line: Box, air: number, { vertical }: Want): Box {
  if (vertical) {
    const free = (line.right - line.left) * air;
    return { ...line, left: line.left + free, right: line.right - free };
  }
  const free = (line.bottom - line.top) * air;
  return { ...line, top: line.top + free, bottom: line.bottom - free };
}

interface Candidate extends Placement {
  /** It stands where the text before its ticker ends. */
  before?: boolean;
}

/** Places worth trying, best first: the upper outer corner, like a notification's pill, between two lines of text. */
function candidates(want: Want): Candidate[] {
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
  const sameLine = want.beside.filter(({ top, bottom }) => top < middle && middle < bottom);
  const end = want.rtl
    ? Math.min(line.left, ...sameLine.map(({ left }) => left))
    : Math.max(line.right, ...sameLine.map(({ right }) => right));
  const at = (form: 'pill' | 'dot', x: 'after' | 'before' | 'over' | 'end', y: number): Candidate => {
    const [width, height] =
      form === 'pill' ? [want.width * want.scale, PILL_HEIGHT * want.scale] : [dot, dot];
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
    return {
      form,
      box: { left, right: left + width, top: y - height / 2, bottom: y + height / 2 },
      before: x === 'before',
    };
  };
  if (want.dense)
    return [
      at('pill', 'after', middle),
      ...(want.alone ? [at('pill', 'end', middle)] : []),
      at('dot', 'after', middle),
      at('dot', 'before', middle),
    ];
  return (['pill', 'dot'] as const).flatMap((form) => {
    const half = ((form === 'pill' ? PILL_HEIGHT : DOT) * want.scale) / 2;
    // Where no line stands above, a badge keeps clear of the words after its ticker.
    const raised = line.top + (line.bottom - line.top) * CLEAR - half;
    return [
      at(form, 'after', between),
      at(form, 'after', raised),
      at(form, 'over', line.top - half),
      at(form, 'before', between),
    ];
  });
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
