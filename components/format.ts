import {
  bytes,
  compactUsd,
  date,
  list,
  moment,
  number,
  percent,
  signedNumber,
  signedPercent,
  usd,
} from '../lib/i18n/format';
import type { Day } from '../lib/market/day';

/** "Aug 21, 2026", as all that is shown here in the user's locale. */
export const showDay = (day: Day): string => date(day);

/** "Aug", for an axis. */
export const showMonth = (day: Day): string => date(day, 'monthName');

/** "Nov 24, 04:30 PM", in the user's own time zone. */
export const showMoment = (ms: number): string => moment(ms);

/** "2.1", "−0.4"; `digits` after the point. */
export const showNumber = (value: number, digits = 1): string => number(value, digits);

/** "+2.1", "−7.1", "0.0": a change in its own unit. */
export const showSigned = (value: number, digits = 1): string => signedNumber(value, digits);

/** "2,091": how many. */
export const showCount = (count: number): string => number(count);

/** "52%": a share of 0..100. */
export const showShare = (share: number, digits = 0): string => percent(share, digits);

/** A change in percent with its sign: "+18%", "−2.1%". */
export const showPercent = (change: number, digits = 0): string => signedPercent(change, digits);

/** US dollars as "$2.3B". */
export const showUsd = (value: number): string => compactUsd(value);

/** A price in US dollars: "$39.10". */
export const showPrice = (value: number): string => usd(value);

/** "12 kB", "2.2 MB" */
export const showBytes = (size: number): string => bytes(size);

/** "a, b, and c" */
export const showList = (parts: readonly string[]): string => list(parts);
