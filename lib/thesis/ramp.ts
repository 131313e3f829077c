/** Measure and strength at one corner of a ramp. */
export type Corner = readonly [measure: number, strength: number];

/** From a measure to a strength of 0..1; its corners are there to be told and tested. */
export interface Ramp {
  (measure: number): number;
  readonly corners: readonly Corner[];
}

/** The ramp that is moved for now, and by how much; see `withMoved`. */
let moved: { one: Ramp; by: number } | undefined;

/**
 * A broken line from a measure to a strength of 0..1: straight between its corners, level outside them.
 * Corners are in ascending order of measure.
 */
export function ramp(...corners: [Corner, Corner, ...Corner[]]): Ramp {
  const strengthOf = (at: number): number => {
    const measure = moved?.one === self ? at - moved.by : at;
    const next = corners.findIndex(([corner]) => measure < corner);
    if (next === 0) return corners[0][1];
    if (next < 0) return corners.at(-1)![1];
    const [x0, y0] = corners[next - 1]!;
    const [x1, y1] = corners[next]!;
    return y0 + ((y1 - y0) * (measure - x0)) / (x1 - x0);
  };
  const self: Ramp = Object.assign(strengthOf, { corners });
  return self;
}

/**
 * Runs something, at once and to its end, with all corners of one ramp moved by a share of its width:
 * how much hangs on where they stand.
 */
export function withMoved<T>(one: Ramp, share: number, run: () => T): T {
  moved = { one, by: share * (one.corners.at(-1)![0] - one.corners[0]![0]) };
  try {
    return run();
  } finally {
    moved = undefined;
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
