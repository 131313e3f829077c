import type { Verdict } from '../lib/thesis/types';
import { showScore, VERDICTS } from '../lib/verdicts';

/** A score in its verdict's color, with its shape. The words for a screen reader stand with what it belongs to. */
export function ScorePill({ score, verdict }: { score: number | null; verdict: Verdict }) {
  return (
    <span class="pill" data-verdict={verdict} aria-hidden="true">
      <span class="pill-shape">{VERDICTS[verdict].shape}</span>
      {score === null ? '' : showScore(score)}
    </span>
  );
}
