import type { Day } from '../../lib/market/day';
import { formatDay } from '../../lib/market/day';
import type { MarketData, Series } from '../../lib/market/types';
import { DEFAULT_OPTIONS, evaluateThesis } from '../../lib/thesis';
import { verdictOf } from '../../lib/thesis/score';
import { SIGNALS } from '../../lib/thesis/signals';
import type { ThesisReport, Verdict } from '../../lib/thesis/types';
import type { Estimate, Followed, Group, Study } from '../../lib/track-record/schema';
import { estimate, rankCorrelationOf, type Statistic } from './bootstrap';

/** Windows after each month's end, months. */
export const HORIZONS = [1, 3, 6, 12] as const;

const BANDS = ['supports', 'neutral', 'against'] as const satisfies Verdict[];
type Band = (typeof BANDS)[number];

/** A year at least, since scores last; and twice the window, since windows share their days. */
export const blockOf = (horizon: number) => Math.max(12, 2 * horizon);

/** Last observation of every month that is over within the series. */
export function monthEnds({ days }: Pick<Series, 'days'>): Day[] {
  const monthOf = (day: Day) => formatDay(day).slice(0, 7);
  return Array.from(days).filter((day, i) => i + 1 < days.length && monthOf(day) !== monthOf(days[i + 1]!));
}

/** The thesis at each day, from what was known then, with the article's own options. */
export function scoresAt(market: MarketData, days: readonly Day[]): ThesisReport[] {
  return days.map((day) => evaluateThesis(market, day, DEFAULT_OPTIONS));
}

/** What followed one month: a strength of 0..1 before, and the gap after, percentage points. */
interface Window {
  month: number;
  strength: number;
  gap: number;
}

/**
 * How small caps did against large ones after each reading.
 * @param strengths of 0..1 by month, null where unknown
 * @param gaps percentage points over the next `horizon` months, by month; null where the window is not over
 */
export function followedBy(
  strengths: readonly (number | null)[],
  gaps: readonly (number | null)[],
  horizon: number,
): Followed {
  const windows = strengths.flatMap((strength, month): Window[] => {
    const gap = gaps[month] ?? null;
    return strength === null || gap === null ? [] : [{ month, strength, gap }];
  });
  const bands = windows.map(({ strength }) => BANDS.indexOf(verdictOf(strength) as Band));
  const rank = rankCorrelationOf(
    windows.map(({ strength }) => strength),
    windows.map(({ gap }) => gap),
  );
  const statistic: Statistic = (positions) => {
    const sums = [0, 0, 0];
    const ahead = [0, 0, 0];
    const counts = [0, 0, 0];
    for (const position of positions) {
      const { gap } = windows[position]!;
      const band = bands[position]!;
      sums[band]! += gap;
      counts[band]!++;
      if (gap > 0) ahead[band]!++;
    }
    const total = (parts: number[]) => parts.reduce((all, part) => all + part, 0);
    const mean = (band: number) => sums[band]! / counts[band]!;
    return [
      total(sums) / total(counts),
      (total(ahead) / total(counts)) * 100,
      ...BANDS.flatMap((_, band) => [mean(band), (ahead[band]! / counts[band]!) * 100]),
      mean(0) - mean(2),
      rank(positions),
    ];
  };
  const figures = estimate(windows.length, blockOf(horizon), statistic).map(rounded);
  const group = (at: number, band?: number): Group => {
    const months = windows
      .filter((_, i) => band === undefined || bands[i] === band)
      .map(({ month }) => month);
    return {
      months: months.length,
      stretches: months.filter((month, i) => month - 1 !== months[i - 1]).length,
      mean: figures[at]!,
      hit: figures[at + 1]!,
    };
  };
  return {
    horizon,
    all: group(0),
    supports: group(2, 0),
    neutral: group(4, 1),
    against: group(6, 2),
    difference: figures[8]!,
    rank: figures[9]!,
  };
}

/** Score and each signal against what followed. `gapsOver` gives the gap after each month, percentage points. */
export function studyOf(
  reports: readonly ThesisReport[],
  gapsOver: (horizon: number) => (number | null)[],
  tell: (done: number, of: number) => void = () => {},
): Study {
  const gaps = HORIZONS.map((horizon) => ({ horizon, after: gapsOver(horizon) }));
  const followed = (strengths: (number | null)[]) =>
    gaps.map(({ horizon, after }) => followedBy(strengths, after, horizon));
  const scored = reports.filter(({ score }) => score !== null);
  return {
    from: formatDay(scored[0]!.asOf),
    to: formatDay(scored.at(-1)!.asOf),
    followed: followed(reports.map(({ score }) => (score === null ? null : score / 100))),
    signals: SIGNALS.map(({ id, title }, i) => {
      tell(i + 1, SIGNALS.length);
      const strengths = reports.map(({ signals }) => signals[i]!.strength);
      const first = strengths.findIndex((strength) => strength !== null);
      return {
        id,
        title,
        from: first < 0 ? null : formatDay(reports[first]!.asOf),
        followed: first < 0 ? [] : followed(strengths),
      };
    }),
  };
}

/** To four digits after the point, which is more than the intervals bear. */
export function rounded({ value, low, high }: Estimate): Estimate {
  return { value: round(value), low: round(low), high: round(high) };
}

export function round<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 1e4) / 1e4) as T;
}
