import { sampleStandardDeviation } from 'simple-statistics';
import { type Day, formatDay } from '../../lib/market/day';
import type { MarketData, Series } from '../../lib/market/types';
import { pointAt } from '../../lib/thesis/series';
import type { ThesisReport } from '../../lib/thesis/types';
import type { TrackRecord, Way } from '../../lib/track-record/schema';
import { estimate } from './bootstrap';
import { blockOf, HORIZONS, monthEnds, round, rounded, scoresAt, studyOf } from './study';

type IndexRecord = TrackRecord['index'];

/** Value on a month's end, or the last one in the week before. */
const valueOn = (series: Series, day: Day) => pointAt(series, day, 7)?.value ?? Number.NaN;

/** Return of each window of so many months, a fraction; null where it is not over. */
function returnsOver(series: Series, ends: readonly Day[], months: number): (number | null)[] {
  return ends.map((day, i) => {
    const until = ends[i + months];
    const change = until === undefined ? Number.NaN : valueOn(series, until) / valueOn(series, day) - 1;
    return Number.isFinite(change) ? change : null;
  });
}

/** Return of one series less that of another over each window, percentage points. */
export function gapsBetween(
  small: Series,
  large: Series,
  ends: readonly Day[],
  months: number,
): (number | null)[] {
  const other = returnsOver(large, ends, months);
  return returnsOver(small, ends, months).map((one, i) =>
    one === null || other[i] == null ? null : (one - other[i]) * 100,
  );
}

/**
 * The score at each month's end against what IWM did beside SPY afterwards.
 * @param withDividends the same two funds, adjusted for dividends too
 */
export function indexRecord(
  market: MarketData,
  withDividends: { IWM: Series; SPY: Series },
  tell?: (done: number, of: number) => void,
): IndexRecord {
  const { IWM, SPY } = market.index;
  const ends = monthEnds(IWM);
  const reports = scoresAt(market, ends);
  const study = studyOf(reports, (horizon) => gapsBetween(IWM, SPY, ends, horizon), tell);
  return {
    ...study,
    scores: reports.map(({ asOf, score, coverage }) => ({
      day: formatDay(asOf),
      score,
      coverage: round(coverage),
    })),
    ...waysOf(reports, returnsOver(IWM, ends, 1), returnsOver(SPY, ends, 1)),
    dividends: dividendCheck(market, withDividends, ends),
  };
}

/** Share of small caps that each verdict would have held for the next month: in doubt, half of each. */
const SHARE = { supports: 1, neutral: 0.5, unknown: 0.5, against: 0 } as const;

/** The plain comparison with holding one of the two all the time; no costs, no taxes, no dividends. */
function waysOf(
  reports: readonly ThesisReport[],
  small: (number | null)[],
  large: (number | null)[],
): Pick<IndexRecord, 'ways' | 'ahead'> {
  const months = reports.flatMap(({ verdict }, i) => {
    const [one, other] = [small[i], large[i]];
    return one == null || other == null
      ? []
      : [{ small: one, large: other, followed: SHARE[verdict] * one + (1 - SHARE[verdict]) * other }];
  });
  const lead = (over: 'small' | 'large') =>
    estimate(months.length, blockOf(1), (positions) => {
      let sum = 0;
      for (const position of positions) sum += months[position]!.followed - months[position]![over];
      return [(sum / positions.length) * 12 * 100];
    }).map(rounded)[0]!;
  return {
    ways: [
      wayOf(
        'Following the score',
        months.map(({ followed }) => followed),
      ),
      wayOf(
        'Always small caps (IWM)',
        months.map((month) => month.small),
      ),
      wayOf(
        'Always large caps (SPY)',
        months.map((month) => month.large),
      ),
    ],
    ahead: { small: lead('small'), large: lead('large') },
  };
}

function wayOf(title: string, returns: number[]): Way {
  const values = [1];
  for (const one of returns) values.push(values.at(-1)! * (1 + one));
  let [highest, fall] = [0, 0];
  for (const value of values) {
    highest = Math.max(highest, value);
    fall = Math.min(fall, value / highest - 1);
  }
  return {
    title,
    yearly: round((values.at(-1)! ** (12 / returns.length) - 1) * 100),
    swing: round(sampleStandardDeviation(returns) * Math.sqrt(12) * 100),
    fall: round(fall * 100),
    curve: values.map((value) => Math.round((value - 1) * 1000) / 10),
  };
}

function dividendCheck(
  { index }: MarketData,
  adjusted: { IWM: Series; SPY: Series },
  ends: readonly Day[],
): IndexRecord['dividends'] {
  const horizon = HORIZONS.at(-1)!;
  const last = Math.min(adjusted.IWM.days.at(-1)!, adjusted.SPY.days.at(-1)!);
  const within = ends.filter((day) => day <= last);
  const meanOf = (gaps: (number | null)[]) => {
    const known = gaps.filter((gap) => gap !== null);
    return round(known.reduce((sum, gap) => sum + gap, 0) / known.length);
  };
  return {
    horizon,
    to: formatDay(within.at(-1)!),
    closes: meanOf(gapsBetween(index.IWM, index.SPY, within, horizon)),
    withDividends: meanOf(gapsBetween(adjusted.IWM, adjusted.SPY, within, horizon)),
  };
}
