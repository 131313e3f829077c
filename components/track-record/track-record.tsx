import { useEffect, useMemo, useState } from 'preact/hooks';
import { parseDay } from '../../lib/market/day';
import { send } from '../../lib/messaging';
import { plain, signed } from '../../lib/thesis/words';
import type { TrackRecord } from '../../lib/track-record/schema';
import {
  FINDING_WORDS,
  findingOf,
  intervalWords,
  looksOf,
  mainOf,
  yearsOf,
} from '../../lib/track-record/words';
import type { Line } from '../chart-data';
import { DataTable } from '../data-table';
import { showDay } from '../format';
import { SourceLink } from '../source-link';
import { ArticleSection } from './article-section';
import { CompanySection } from './company-section';
import { LineFigure } from './line-figure';
import { StudySection } from './study-section';

/** How the score would have done: tables, charts, method and limits. */
export function TrackRecordPanel() {
  const [record, setRecord] = useState<TrackRecord | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    send('track-record', {}).then(
      (answer) => setRecord(answer.record),
      (reason: Error) => setFailure(reason.message),
    );
  }, []);
  if (failure)
    return (
      <p class="notice" role="alert">
        {failure}
      </p>
    );
  if (!record) return <p class="part mute">Reading the track record…</p>;
  return <Record record={record} />;
}

function Record({ record }: { record: TrackRecord }) {
  const { index, long, sinceArticle, companies } = record;
  return (
    <div class="record">
      <section class="part" aria-labelledby="record-title">
        <h2 id="record-title">Does the score predict?</h2>
        <Answer record={record} />
      </section>
      <section class="part" aria-labelledby="record-index">
        <h2 id="record-index">The market's score, since {index.from.slice(0, 4)}</h2>
        <StudySection study={index} gap="IWM less SPY" />
        <ScoreByMonth index={index} />
      </section>
      <section class="part" aria-labelledby="record-ways">
        <h2 id="record-ways">Against always small and always large</h2>
        <Ways index={index} />
      </section>
      <section class="part" aria-labelledby="record-article">
        <h2 id="record-article">Since the article</h2>
        <ArticleSection since={sinceArticle} />
      </section>
      <section class="part" aria-labelledby="record-companies">
        <h2 id="record-companies">A company's fit, since {companies.from.slice(0, 4)}</h2>
        <CompanySection study={companies} />
      </section>
      <section class="part" aria-labelledby="record-long">
        <h2 id="record-long">Longer: the size factor since {long.from.slice(0, 4)}</h2>
        <p>
          The same engine on Fama and French's daily file: signals of prices from the start, of the economy
          from 1980, against the return of small companies less big ones (SMB).
        </p>
        <StudySection study={long} gap="Small less big (SMB)" />
      </section>
      <section class="part" aria-labelledby="record-method">
        <h2 id="record-method">Method and limits</h2>
        <Method record={record} />
      </section>
    </div>
  );
}

/** The answer first, whatever it is. */
function Answer({ record }: { record: TrackRecord }) {
  const { index, long, companies } = record;
  const year = mainOf(index.followed)!;
  const longYear = mainOf(long.followed)!;
  const [month] = companies.followed;
  const found = (finding: ReturnType<typeof findingOf>) => <b>{FINDING_WORDS[finding]}</b>;
  return (
    <>
      <p>
        <b>The market's score.</b> Over {yearsOf(record)} years of month's ends, its rank correlation with the
        next 12 months of IWM less SPY is {signed(year.rank.value ?? 0, 2)}, 95% interval{' '}
        {intervalWords(year.rank, 2)}: {found(findingOf(year.rank, true))}. Against the size factor since{' '}
        {long.from.slice(0, 4)} it is {signed(longYear.rank.value ?? 0, 2)}, {intervalWords(longYear.rank, 2)}
        : {found(findingOf(longYear.rank, true))}.
      </p>
      <p>
        <b>A company's fit.</b> By prices alone, the highest fifth did {signed(month!.spread.value ?? 0)}{' '}
        points a month against the lowest, 95% interval {intervalWords(month!.spread)}:{' '}
        {found(findingOf(month!.spread, true))}, before costs, in {companies.followed[0]!.months} months.
      </p>
      <p class="mute small">
        No weight or threshold was chosen on these results. Computed from data to{' '}
        {showDay(parseDay(record.asOf))}, by the article's own weights.
      </p>
    </>
  );
}

function ScoreByMonth({ index: { scores } }: Pick<TrackRecord, 'index'>) {
  const lines = useMemo(
    (): Line[] => [
      {
        label: 'Score',
        base: 1,
        points: scores.flatMap(({ day, score }) => (score === null ? [] : [{ x: parseDay(day), y: score }])),
      },
    ],
    [scores],
  );
  const shares = scores.map(({ coverage }) => coverage).sort((a, b) => a - b);
  const percent = (share: number) => `${plain(share * 100, 0)}%`;
  return (
    <>
      <h3>The score at each month's end</h3>
      <LineFigure title="Score at each month's end" lines={lines} unit="score, 0 to 100" format={whole} />
      <p class="mute small">
        From what was known then, by {percent(shares[0]!)} to {percent(shares.at(-1)!)} of the weights, in
        most months by {percent(shares[shares.length >> 1]!)}.
      </p>
      <DataTable
        caption="Score at each month's end"
        heads={["Month's end", 'Score', 'Coverage']}
        rows={scores
          .toReversed()
          .map(({ day, score, coverage }) => [
            showDay(parseDay(day)),
            score === null ? '–' : plain(score),
            `${plain(coverage * 100, 0)}%`,
          ])}
      />
    </>
  );
}

const whole = (value: number) => plain(value, 0);

function Ways({ index: { ways, ahead, scores, dividends } }: Pick<TrackRecord, 'index'>) {
  const lines = useMemo(
    () =>
      ways.map(
        ({ title, curve }): Line => ({
          label: title,
          base: 1,
          points: curve.map((y, i) => ({ x: parseDay(scores[i]!.day), y })),
        }),
      ),
    [ways, scores],
  );
  const lead = (estimate: (typeof ahead)['small']) =>
    `${signed(estimate.value ?? 0)} points a year (95% interval ${intervalWords(estimate)})`;
  return (
    <>
      <p>
        Small caps at a score of 60 and up, large ones below 40, half of each between, changed at month's
        ends: {lead(ahead.small)} against always small, {lead(ahead.large)} against always large. No costs,
        taxes or dividends.
      </p>
      <LineFigure
        title="Following the score, always small and always large"
        lines={lines}
        unit="percent since the start"
      />
      <DataTable
        caption="Following the score, always small and always large"
        heads={['Held', 'A year', 'Swing a year', 'Deepest fall']}
        rows={ways.map(({ title, yearly, swing, fall }) => [
          title,
          `${signed(yearly)}%`,
          `${plain(swing)}%`,
          `${signed(fall)}%`,
        ])}
      />
      <p class="mute small">
        With dividends, the mean gap over {dividends.horizon} months is {signed(dividends.withDividends, 2)}{' '}
        points instead of {signed(dividends.closes, 2)}.
      </p>
    </>
  );
}

function Method({ record }: { record: TrackRecord }) {
  const looks = looksOf(record);
  return (
    <>
      <ul class="points">
        <li>
          Each score uses only what was published by that day; figures too old are unknown and left out.
        </li>
        <li>
          Windows overlap, so months in a row are little more than one observation. The 95% intervals come
          from {record.resamples} resamples of whole blocks of months (stationary bootstrap).
        </li>
        <li>
          “Too few to tell”: fewer than ten windows that do not overlap, or fewer than five separate stretches
          of months.
        </li>
        <li>
          About one interval in twenty misses zero by chance alone; of the {looks.all} of single signals{' '}
          {looks.claimed + looks.opposite} do, {looks.opposite} of them against the claim. None is a reason to
          change a weight, and none was changed.
        </li>
        <li>
          Economic series up to 2025 are as revised by January 2026: releases are respected, first prints are
          not known. Forecasts, multiples, AI weights and the rate target have little or no history.
        </li>
        <li>
          Rate cuts, earnings forecasts and valuation, a third of the weights and more, are hardly tested at
          all. What is tested is mostly prices, jobs, inflation and growth.
        </li>
        <li>
          Stocks that left the exchange have no names in the data: warrants and blank checks are told by
          symbol and price. Foreign companies are left in.
        </li>
      </ul>
      <p class="mute small">
        The whole story, and the command that reruns it, are in docs/track-record.md of Minnow's source.
      </p>
      <h3>Sources</h3>
      <ul class="points small">
        {record.sources.map(({ what, source, url, asOf }) => (
          <li key={`${what} ${asOf}`}>
            {what}: <SourceLink source={source} url={url} />, {showDay(parseDay(asOf))}
          </li>
        ))}
      </ul>
    </>
  );
}
