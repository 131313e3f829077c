import { compactUsd, date, moment, signedPercent } from '../lib/i18n/format';
import type { Day } from '../lib/market/day';

/** "Aug 21, 2026", as all that is shown here in the user's locale. */
export const showDay = (day: Day): string => date(day);

/** US dollars as "$2.3B". */
export const showUsd = (usd: number): string => compactUsd(usd);

/** A change in percent with its sign, e.g. "+18%", "−2.1%"; `digits` after the point. */
export const showPercent = (percent: number, digits = 0): string => signedPercent(percent, digits);

/** "Nov 24, 04:30 PM", in the user's own time zone. */
export const showMoment = (ms: number): string => moment(ms);
