import type { Reading, Score, Verdict } from './types';

/** Verdict of a strength of 0..1: from 0.6 supports, below 0.4 against. */
export function verdictOf(strength: number | null): Verdict {
  if (strength === null) return 'unknown';
  // Rounded as scores are, so that a score shown as 60 is a 60.
  const score = Math.round(strength * 1000) / 10;
  return score >= 60 ? 'supports' : score >= 40 ? 'neutral' : 'against';
}

/** 0..1 as a score of 0..100 with one decimal, its verdict, and how much of it had data. */
export function scoreOf(strength: number | null, coverage: number): Score {
  return {
    score: strength === null ? null : Math.round(strength * 1000) / 10,
    coverage,
    verdict: verdictOf(strength),
  };
}

/** A part of a weighted mean; a strength of null is unknown. */
export type Weighed = Pick<Reading, 'strength' | 'weight'>;

/**
 * Mean strength over the parts that are known, by weight. Unknown parts are left out and lower the
 * coverage, the known share of all weights. Null when nothing with a weight is known.
 */
export function weightedMean(parts: Weighed[]): { strength: number | null; coverage: number } {
  let total = 0;
  let known = 0;
  let sum = 0;
  for (const { strength, weight } of parts) {
    total += weight;
    if (strength === null) continue;
    known += weight;
    sum += strength * weight;
  }
  return { strength: known > 0 ? sum / known : null, coverage: total > 0 ? known / total : 0 };
}
