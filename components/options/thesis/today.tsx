import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { CardData } from '../../../lib/messages';
import { send } from '../../../lib/messaging';
import type { Score } from '../../../lib/thesis/types';
import { showScore } from '../../../lib/verdicts';
import { showDay, showShare } from '../../format';
import { THESIS_WORDS } from '../../thesis-words';
import { VerdictTag } from '../../verdict';
import { thesis } from '../state';

interface Props {
  ticker: string;
  onTicker: (ticker: string) => void;
}

/** The scores that the options give today, for the market and one company; they stay in sight beside the controls. */
export function Today({ ticker, onTicker }: Props) {
  const [card, setCard] = useState<CardData | null>(null);
  const [error, setError] = useState('');
  const report = thesis.value?.report;

  // The thesis is read anew once other options are kept; only then does a card follow them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the thesis stands for the options
  useEffect(() => {
    let gone = false;
    const wanted = wantedTicker(ticker);
    if (wanted === '' || !thesis.value) return;
    send('card', { ticker: wanted }).then(
      (answer) => {
        if (gone) return;
        setCard(answer);
        setError('');
      },
      (reason: Error) => {
        if (gone) return;
        setCard(null);
        setError(reason.message);
      },
    );
    return () => {
      gone = true;
    };
  }, [ticker, thesis.value]);

  return (
    <div class="today" aria-live="polite">
      <div>
        <h3>{report ? t('options.thesis.on', { day: showDay(report.asOf) }) : t('options.thesis.today')}</h3>
        {report ? (
          <ScoreLine score={report} word={THESIS_WORDS[report.verdict]} />
        ) : (
          <p>{thesis.value?.data.message}</p>
        )}
      </div>
      <div>
        <h3>
          <label for="example">{t('options.thesis.todayOf')}</label>{' '}
          <input
            id="example"
            class="ticker"
            value={ticker}
            maxLength={12}
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => onTicker(currentTarget.value)}
          />
        </h3>
        {card && (
          <>
            <ScoreLine score={card.report} />
            <p class="mute">
              {t('options.thesis.parts', {
                name: card.company.name,
                thesis: showScore(card.report.thesis),
                fit: showScore(card.report.fit),
              })}
            </p>
          </>
        )}
        <p class="error">{error}</p>
      </div>
    </div>
  );
}

/** A ticker as the data spell it. */
export const wantedTicker = (typed: string) => typed.trim().toUpperCase().replace('.', '/');

function ScoreLine({ score, word }: { score: Score; word?: string }) {
  return (
    <p class="score-line">
      <span class="score">{showScore(score.score)}</span>
      <span class="mute">{t('options.thesis.of100')}</span>
      <VerdictTag verdict={score.verdict} word={word} />
      <span class="mute">{t('options.thesis.coverage', { share: showShare(100 * score.coverage) })}</span>
    </p>
  );
}
