import { t } from '../lib/i18n';
import type { Day } from '../lib/market/day';
import type { ChartSeries } from '../lib/messages';
import { showMonth } from './format';

const DAY_MS = 86_400_000;

export const PERIODS = { '3M': 3, '6M': 6, '1Y': 12, '5Y': 60 } as const;
export type Period = keyof typeof PERIODS;
export const PERIOD_WORDS: Record<Period, string> = {
  '3M': t('chart.threeMonths'),
  '6M': t('chart.sixMonths'),
  '1Y': t('chart.oneYear'),
  '5Y': t('chart.fiveYears'),
};

/** The same on a button. */
export const PERIOD_LABELS: Record<Period, string> = {
  '3M': t('chart.threeMonthsShort'),
  '6M': t('chart.sixMonthsShort'),
  '1Y': t('chart.oneYearShort'),
  '5Y': t('chart.fiveYearsShort'),
};

/** A series over one period, in percent of change since the period's first day. */
export interface Line {
  label: string;
  points: { x: Day; y: number }[];
  /** Close that stands for 0%, US dollars. */
  base: number;
}

/** The day `months` calendar months earlier; the month's last day where the earlier month is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const from = new Date(day * DAY_MS);
  const lastOfMonth = new Date(
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - months + 1, 0),
  ).getUTCDate();
  const ms = Date.UTC(
    from.getUTCFullYear(),
    from.getUTCMonth() - months,
    Math.min(from.getUTCDate(), lastOfMonth),
  );
  return ms / DAY_MS;
}

/**
 * Rebases all series to 0% on one common first day, so that they can be compared.
 * The period ends with the first series; it starts later where a series is younger. A series without two points is left out.
 */
export function rebase(series: ChartSeries[], period: Period): Line[] {
  const usable = series.filter((one) => one.days.length > 1);
  const end = usable[0]?.days.at(-1);
  if (end === undefined) return [];
  const start = Math.max(monthsBefore(end, PERIODS[period]), ...usable.map((one) => one.days[0]!));
  return usable
    .map((one) => {
      const first = Math.max(
        0,
        one.days.findLastIndex((day) => day <= start),
      );
      const base = one.values[first]!;
      const points = one.days
        .slice(first)
        // The last close before the first day still stands on it.
        .map((x, i) => ({ x: Math.max(x, start), y: (one.values[first + i]! / base - 1) * 100 }));
      return { label: one.label, base, points: points.filter(({ x }) => x <= end) };
    })
    .filter(({ points }) => points.length > 1);
}

/** Change of a line on the last day at or before `day`, percent; its first value for an earlier day. */
export function valueOn({ points }: Line, day: Day): number {
  return (points.findLast(({ x }) => x <= day) ?? points[0]!).y;
}

/** Every line's change on the last day of each month, or of each week where the period is short; the newest first. */
export function tableOf(lines: readonly Line[], period: Period): { day: Day; changes: number[] }[] {
  const days = lines[0]?.points.map(({ x }) => x) ?? [];
  return (PERIODS[period] > 6 ? monthEnds(days) : lastInEach(weekOf, days)).map((day) => ({
    day,
    changes: lines.map((line) => valueOn(line, day)),
  }));
}

/** The last of the days in each calendar month, newest first. */
export const monthEnds = (days: readonly Day[]): Day[] => lastInEach(monthOf, days);

const monthOf = (day: Day) => new Date(day * DAY_MS).toISOString().slice(0, 7);
/** A week ends with its Sunday; 1 January 1970 was a Thursday. */
const weekOf = (day: Day) => Math.floor((day + 3) / 7);

function lastInEach(spanOf: (day: Day) => string | number, days: readonly Day[]): Day[] {
  return days.filter((day, i) => i === days.length - 1 || spanOf(day) !== spanOf(days[i + 1]!)).toReversed();
}

/** First days of months (or of years, for long spans; of every few years, for decades) between two days, at most about six. */
export function dateTicks(from: Day, to: Day): { value: Day; label: string }[] {
  const months = (to - from) / 30.4;
  const step = months > 24 ? 12 * Math.ceil(months / 72) : Math.max(1, Math.ceil(months / 5));
  const ticks: { value: Day; label: string }[] = [];
  const start = new Date(from * DAY_MS);
  for (let month = 1; ; month++) {
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1));
    const value = at.getTime() / DAY_MS;
    if (value > to) return ticks;
    const isTick = at.getUTCMonth() % step === 0 && (step < 12 || at.getUTCFullYear() % (step / 12) === 0);
    if (isTick) ticks.push({ value, label: tickLabel(at, step) });
  }
}

function tickLabel(at: Date, step: number): string {
  const year = String(at.getUTCFullYear());
  if (step >= 12) return year;
  return at.getUTCMonth() === 0 ? year : showMonth(at.getTime() / DAY_MS);
}
