import { t } from '../lib/i18n';
import type { Verdict } from '../lib/thesis/types';
import { showScore, VERDICTS } from '../lib/verdicts';
import { Unseen } from './unseen';

/** A score in its verdict's color, with its shape, and with its words for a screen reader. */
export function ScorePill({ score, verdict }: { score: number | null; verdict: Verdict }) {
  return (
    <span class="pill" data-verdict={verdict}>
      <span class="pill-shape" aria-hidden="true">
        {VERDICTS[verdict].shape}
      </span>
      {score === null ? <Unseen>{t('score.unknown')}</Unseen> : showScore(score)}
      {score !== null && <Unseen> {t('score.ofHundred', { verdict: VERDICTS[verdict].spoken })}</Unseen>}
    </span>
  );
}
