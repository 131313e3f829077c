import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { formatDay, parseDay } from '../../lib/market/day';
import type { Leg, TrackRecord } from '../../lib/track-record/schema';
import { showScore, VERDICTS } from '../../lib/verdicts';
import type { Line } from '../chart-data';
import { DataTable } from '../data-table';
import { showCount, showDay, showPercent } from '../format';
import { Shape } from '../verdict';
import { LineFigure } from './line-figure';

const OUTCOMES: Record<Leg['outcome'], string> = {
  holds: t('record.outcome.holds'),
  wavers: t('record.outcome.wavers'),
  broke: t('record.outcome.broke'),
  unknown: t('record.outcome.unknown'),
};

const dayWords = (text: string) => showDay(parseDay(text));

/** Both funds and every leg of the argument since the article. */
export function ArticleSection({ since }: { since: TrackRecord['sinceArticle'] }) {
  const lines = useMemo(() => {
    const line = (label: string, closes: readonly number[]): Line => ({
      label,
      base: closes[0]!,
      points: since.days.map((x, i) => ({ x, y: (closes[i]! / closes[0]! - 1) * 100 })),
    });
    return [line('IWM', since.iwm), line('SPY', since.spy)];
  }, [since]);
  return (
    <>
      <p>
        {t('record.since', {
          from: dayWords(since.from),
          to: dayWords(since.to),
          small: showPercent(since.small, 1),
          large: showPercent(since.large, 1),
          before: showScore(since.score.before),
          now: showScore(since.score.now),
        })}
      </p>
      <LineFigure title={t('record.sinceFigure')} lines={lines} unit={t('record.sinceUnit')} />
      <DataTable
        caption={t('record.sinceTable')}
        heads={[t('chart.day'), 'IWM', 'SPY']}
        rows={monthly(lines)}
      />
      <h3>{t('record.happened')}</h3>
      <ul class="events">
        {since.events.map(({ day, words }) => (
          <li key={words}>
            <time class="mute">{dayWords(day)}</time> <span lang="en">{words}</span>
          </li>
        ))}
      </ul>
      <h3>{t('record.legs')}</h3>
      <ul class="legs">
        {since.legs.map((leg) => (
          <LegRow key={leg.id} leg={leg} />
        ))}
      </ul>
      <DataTable
        caption={t('record.legsTable')}
        heads={[
          t('record.leg'),
          t('record.articleDay'),
          t('record.now'),
          t('record.sinceHead'),
          t('record.firstAgainst'),
          t('record.changes'),
        ]}
        rows={since.legs.map(({ title, outcome, turns }) => [
          title,
          t('record.legThen', { verdict: VERDICTS[turns[0]!.verdict].word, short: turns[0]!.short }),
          OUTCOMES[outcome],
          dayWords(turns.at(-1)!.day),
          firstAgainst(turns) ?? '–',
          showCount(turns.length - 1),
        ])}
      />
    </>
  );
}

/** Both lines on the last day of each month, and on the newest day. */
function monthly([first, second]: Line[]): string[][] {
  const monthOf = (x: number) => formatDay(x).slice(0, 7);
  return first!.points.flatMap(({ x, y }, i, all) =>
    i + 1 < all.length && monthOf(x) === monthOf(all[i + 1]!.x)
      ? []
      : [[showDay(x), showPercent(y, 1), showPercent(second!.points[i]!.y, 1)]],
  );
}

function LegRow({ leg: { title, outcome, turns, now } }: { leg: Leg }) {
  const last = turns.at(-1)!;
  return (
    <li>
      <Shape verdict={last.verdict} />
      <div>
        <b>{title}</b>{' '}
        {turns.length > 1
          ? t('record.outcomeSince', { outcome: OUTCOMES[outcome], day: dayWords(last.day) })
          : t('record.outcomeNow', { outcome: OUTCOMES[outcome] })}{' '}
        <span class="mute small">{t('record.legThenNow', { short: turns[0]!.short, now })}</span>
      </div>
    </li>
  );
}

function firstAgainst(turns: Leg['turns']): string | undefined {
  const first = turns.find(({ verdict }) => verdict === 'against');
  return first && dayWords(first.day);
}
