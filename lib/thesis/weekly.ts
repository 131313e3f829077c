import type { Day } from '../market/day';
import type { PriceSeries, Series } from '../market/types';
import { type Point, pointAt } from './series';

/** Two years of weekly moves. */
const WEEKS = 104;
/** Fewer weeks say little: the standard error of a correlation over 52 is already 0.14. */
export const MIN_WEEKS = 52;
/** A longer gap between two closes is not a week. */
const MAX_GAP = 10;

/** One week of a stock: the days it runs between and its return, a fraction. */
export interface Week {
  from: Day;
  to: Day;
  return: number;
}

/** Weeks run from Monday to Sunday; 1970-01-05 was a Monday. */
const weekOf = (day: Day) => Math.floor((day - 4) / 7);

/** The last two years of weekly returns, from daily and weekly closes alike: the last close of each week counts. */
export function weeklyReturns({ days, values }: Series): Week[] {
  const closes: Point[] = [];
  for (let i = days.length - 1; i >= 0 && closes.length <= WEEKS; i--) {
    const day = days[i]!;
    if (closes.length === 0 || weekOf(day) !== weekOf(closes.at(-1)!.day))
      closes.push({ day, value: values[i]! });
  }
  closes.reverse();
  return closes.slice(1).flatMap((close, i) => {
    const before = closes[i]!;
    return close.day - before.day <= MAX_GAP
      ? [{ from: before.day, to: close.day, return: close.value / before.value - 1 }]
      : [];
  });
}

/** A stock's weekly returns beside something else's moves over the same days; weeks without one are left out. */
export function pairWeeks(
  history: PriceSeries,
  moveOf: (from: Day, to: Day) => number | undefined,
): { returns: number[]; moves: number[]; until: Day } {
  const returns: number[] = [];
  const moves: number[] = [];
  let until = 0;
  for (const week of weeklyReturns(history)) {
    const move = moveOf(week.from, week.to);
    if (move === undefined) continue;
    returns.push(week.return);
    moves.push(move);
    until = week.to;
  }
  return { returns, moves, until };
}

/** Values on two days, each at most a week old; undefined when either is missing. */
export function between(series: Series, from: Day, to: Day): [before: number, after: number] | undefined {
  const before = pointAt(series, from, 6);
  const after = pointAt(series, to, 6);
  return before && after && before.day < after.day ? [before.value, after.value] : undefined;
}
