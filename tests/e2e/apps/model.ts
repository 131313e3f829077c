/** What the framework apps show: lines of text that name companies or do not, as a list or as a table. */
export interface Line {
  id: number;
  text: string;
  price: number;
  open: boolean;
}

export interface Model {
  title: string;
  table: boolean;
  lines: Line[];
}

export type Change = (model: Model) => Model;
/** Numbers from 0 to below 1, the same ones for the same seed. */
export type Random = () => number;

const TEXTS = [
  'Enerpac Tool Group (NYSE: EPAC) stands first',
  'A line without any company in it',
  'Progress Software (NASDAQ: PRGS) appears by name',
  'Upwork (NASDAQ: UPWK) and Blackbaud (NASDAQ: BLKB) side by side',
  'lower case alone',
  'Photronics (NASDAQ: PLAB)',
  'Words from Standex International (NYSE: SXI), Gibraltar Industries (NASDAQ: ROCK) and others',
  'Plain Words In Capitals',
  '(NYSE: SHAK)',
];

export const START: Model = {
  title: 'The Sample Desk on Enerpac Tool Group (NYSE: EPAC)',
  table: false,
  lines: Array.from({ length: 8 }, (_, id) => lineOf(id + 1, id / 8)),
};

export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of some, by chance. */
export function pick<T>(random: Random, some: ArrayLike<T>): T {
  return some[Math.floor(random() * some.length)]!;
}

export function textOf(random: Random): string {
  return pick(random, TEXTS);
}

const MOST_LINES = 24;
let ids = 100;

/** The next change of a model: inserts, removes, moves, swaps, edits, reprices, opens, or shows it another way. */
export function nextChange(random: Random): Change {
  const [kind, a, b, c] = [random(), random(), random(), random()];
  const id = ++ids;
  const at = (lines: Line[], share: number) => Math.floor(share * lines.length);
  const edit = (one: (line: Line) => Partial<Line>): Change => {
    return (model) => ({
      ...model,
      lines: model.lines.map((line, i) => (i === at(model.lines, a) ? { ...line, ...one(line) } : line)),
    });
  };
  const reorder = (order: (lines: Line[]) => Line[]): Change => {
    return (model) => ({ ...model, lines: order([...model.lines]) });
  };
  if (kind < 0.4) return edit(() => ({ price: Math.round(b * 10_000) / 100 }));
  if (kind < 0.52) return edit(() => ({ text: TEXTS[Math.floor(b * TEXTS.length)]! }));
  if (kind < 0.6) return edit((line) => ({ open: !line.open }));
  if (kind < 0.72) {
    return reorder((lines) => {
      lines.splice(at(lines, a), 0, lineOf(id, b, c));
      if (lines.length > MOST_LINES) lines.splice(at(lines, c), 1);
      return lines;
    });
  }
  if (kind < 0.8) return reorder((lines) => lines.filter((_, i) => i !== at(lines, a)));
  if (kind < 0.9) {
    return reorder((lines) => {
      const [moved] = lines.splice(at(lines, a), 1);
      return moved ? lines.toSpliced(at(lines, b), 0, moved) : lines;
    });
  }
  if (kind < 0.93) return reorder((lines) => lines.reverse());
  if (kind < 0.96) return reorder((lines) => lines.sort((x, y) => x.price - y.price || x.id - y.id));
  if (kind < 0.99)
    return (model) => ({ ...model, title: `${TEXTS[Math.floor(a * TEXTS.length)]!}, as of now` });
  return reorder(() => Array.from({ length: 5 }, (_, i) => lineOf(id * 1000 + i, (a + i / 5) % 1)));
}

function lineOf(id: number, share: number, price = share): Line {
  return {
    id,
    text: TEXTS[Math.floor(share * TEXTS.length)]!,
    price: Math.round(price * 10_000) / 100,
    open: price > 0.7,
  };
}
