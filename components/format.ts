import type { Day } from '../lib/market/day';

const LOCALE = 'en-US';
const date = (day: Day) => new Date(day * 86_400_000);
const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayMonthShortYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});
const compactUsd = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumSignificantDigits: 3,
});

/** "21 Aug 2026". */
export const showDay = (day: Day): string => dayMonthYear.format(date(day)).replace('Sept', 'Sep');

/** "21 Aug 26", for columns. */
export const showShortDay = (day: Day): string => dayMonthShortYear.format(date(day)).replace('Sept', 'Sep');

/** US dollars as "$2.3B". */
export const showUsd = (usd: number): string => compactUsd.format(usd);

/** A change in percent with its sign, e.g. "+18%", "−2.1%"; `digits` after the point. */
export function showPercent(percent: number, digits = 0): string {
  const text = Math.abs(percent).toFixed(digits);
  if (Number(text) === 0) return `${text}%`;
  return `${percent < 0 ? '−' : '+'}${text}%`;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** "24 Nov, 16:30", in the user's own time zone. */
export const showMoment = (ms: number): string => moment.format(ms).replace('Sept', 'Sep');
