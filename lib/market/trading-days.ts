import { getHolidays } from 'nyse-holidays';
import { type Day, formatDay, yearOf } from './day';

/** US trading days after `from` and before `to`: how many closes are missing on day `to`. 0 when `to` is not later. */
export function tradingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from + 1; day < to; day += 1) if (isTradingDay(day)) count += 1;
  return count;
}

/** Whether the New York Stock Exchange is open, by its calendar of weekends and holidays. */
export function isTradingDay(day: Day): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidaysOf(yearOf(day)).has(formatDay(day));
}

const holidays = new Map<number, Set<string>>();

function holidaysOf(year: number): Set<string> {
  const known = holidays.get(year) ?? new Set(getHolidays(year).map(({ dateString }) => dateString));
  holidays.set(year, known);
  return known;
}
