import { type Day, formatDay, parseDay } from './day';
import type { MacroId } from './types';

/**
 * When each observation became public. The rules are the latest days of the publishers' usual
 * calendars, so that nothing is known too early; months moved by government shutdowns stand in a table.
 */

const SATURDAY = 6;
const SUNDAY = 0;
const weekday = (day: Day) => new Date(day * 86_400_000).getUTCDay();

/** Day of the month `months` after the month of `day`. */
function dayInMonth(day: Day, months: number, date: number): Day {
  const at = new Date(day * 86_400_000);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, date) / 86_400_000;
}

function nextWeekday(day: Day): Day {
  let next = day + 1;
  while (weekday(next) === SATURDAY || weekday(next) === SUNDAY) next++;
  return next;
}

/** BLS, Employment Situation: third Friday after the week of the 12th; December's not in the first days of January. */
function employment(month: Day): Day {
  const twelfth = dayInMonth(month, 0, 12);
  const endOfWeek = twelfth + (SATURDAY - weekday(twelfth));
  const friday = endOfWeek + 20;
  const inFirstDaysOfYear = formatDay(friday).slice(5) <= '01-03';
  return inFirstDaysOfYear ? friday + 7 : friday;
}

/** BLS, Consumer Price Index: mid-month; before 2017 up to the 20th, and January's up to the 27th. */
function consumerPrices(month: Day): Day {
  if (formatDay(month) >= '2017-01-01') return dayInMonth(month, 1, 15);
  return dayInMonth(month, 1, formatDay(month).slice(5, 7) === '01' ? 27 : 20);
}

/** NFIB, Small Business Economic Trends: second Tuesday. */
function smallBusiness(month: Day): Day {
  const first = dayInMonth(month, 1, 1);
  return first + ((2 - weekday(first) + 7) % 7) + 7;
}

/** H.15: the next business day, which is the next day with an observation. */
const nextBusinessDay = (day: Day, following: Day | undefined) => following ?? nextWeekday(day);

const RULES: Record<MacroId, (day: Day, following: Day | undefined) => Day> = {
  DGS2: nextBusinessDay,
  // In force, and announced the day before.
  DFEDTARU: (day) => day,
  // Projections carry the year they are about; the file says when they were seen, which bounds them.
  FEDTARMD: () => Number.POSITIVE_INFINITY,
  UNRATE: employment,
  PAYEMS: employment,
  CPIAUCSL: consumerPrices,
  CPILFESL: consumerPrices,
  // BEA, Personal Income and Outlays: from the 25th to the first days of the month after.
  PCEPILFE: (month) => dayInMonth(month, 2, 4),
  // Federal Reserve, G.17: from the 14th to the 18th.
  INDPRO: (month) => dayInMonth(month, 1, 18),
  // Department of Labor: the Thursday after the week's Saturday.
  ICSA: (saturday) => saturday + 5,
  NFIB_SALES: smallBusiness,
  NFIB_COMP: smallBusiness,
};

/** Releases moved by the shutdowns of 2013, 2018-2019, 2025 and 2026: observation, release. */
const MOVED: [ids: MacroId[], observation: string, release: string][] = [
  [['UNRATE', 'PAYEMS'], '2013-09-01', '2013-10-22'],
  [['UNRATE', 'PAYEMS'], '2013-10-01', '2013-11-08'],
  [['CPIAUCSL', 'CPILFESL'], '2013-09-01', '2013-10-30'],
  [['CPIAUCSL', 'CPILFESL'], '2013-10-01', '2013-11-20'],
  [['PCEPILFE'], '2013-09-01', '2013-11-08'],
  [['INDPRO'], '2013-09-01', '2013-10-28'],
  [['PCEPILFE'], '2018-12-01', '2019-03-01'],
  [['PCEPILFE'], '2019-01-01', '2019-03-29'],
  [['PCEPILFE'], '2019-02-01', '2019-04-29'],
  [['UNRATE', 'PAYEMS'], '2025-09-01', '2025-11-20'],
  [['PAYEMS'], '2025-10-01', '2025-12-16'],
  [['UNRATE', 'PAYEMS'], '2025-11-01', '2025-12-16'],
  [['CPIAUCSL', 'CPILFESL'], '2025-09-01', '2025-10-24'],
  [['CPIAUCSL', 'CPILFESL'], '2025-11-01', '2025-12-18'],
  [['PCEPILFE'], '2025-09-01', '2025-12-05'],
  [['PCEPILFE'], '2025-10-01', '2026-01-22'],
  [['PCEPILFE'], '2025-11-01', '2026-01-22'],
  [['PCEPILFE'], '2025-12-01', '2026-02-20'],
  [['PCEPILFE'], '2026-01-01', '2026-03-13'],
  [['PCEPILFE'], '2026-02-01', '2026-04-09'],
  [['INDPRO'], '2025-09-01', '2025-12-03'],
  [['INDPRO'], '2025-10-01', '2025-12-23'],
  [['INDPRO'], '2025-11-01', '2025-12-23'],
  ...['2025-09-27', '2025-10-04', '2025-10-11', '2025-10-18', '2025-10-25', '2025-11-01', '2025-11-08'].map(
    (saturday): [MacroId[], string, string] => [['ICSA'], saturday, '2025-11-20'],
  ),
  [['UNRATE', 'PAYEMS'], '2026-01-01', '2026-02-11'],
];

const moved = new Map(
  MOVED.flatMap(([ids, observation, release]) =>
    ids.map((id) => [`${id} ${parseDay(observation)}`, parseDay(release)] as const),
  ),
);

/** Release day of each observation, never after the day on which the file was taken. */
export function releaseDays(id: MacroId, days: Int32Array, takenOn: Day): Int32Array {
  return days.map((day, i) => Math.min(takenOn, moved.get(`${id} ${day}`) ?? RULES[id](day, days[i + 1])));
}

/** Day by which the observation after the newest one of a monthly series has usually been released. */
export function nextRelease(id: MacroId, newest: Day): Day {
  return RULES[id](dayInMonth(newest, 1, 1), undefined);
}
