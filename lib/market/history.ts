import type { Day } from './day';
import { tradingDaysBetween } from './trading-days';
import type { Series } from './types';

/** A new close of a stock, with what tells a split from a move. */
export interface NewClose {
  day: Day;
  close: number;
  /** The close of the trading day before, in today's shares. */
  previous?: number;
  /** Shares outstanding now over shares at the last close held. */
  sharesRatio?: number;
}

/** Dollars that no share costs. */
const HIGHEST = 5e6;
/** Days for which daily closes are kept; of older weeks only the last close is. */
const DAILY_DAYS = 3 * 365;
/** A change that no split explains, over a gap, is another company under the same symbol. */
const HANDOVER = { low: 0.5, high: 2 };
/** Differences below this between two records of one close are corrections, not splits. */
const SPLIT_FROM = 0.1;
/** Largest number of shares that one becomes, or that become one. */
const SPLIT_TO = 100;
/** Part by which a ratio may miss the ratio of a split. */
const NEAR = 0.02;
const SHARES_NEAR = 0.15;

/**
 * A history with one more close. A split since the last close rescales what was held; a price that halved or
 * doubled unexplained over a gap begins a new history, as the symbol may have passed to another company.
 */
export function withClose(history: Series, added: NewClose): Series {
  const { day, close } = added;
  const last = history.days.length - 1;
  const lastDay = history.days[last];
  const lastClose = history.values[last];
  if (lastDay === undefined || lastClose === undefined) return seriesOfOne(day, close);
  if (day <= lastDay) return history;
  const consecutive = tradingDaysBetween(lastDay, day) === 0;
  const factor = consecutive ? splitOverNight(lastClose, added) : splitOverGap(lastClose, added);
  if (factor === undefined || lastClose * factor > HIGHEST) return seriesOfOne(day, close);
  const days = new Int32Array(last + 2);
  const values = new Float64Array(last + 2);
  days.set(history.days);
  values.set(
    factor === 1 ? history.values : history.values.map((value) => Math.min(value * factor, HIGHEST)),
  );
  days[last + 1] = day;
  values[last + 1] = close;
  return { days, values };
}

/** By the close before as the provider states it today. */
function splitOverNight(lastClose: number, { previous }: NewClose): number {
  const ratio = previous === undefined ? 1 : previous / lastClose;
  return Math.abs(ratio - 1) < SPLIT_FROM ? 1 : simpleRatio(ratio, NEAR);
}

/** By the number of shares; undefined when nothing explains the change. */
function splitOverGap(lastClose: number, { close, sharesRatio }: NewClose): number | undefined {
  const move = close / lastClose;
  const usual = (change: number) => change >= HANDOVER.low && change <= HANDOVER.high;
  if (sharesRatio !== undefined && !usual(sharesRatio * 1.2) && usual(move * sharesRatio)) {
    return simpleRatio(1 / sharesRatio, SHARES_NEAR);
  }
  return usual(move) ? 1 : undefined;
}

/** The split nearest to a ratio (1/2, 3/2, 10 …), or the ratio itself when none is near. */
function simpleRatio(ratio: number, near: number): number {
  for (let below = 1; below <= 3; below++) {
    for (const [up, down] of [
      [Math.round(ratio * below), below],
      [below, Math.round(below / ratio)],
    ] as const) {
      if (up < 1 || down < 1 || up > SPLIT_TO || down > SPLIT_TO) continue;
      if (up !== down && Math.abs(up / down / ratio - 1) <= near) return up / down;
    }
  }
  return ratio;
}

/** The same history with only the last close of each week, before the last three years. */
export function thinned(history: Series): Series {
  const newest = history.days.at(-1) ?? 0;
  const weekOf = (day: Day) => Math.floor((day - 4) / 7);
  const isKept = (day: Day, i: number) => {
    const next = history.days[i + 1];
    return day > newest - DAILY_DAYS || next === undefined || weekOf(next) !== weekOf(day);
  };
  const days = history.days.filter(isKept);
  if (days.length === history.days.length) return history;
  return { days, values: history.values.filter((_, i) => isKept(history.days[i]!, i)) };
}

function seriesOfOne(day: Day, close: number): Series {
  return { days: Int32Array.of(day), values: Float64Array.of(close) };
}
