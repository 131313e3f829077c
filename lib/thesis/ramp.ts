/** Measure and strength at one corner of a ramp. */
export type Corner = readonly [measure: number, strength: number];

/**
 * A broken line from a measure to a strength of 0..1: straight between its corners, level outside them.
 * Corners are in ascending order of measure.
 */
export function ramp(...corners: [Corner, Corner, ...Corner[]]): (measure: number) => number {
  return (measure) => {
    const next = corners.findIndex(([at]) => measure < at);
    if (next === 0) return corners[0][1];
    if (next < 0) return corners.at(-1)![1];
    const [x0, y0] = corners[next - 1]!;
    const [x1, y1] = corners[next]!;
    return y0 + ((y1 - y0) * (measure - x0)) / (x1 - x0);
  };
}
