import type { Day } from '../market/day';
import type { Series } from '../market/types';

/** One value and the day it is about. */
export interface Point {
  day: Day;
  value: number;
}

/** Position of the last observation on or before a day; -1 when there is none. */
export function positionAt(days: Int32Array, day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Last observation on or before a day, at most `maxAge` days before it. */
export function pointAt(
  { days, values }: Series,
  day: Day,
  maxAge = Number.POSITIVE_INFINITY,
): Point | undefined {
  const at = positionAt(days, day);
  return at >= 0 && day - days[at]! <= maxAge ? { day: days[at]!, value: values[at]! } : undefined;
}

/** Newest observation. */
export function newest(series: Series): Point | undefined {
  return pointAt(series, Number.POSITIVE_INFINITY);
}

/** The observations on or before a day, without copying them. */
export function upTo<S extends Series>(series: S, day: Day): S {
  const end = positionAt(series.days, day) + 1;
  return { ...series, days: series.days.subarray(0, end), values: series.values.subarray(0, end) };
}

/** Observation with the highest value after one day and on or before another. */
export function highest({ days, values }: Series, after: Day, until: Day): Point | undefined {
  let best: Point | undefined;
  for (let i = positionAt(days, after) + 1; i < days.length && days[i]! <= until; i++) {
    if (!best || values[i]! > best.value) best = { day: days[i]!, value: values[i]! };
  }
  return best;
}

/** Change between two values, percent. */
export function changePct(from: number, to: number): number {
  return (to / from - 1) * 100;
}
