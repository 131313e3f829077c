import { LOCALE } from '../lib/i18n/numbers';
import type { Day } from '../lib/market/day';

export { showCount, showList, showNumber, showPercent, showShare, showSigned } from '../lib/i18n/numbers';

const date = (day: Day) => new Date(day * 86_400_000);
// Months in letters, so that no one takes the month for the day.
const wholeDay = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});
const monthOnly = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const compactUsd = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumSignificantDigits: 3,
});
const wholeUsd = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' });
const moment = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Aug 21, 2026", in the order of the user's locale. */
export const showDay = (day: Day): string => wholeDay.format(date(day));

/** "Aug 21, 26", for columns. */
export const showShortDay = (day: Day): string => shortDay.format(date(day));

/** "Aug", for an axis. */
export const showMonth = (day: Day): string => monthOnly.format(date(day));

/** US dollars as "$2.3B". */
export const showUsd = (usd: number): string => compactUsd.format(usd);

/** A price in US dollars: "$39.10". */
export const showPrice = (usd: number): string => wholeUsd.format(usd);

/** "Nov 24, 04:30 PM", in the user's own time zone. */
export const showMoment = (ms: number): string => moment.format(ms);
