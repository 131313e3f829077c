import type { Day } from '../market/day';
import { inNewYork, newYork, nextSettled, tradingDayUpTo } from '../market/new-york';
import { nextRelease } from '../market/releases';
import { isTradingDay, tradingDaysBetween } from '../market/trading-days';
import type { MacroId } from '../market/types';
import type { SourceId, SourceState } from './state';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** The morning releases of 8:30 have reached FRED by then, minutes after midnight in New York. */
const MORNING = 9 * 60 + 30;
/** A release may come this many days before the day by which it usually has. */
const EARLY_DAYS = 6;
const THURSDAY = 4;
const MONDAY = 1;
/** Reports are in the frames this many days after a quarter's end: most, and nearly all. */
const FILED_DAYS = [50, 80];

/** When a source can first have something newer than what it gave at an instant, milliseconds since 1970. */
export function nextDue(id: SourceId, given: number, newest?: Day): number {
  switch (id) {
    case 'closes':
    case 'index':
      return nextSettled(given);
    case 'feed':
      // The feed is built after the closes.
      return nextSettled(given) + 2 * HOUR;
    case 'fred-daily':
      return nextMorning(given, isTradingDay);
    case 'fred-weekly':
      return nextMorning(given, (day) => weekday(day) === THURSDAY);
    case 'fred-monthly':
      return released(given, MONTHLY_IDS, newest);
    case 'nfib':
      return released(given, ['NFIB_SALES'], newest);
    case 'fred-projections':
    case 'holdings':
    case 'tickers':
      return nextMorning(given, (day) => weekday(day) === MONDAY);
    case 'filings':
      return nextMorning(given, (day) => FILED_DAYS.some((after) => isQuarterEnd(day - after)));
  }
}

const MONTHLY_IDS: MacroId[] = ['UNRATE', 'CPIAUCSL', 'PCEPILFE', 'INDPRO'];

/** The first morning in the days around a release of the month after the newest. */
function released(given: number, ids: readonly MacroId[], newest: Day | undefined): number {
  if (newest === undefined) return nextMorning(given, isTradingDay);
  const from = Math.min(...ids.map((id) => nextRelease(id, newest))) - EARLY_DAYS;
  return nextMorning(given, (day) => day >= from && isTradingDay(day));
}

function nextMorning(given: number, is: (day: Day) => boolean): number {
  for (let { day } = newYork(given); ; day++) {
    if (is(day) && inNewYork(day, MORNING) > given) return inNewYork(day, MORNING);
  }
}

// 1970-01-01 was a Thursday.
const weekday = (day: Day) => (day + 4) % 7;

function isQuarterEnd(day: Day): boolean {
  const after = new Date((day + 1) * 86_400_000);
  return after.getUTCDate() === 1 && after.getUTCMonth() % 3 === 0;
}

/** So that many users do not ask in the same minute. */
const SPREAD = 45 * MINUTE;
const FIRST_PAUSE = 10 * MINUTE;
const LONGEST_PAUSE = 12 * HOUR;
/** Pause until the next try when a source has not been brought up to date yet. */
const NOT_YET = HOUR;

/** @param random 0 to 1 */
export function afterGood(
  state: SourceState,
  now: number,
  newest: Day | undefined,
  random: number,
): SourceState {
  const dueAt = nextDue(state.id, now, newest);
  const { problem: _, unreached: __, note: ___, ...rest } = state;
  return {
    ...rest,
    lastTry: now,
    lastGood: now,
    failures: 0,
    dueAt,
    nextAt: dueAt + Math.round(random * SPREAD),
    ...(newest !== undefined && { newest }),
  };
}

/** The source answers well but has nothing newer yet: what was due stays due. */
export function afterNothingNew(state: SourceState, now: number, random: number): SourceState {
  const { problem: _, unreached: __, ...rest } = state;
  return { ...rest, lastTry: now, failures: 0, nextAt: now + Math.round(NOT_YET * (1 + random / 2)) };
}

/** Longer and longer pauses; never shorter than the source asks for. */
export function afterFailure(
  state: SourceState,
  now: number,
  failure: { words: string; unreached: boolean; retryAfterMs?: number },
  random: number,
): SourceState {
  const failures = state.failures + 1;
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE) * (0.75 + random / 2);
  const asked = failure.retryAfterMs === undefined ? 0 : failure.retryAfterMs + random * MINUTE;
  return {
    ...state,
    lastTry: now,
    failures,
    problem: failure.words,
    unreached: failure.unreached,
    nextAt: now + Math.round(Math.max(pause, asked)),
  };
}

/** A clock that was set back must not put a source off for longer than its rhythm. */
export function isDue({ nextAt, lastTry }: SourceState, now: number): boolean {
  return now >= nextAt || (lastTry !== undefined && lastTry > now + HOUR);
}

/** US trading days by which a source is past the day on which something newer was due; 0 when it is not. */
export function overdueDays({ dueAt }: SourceState, now: number): number {
  if (now < dueAt) return 0;
  return tradingDaysBetween(newYork(dueAt).day, tradingDayUpTo(newYork(now).day));
}
