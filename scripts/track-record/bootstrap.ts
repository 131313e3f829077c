import { quantileSorted } from 'simple-statistics';
import type { Estimate } from '../../lib/track-record/schema';

/** Resamples behind every interval. */
export const RESAMPLES = 2000;
const SEED = 20251209;
/** Share of resamples in which a figure must exist for its interval to be told. */
const MIN_SHARE = 0.95;

/** Numbers of 0..1 (1 excluded), the same for the same seed: Marsaglia's xorshift on 32 bits. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/**
 * Fills `positions` with one resample of the stationary bootstrap of Politis and Romano (1994): blocks of
 * neighbors that start anywhere and have geometric lengths with a mean of `meanBlock`, the end joined to
 * the start. Neighbors stay together, so that what overlapping windows share is not taken for evidence.
 */
export function resample(positions: Int32Array, meanBlock: number, random: () => number): void {
  const n = positions.length;
  let at = 0;
  for (let i = 0; i < n; i++) {
    at = i === 0 || random() < 1 / meanBlock ? Math.floor(random() * n) : (at + 1) % n;
    positions[i] = at;
  }
}

/** Figures of a sample given by positions; NaN for one that the sample does not have. */
export type Statistic = (positions: Int32Array) => number[];

/**
 * Several figures of one sample of `n` neighbors in time, with 95% percentile intervals.
 * @param meanBlock mean length of a block, at least as long as the windows overlap
 */
export function estimate(
  n: number,
  meanBlock: number,
  statistic: Statistic,
  resamples = RESAMPLES,
): Estimate[] {
  const positions = Int32Array.from({ length: n }, (_, i) => i);
  const values = statistic(positions);
  if (n === 0) return values.map(() => ({ value: null, low: null, high: null }));
  const random = seededRandom(SEED);
  const drawn: number[][] = values.map(() => []);
  for (let i = 0; i < resamples; i++) {
    resample(positions, meanBlock, random);
    statistic(positions).forEach((value, which) => {
      if (Number.isFinite(value)) drawn[which]!.push(value);
    });
  }
  return values.map((value, which) => {
    const all = drawn[which]!.sort((a, b) => a - b);
    if (!Number.isFinite(value)) return { value: null, low: null, high: null };
    if (all.length < MIN_SHARE * resamples) return { value, low: null, high: null };
    return { value, low: quantileSorted(all, 0.025), high: quantileSorted(all, 0.975) };
  });
}

/** Ranks that count distinct values only: 0 for the lowest, equal values alike. */
function denseRanks(values: ArrayLike<number>): Int32Array {
  const distinct = [...new Set(Array.from(values))].sort((a, b) => a - b);
  const rank = new Map(distinct.map((value, i) => [value, i]));
  return Int32Array.from(Array.from(values), (value) => rank.get(value)!);
}

/**
 * Rank correlation (Spearman, ties by mean rank) of any resample of the same pairs, in linear time; NaN
 * where one side does not vary. The library's needs a sort for each of thousands of resamples.
 */
export function rankCorrelationOf(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): (positions: Int32Array) => number {
  const [a, b] = [denseRanks(x), denseRanks(y)];
  const ranksA = meanRanks(a);
  const ranksB = meanRanks(b);
  return (positions) => {
    const inA = ranksA(positions);
    const inB = ranksB(positions);
    const n = positions.length;
    const middle = (n - 1) / 2;
    let [product, squareA, squareB] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const p = inA[a[positions[i]!]!]! - middle;
      const q = inB[b[positions[i]!]!]! - middle;
      product += p * q;
      squareA += p * p;
      squareB += q * q;
    }
    return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : Number.NaN;
  };
}

/** Mean rank of each dense rank within a resample. */
function meanRanks(ranks: Int32Array): (positions: Int32Array) => Float64Array {
  const distinct = ranks.reduce((most, rank) => Math.max(most, rank + 1), 0);
  const counts = new Int32Array(distinct);
  const means = new Float64Array(distinct);
  return (positions) => {
    counts.fill(0);
    for (const position of positions) counts[ranks[position]!]!++;
    let before = 0;
    for (let rank = 0; rank < distinct; rank++) {
      means[rank] = before + (counts[rank]! - 1) / 2;
      before += counts[rank]!;
    }
    return means;
  };
}
