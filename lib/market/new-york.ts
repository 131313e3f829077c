import type { Day } from './day';
import { isTradingDay } from './trading-days';

const MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** Minutes after midnight in New York. */
export const OPENS = 9 * 60 + 30;
/** Half an hour after the close, when last prices have settled. */
export const SETTLED = 16 * 60 + 30;

/** Calendar day and minutes after midnight in New York at an instant, milliseconds since 1970. */
export function newYork(ms: number): { day: Day; minutes: number } {
  const part = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const day = Date.UTC(part.year!, part.month! - 1, part.day!) / MS_PER_DAY;
  return { day, minutes: part.hour! * 60 + part.minute! };
}

/** The instant at which New York's clocks show so many minutes after midnight of a day. */
export function inNewYork(day: Day, minutes: number): number {
  const guess = day * MS_PER_DAY + minutes * MINUTE;
  const shown = newYork(guess);
  const off = (shown.day - day) * 24 * 60 + shown.minutes - minutes;
  return guess - off * MINUTE;
}

/** Last trading day on or before a day. */
export function tradingDayUpTo(day: Day): Day {
  let at = day;
  while (!isTradingDay(at)) at--;
  return at;
}

/** The trading day whose closes stand at an instant; undefined while the exchange is open. */
export function closeDay(ms: number): Day | undefined {
  const { day, minutes } = newYork(ms);
  if (!isTradingDay(day) || minutes < OPENS) return tradingDayUpTo(isTradingDay(day) ? day - 1 : day);
  return minutes >= SETTLED ? day : undefined;
}

/** The last trading day that is over at an instant, also while the exchange is open. */
export function lastCloseDay(ms: number): Day {
  return closeDay(ms) ?? tradingDayUpTo(newYork(ms).day - 1);
}

/** The first instant after another at which closes of a trading day have settled. */
export function nextSettled(ms: number): number {
  for (let { day } = newYork(ms); ; day++) {
    if (isTradingDay(day) && inNewYork(day, SETTLED) > ms) return inNewYork(day, SETTLED);
  }
}
