/** One measurement: a time as a multiple of a floor or a peer that was measured in the same run, side by side. */
export interface Row {
  name: string;
  /** What the ratio compares, in words. */
  what: string;
  ratio: number;
  /** The ratio must not be above this. */
  limit?: number;
}

/** Middle value; of an even count, the mean of the middle two. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
