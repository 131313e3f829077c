import type { Day } from '../market/day';
import type { PriceSeries, Series } from '../market/types';
import { pointAt } from './series';

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

const known = new WeakMap<Series, Week[]>();

/** The last two years of weekly returns, from daily and weekly closes alike: the last close of each week counts. */
export function weeklyReturns(series: Series): Week[] {
  const weeks = known.get(series) ?? readWeeks(series);
  known.set(series, weeks);
  return weeks;
}

function readWeeks({ days, values }: Series): Week[] {
  const weeks: Week[] = [];
  let later = days.length - 1;
  for (let i = later - 1, closes = 1; i >= 0 && closes <= WEEKS; i--) {
    if (weekOf(days[i]!) === weekOf(days[later]!)) continue;
    const [from, to] = [days[i]!, days[later]!];
    if (to - from <= MAX_GAP) weeks.push({ from, to, return: values[later]! / values[i]! - 1 });
    later = i;
    closes++;
  }
  return weeks.reverse();
}

/** What something moved between two days; undefined when it is not known. */
export type MoveOf = (from: Day, to: Day) => number | undefined;

/** Remembers each answer, since most stocks share their weeks. */
export function remembered(moveOf: MoveOf): MoveOf {
  const moves = new Map<number, number | undefined>();
  return (from, to) => {
    const key = from * 64 + (to - from);
    if (!moves.has(key)) moves.set(key, moveOf(from, to));
    return moves.get(key);
  };
}

/** A stock's weekly returns beside something else's moves over the same days; weeks without one are left out. */
export function pairWeeks(
  history: PriceSeries,
  moveOf: MoveOf,
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
