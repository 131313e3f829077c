import { useMemo, useState } from 'preact/hooks';
import { parseDay } from '../../lib/market/day';
import { plain, signed } from '../../lib/thesis/words';
import type { CompanyStudy, Fifths } from '../../lib/track-record/schema';
import { findingOf, intervalWords, monthsWords } from '../../lib/track-record/words';
import { DataTable } from '../data-table';
import { showDay } from '../format';
import { ChoiceOfWindow } from './choice-of-window';
import { IntervalPlot } from './interval-plot';
import { LineFigure } from './line-figure';

const NAMES = ['Lowest fifth', 'Second', 'Third', 'Fourth', 'Highest fifth'];

/** Stocks in fifths by the price half of their fit, and what followed. */
export function CompanySection({ study }: { study: CompanyStudy }) {
  const horizons = study.followed.map(({ horizon }) => horizon);
  const [horizon, setHorizon] = useState(horizons[0]!);
  const window = monthsWords(horizon);
  const of = (all: readonly Fifths[]) => all.find((one) => one.horizon === horizon)!;
  const followed = of(study.followed);
  const summed = useMemo(() => {
    let sum = 0;
    return [
      {
        label: 'Highest less lowest fifth',
        base: 1,
        points: study.monthly.map(({ day, spread }) => {
          sum += spread;
          return { x: parseDay(day), y: sum };
        }),
      },
    ];
  }, [study]);
  const rows = followed.fifths.map((estimate, i) => ({
    label: NAMES[i]!,
    estimate,
    finding: findingOf(estimate, true),
  }));
  const factors = study.factors.map(({ title, followed: all }) => {
    const { spread, months } = of(all);
    return { label: title, estimate: spread, finding: findingOf(spread, true), note: `${months} months` };
  });
  return (
    <>
      <p>
        At each month's end from {showDay(parseDay(study.from))} to {showDay(parseDay(study.to))}: all stocks
        worth $300 million to $2 billion that day, those that left the exchange later included, by the five
        factors that prices alone answer ({study.stocks} stocks on average). Fifths by fit, against the mean
        of all.
      </p>
      <ChoiceOfWindow
        horizons={horizons}
        chosen={horizon}
        label="Window after each month's end, companies"
        onChoose={setHorizon}
      />
      <h3>What followed, by fit</h3>
      <IntervalPlot
        title={`Return less the mean of all stocks over the next ${window}, by fifths of fit`}
        rows={rows}
        unit={`return less the mean of all over the next ${window}, percentage points`}
      />
      <DataTable
        caption={`Return less the mean of all stocks over the next ${window}, by fifths of fit`}
        heads={['Fifth', 'Mean, points', '95% interval']}
        rows={[...rows, { label: 'Highest less lowest', estimate: followed.spread }].map(
          ({ label, estimate }) => [label, signed(estimate.value ?? 0), intervalWords(estimate)],
        )}
      />
      <p>
        The highest fifth did {signed(followed.spread.value ?? 0)} points against the lowest (95% interval{' '}
        {intervalWords(followed.spread)}), and was ahead in {plain(followed.consistency.value ?? 0, 0)}% of
        months. {plain(study.turnover, 0)}% of it changes every month, and none of this counts costs: trading
        small caps takes much of such a difference. It is one market over a few years, not a promise.
      </p>
      <h3>Month by month</h3>
      <LineFigure
        title="Highest less lowest fifth, months added up"
        lines={summed}
        mark={0}
        unit="percentage points, months added up, before costs"
        format={points}
      />
      <DataTable
        caption="Highest less lowest fifth over one month"
        heads={["Month's end", 'Points']}
        rows={study.monthly.map(({ day, spread }) => [showDay(parseDay(day)), signed(spread)])}
      />
      <h3>Each factor alone</h3>
      <IntervalPlot
        title={`Highest less lowest fifth of each factor over the next ${window}`}
        rows={factors}
        unit={`highest less lowest fifth over the next ${window}, percentage points`}
      />
      <DataTable
        caption={`Highest less lowest fifth of each factor over the next ${window}`}
        heads={['Factor', 'Months', 'Points', '95% interval']}
        rows={factors.map(({ label, note, estimate }) => [
          label,
          note.replace(/ months?$/, ''),
          signed(estimate.value ?? 0),
          intervalWords(estimate),
        ])}
      />
      <p class="mute small">
        {study.left} stocks left the exchange within a month after a month's end and are held to their last
        close; {study.failed} were judged failed and lose another 30%. With other treatments the difference
        over one month is{' '}
        {study.treatments
          .slice(1)
          .map(({ spread }) => signed(spread.value ?? 0))
          .join(', ')}{' '}
        points.
      </p>
    </>
  );
}

const points = (value: number) => signed(value, 0);
