import { t } from './i18n';
import type { Verdict } from './thesis/types';

/** Each verdict's shape, word on a card, and word in a spoken name: colour never stands alone. */
export const VERDICTS: Record<Verdict, { shape: string; word: string; spoken: string }> = {
  supports: { shape: '▲', word: t('verdict.fits'), spoken: t('score.supports') },
  neutral: { shape: '●', word: t('verdict.mixed'), spoken: t('score.neutral') },
  against: { shape: '▼', word: t('verdict.doesNotFit'), spoken: t('score.against') },
  unknown: { shape: '–', word: t('verdict.unknown'), spoken: t('score.verdictUnknown') },
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
    ? t('score.spokenUnknown', { name })
    : t('score.spoken', { name, score: showScore(score), verdict: VERDICTS[verdict].spoken });
}
