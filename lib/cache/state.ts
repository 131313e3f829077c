import type { Day } from '../market/day';
import type { Validators } from './http';

export const SOURCE_IDS = [
  'closes',
  'index',
  'fred-daily',
  'fred-weekly',
  'fred-monthly',
  'fred-projections',
  'nfib',
  'holdings',
  'tickers',
  'filings',
  'feed',
] as const;

/** One thing that is refreshed by itself. */
export type SourceId = (typeof SOURCE_IDS)[number];

/** What is remembered of a source between two runs; times in milliseconds since 1970. */
export interface SourceState {
  id: SourceId;
  /** When it is asked next. */
  nextAt: number;
  /** From when on something newer than what is held could be there. */
  dueAt: number;
  lastTry?: number;
  lastGood?: number;
  /** Until when the source wants to be left alone. */
  pausedUntil?: number;
  /** Failures since the last good answer. */
  failures: number;
  /** What happened at the last try, in the user's words; absent when it went well. */
  problem?: string;
  /** Whether nothing could be reached at all. */
  unreached?: boolean;
  /** What is to be said of a good answer. */
  note?: string;
  /** Day of the newest figure held from it. */
  newest?: Day;
  /** By address without its parameters. */
  validators: Record<string, Validators>;
}

export function newState(id: SourceId, now: number): SourceState {
  return { id, nextAt: now, dueAt: now, failures: 0, validators: {} };
}
