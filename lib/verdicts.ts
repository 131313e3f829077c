import type { Verdict } from './thesis/types';

/** Each verdict's shape, word on a card, and word in a spoken name: colour never stands alone. */
export const VERDICTS: Record<Verdict, { shape: string; word: string; spoken: string }> = {
  supports: { shape: '▲', word: 'Fits', spoken: 'supports' },
  neutral: { shape: '●', word: 'Mixed', spoken: 'neutral' },
  against: { shape: '▼', word: 'Does not fit', spoken: 'against' },
  unknown: { shape: '–', word: 'Unknown', spoken: 'unknown' },
};

/** A score of 0..100 in full points, so that only what reaches a band reads like it. */
export function fullPoints(score: number): number {
  return Math.floor(score);
}

/** A score as it is shown, or a dash when nothing is known. */
export function showScore(score: number | null): string {
  return score === null ? '–' : String(fullPoints(score));
}

/** Name of a badge for a screen reader, e.g. "Enerpac Tool Group, score 64 of 100, supports". */
export function spokenScore(name: string, score: number | null, verdict: Verdict): string {
  return score === null
    ? `${name}, score unknown`
    : `${name}, score ${showScore(score)} of 100, ${VERDICTS[verdict].spoken}`;
}
