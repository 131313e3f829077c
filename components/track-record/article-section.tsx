import { useMemo } from 'preact/hooks';
import { formatDay, parseDay } from '../../lib/market/day';
import { signed } from '../../lib/thesis/words';
import type { Leg, TrackRecord } from '../../lib/track-record/schema';
import { showScore } from '../../lib/verdicts';
import type { Line } from '../chart-data';
import { DataTable } from '../data-table';
import { showDay, showPercent } from '../format';
import { Shape } from '../verdict';
import { LineFigure } from './line-figure';

const OUTCOMES: Record<Leg['outcome'], string> = {
  holds: 'holds',
  wavers: 'wavers',
  broke: 'broke',
  unknown: 'cannot be told',
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
        From the close of {dayWords(since.from)} to that of {dayWords(since.to)} IWM moved{' '}
        {signed(since.small)}% and SPY {signed(since.large)}%. The score went from{' '}
        {showScore(since.score.before)} to {showScore(since.score.now)}.
      </p>
      <LineFigure
        title="IWM and SPY since the article"
        lines={lines}
        unit="percent since the article, without dividends"
      />
      <DataTable
        caption="IWM and SPY since the article, by month"
        heads={['Day', 'IWM', 'SPY']}
        rows={monthly(lines)}
      />
      <h3>What happened</h3>
      <ul class="events">
        {since.events.map(({ day, words }) => (
          <li key={words}>
            <time class="mute">{dayWords(day)}</time> {words}
          </li>
        ))}
      </ul>
      <h3>Leg by leg</h3>
      <ul class="legs">
        {since.legs.map((leg) => (
          <LegRow key={leg.id} leg={leg} />
        ))}
      </ul>
      <DataTable
        caption="Leg by leg since the article"
        heads={['Leg', "On the article's day", 'Now', 'Since', 'First against', 'Changes']}
        rows={since.legs.map(({ title, outcome, turns }) => [
          title,
          `${turns[0]!.verdict}, ${turns[0]!.short}`,
          OUTCOMES[outcome],
          dayWords(turns.at(-1)!.day),
          firstAgainst(turns) ?? '–',
          String(turns.length - 1),
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
        <b>{title}</b> {OUTCOMES[outcome]}
        {turns.length > 1 && ` since ${dayWords(last.day)}`}.
        <span class="mute small">
          {' '}
          Then: {turns[0]!.short}. {now}
        </span>
      </div>
    </li>
  );
}

function firstAgainst(turns: Leg['turns']): string | undefined {
  const first = turns.find(({ verdict }) => verdict === 'against');
  return first && dayWords(first.day);
}
