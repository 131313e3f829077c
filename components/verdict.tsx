import type { Verdict } from '../lib/thesis/types';
import { VERDICTS } from '../lib/verdicts';

/** The verdict's shape alone, where the word stands elsewhere. */
export function Shape({ verdict }: { verdict: Verdict }) {
  return (
    <span class="shape" data-verdict={verdict} role="img" aria-label={VERDICTS[verdict].word}>
      {VERDICTS[verdict].shape}
    </span>
  );
}

/** The verdict as a tag: colour, shape and word. `word` replaces the card's word. */
export function VerdictTag({ verdict, word }: { verdict: Verdict; word?: string }) {
  return (
    <span class="tag" data-verdict={verdict}>
      <span aria-hidden="true">{VERDICTS[verdict].shape}</span> {word ?? VERDICTS[verdict].word}
    </span>
  );
}
