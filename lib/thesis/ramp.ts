/** Measure and strength at one corner of a ramp. */
export type Corner = readonly [measure: number, strength: number];

/** From a measure to a strength of 0..1; its corners are there to be told, changed and tested. */
export interface Ramp {
  (measure: number): number;
  readonly corners: readonly Corner[];
}

/** Measures at which ramps have their corners for now, in the place of their own; see `withCorners`. */
let changed: ReadonlyMap<Ramp, readonly number[]> = new Map();

/**
 * A broken line from a measure to a strength of 0..1: straight between its corners, level outside them.
 * Corners are in ascending order of measure.
 */
export function ramp(...corners: [Corner, Corner, ...Corner[]]): Ramp {
  const strengthOf = (measure: number): number => {
    const at = changed.get(self);
    const measureAt = (corner: number) => at?.[corner] ?? corners[corner]![0];
    const next = corners.findIndex((_, corner) => measure < measureAt(corner));
    if (next === 0) return corners[0][1];
    if (next < 0) return corners.at(-1)![1];
    const [x0, x1] = [measureAt(next - 1), measureAt(next)];
    const [y0, y1] = [corners[next - 1]![1], corners[next]![1]];
    return y0 + ((y1 - y0) * (measure - x0)) / (x1 - x0);
  };
  const self: Ramp = Object.assign(strengthOf, { corners });
  return self;
}

/** Runs something, at once and to its end, with the corners of some ramps at other measures, in ascending order. */
export function withCorners<T>(measures: ReadonlyMap<Ramp, readonly number[]>, run: () => T): T {
  const before = changed;
  changed = measures;
  try {
    return run();
  } finally {
    changed = before;
  }
}

/** A stretch of measures with one verdict; null where it does not end. */
export interface Stretch {
  from: number | null;
  to: number | null;
}

/** The measures at which a ramp supports (a strength of 0.6 and up) or is against (below 0.4), in ascending order. */
export function stretchesOf({ corners }: Pick<Ramp, 'corners'>, verdict: 'supports' | 'against'): Stretch[] {
  const level = verdict === 'supports' ? 0.6 : 0.4;
  const holds = (strength: number) => (verdict === 'supports' ? strength >= level : strength < level);
  const stretches: Stretch[] = [];
  let from: number | null | undefined = holds(corners[0]![1]) ? null : undefined;
  for (let i = 1; i < corners.length; i++) {
    const [x0, y0] = corners[i - 1]!;
    const [x1, y1] = corners[i]!;
    if (holds(y0) === holds(y1)) continue;
    const turn = x0 + ((level - y0) / (y1 - y0)) * (x1 - x0);
    if (from === undefined) from = turn;
    else {
      stretches.push({ from, to: turn });
      from = undefined;
    }
  }
  if (from !== undefined) stretches.push({ from, to: null });
  return stretches;
}
