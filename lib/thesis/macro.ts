import { type Day, formatDay } from '../market/day';
import type { MacroId, Provenance, Series } from '../market/types';
import type { KnownVintage, MarketAsOf } from './as-of';
import { credit, type Evidence, unknown } from './evidence';
import { isStale, type MAX_AGE, none, stale, type What } from './freshness';
import { changePct, newest, type Point } from './series';
import type { Measure } from './types';
import { monthInWords } from './words';

/** A figure computed within one vintage; undefined when that vintage does not reach far enough. */
export type MacroMeasure = (vintage: KnownVintage) => Point | undefined;

/** A figure of one macro series, with where it is from. */
export interface MacroFigure {
  /** Null when nothing is known or the newest is stale. */
  value: number | null;
  /** What the figure is about; of a stale one too. Null when nothing is known. */
  day: Day | null;
  provenance: Pick<Provenance, 'source' | 'url'>;
}

/**
 * The figure from the first vintage, best first, that gives a fresh one: a vintage that is too short or
 * too old gives way to another whole vintage, and the figure keeps its own date.
 */
export function readMacro(
  market: MarketAsOf,
  id: MacroId,
  rhythm: keyof typeof MAX_AGE,
  measure: MacroMeasure,
): MacroFigure {
  return readVintages(market.vintages(id), market.source(id), market.day, rhythm, measure);
}

/** As `readMacro`, for vintages that a signal made from several series. */
export function readVintages(
  vintages: KnownVintage[],
  provenance: MacroFigure['provenance'],
  asOf: Day,
  rhythm: keyof typeof MAX_AGE,
  measure: MacroMeasure,
): MacroFigure {
  let seen: Day | null = null;
  for (const vintage of vintages) {
    const point = measure(vintage);
    if (!point) continue;
    if (!isStale(point.day, asOf, rhythm)) return { ...point, provenance };
    seen = Math.max(seen ?? point.day, point.day);
  }
  return { value: null, day: seen, provenance };
}

/** When none of the figures is known: why. */
export function unknownMacro(
  what: What,
  figures: MacroFigure[],
  measure: Measure,
  inWords = monthInWords,
): Evidence {
  const days = figures.flatMap(({ day }) => day ?? []);
  return unknown(days.length > 0 ? stale(what, Math.max(...days), inWords) : none(what), measure);
}

/** Date and publishers of the figures that are known. */
export function datedMacro(figures: MacroFigure[]): Pick<Evidence, 'asOf' | 'source' | 'url'> {
  const known = figures.filter(({ value }) => value !== null);
  return {
    asOf: Math.max(...known.map(({ day }) => day!)),
    ...credit(...known.map(({ provenance }) => provenance)),
  };
}

/** Month of a figure as YYYY-MM; null when it is not known. */
export function monthOfFigure({ value, day }: MacroFigure): string | null {
  return value === null || day === null ? null : formatDay(day).slice(0, 7);
}

/** Months since year 0, so that a missing month is a missing number and not a shifted row. */
export function monthOf(day: Day): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Values of a monthly series by month. */
export function byMonth({ days, values }: Series): Map<number, number> {
  return new Map(Array.from(days, (day, i) => [monthOf(day), values[i]!]));
}

/** Newest value against the one of so many months before, for the newest month that has both. */
export function againstMonthsBefore(
  months: number,
  compare: (now: number, before: number) => number,
): MacroMeasure {
  return (vintage) => {
    const values = byMonth(vintage);
    for (let i = vintage.days.length - 1; i >= 0; i--) {
      const before = values.get(monthOf(vintage.days[i]!) - months);
      if (before !== undefined) return { day: vintage.days[i]!, value: compare(vintage.values[i]!, before) };
    }
    return undefined;
  };
}

/** Change over twelve months, percent. */
export const yearOverYear = againstMonthsBefore(12, (now, before) => changePct(before, now));

/** Change over three months at a yearly rate, percent. */
export const threeMonthAnnualized = againstMonthsBefore(3, (now, before) => ((now / before) ** 4 - 1) * 100);

/** Mean monthly change over three months, in the units of the series. */
export const threeMonthMeanChange = againstMonthsBefore(3, (now, before) => (now - before) / 3);

/** Newest value as it is. */
export const latest: MacroMeasure = newest;
