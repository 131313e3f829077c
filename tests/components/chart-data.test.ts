import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateTicks,
  monthsBefore,
  PERIODS,
  type Period,
  rebase,
  tableOf,
  valueOn,
} from '../../components/chart-data';
import { formatDay, parseDay } from '../../lib/market/day';
import type { ChartSeries } from '../../lib/messages';

const provenance = { source: 'test', asOf: parseDay('2026-08-21') };

/** One close a day; `valueAt` gives the close by days since the first. */
function daily(label: string, from: string, to: string, valueAt: (i: number) => number): ChartSeries {
  const [first, last] = [parseDay(from), parseDay(to)];
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { label, days, values: days.map((_, i) => valueAt(i)), provenance };
}

describe('a period', () => {
  it('goes back by calendar months, to the last day of a shorter month', () => {
    expect(formatDay(monthsBefore(parseDay('2026-08-21'), 12))).toBe('2025-08-21');
    expect(formatDay(monthsBefore(parseDay('2026-05-31'), 3))).toBe('2026-02-28');
    expect(formatDay(monthsBefore(parseDay('2026-01-15'), 3))).toBe('2025-10-15');
  });

  it('starts all lines at 0% on one day and ends with the first series', () => {
    const stock = daily('EPAC', '2021-01-01', '2026-08-21', (i) => 20 + i / 100);
    const index = daily('IWM', '2020-01-01', '2026-10-05', (i) => 200 + i / 10);
    for (const period of Object.keys(PERIODS) as Period[]) {
      const lines = rebase([stock, index], period);
      expect(lines.map(({ points }) => points[0])).toEqual([
        { x: lines[0]!.points[0]!.x, y: 0 },
        { x: lines[0]!.points[0]!.x, y: 0 },
      ]);
      expect(formatDay(lines[0]!.points[0]!.x)).toBe(
        formatDay(monthsBefore(parseDay('2026-08-21'), PERIODS[period])),
      );
      for (const { points } of lines) expect(formatDay(points.at(-1)!.x)).toBe('2026-08-21');
    }
  });

  it('holds the last close before its first day where a series has none on it', () => {
    const stock = daily('EPAC', '2026-06-01', '2026-08-21', (i) => 20 + i);
    const weekly = {
      label: 'NEW',
      days: [parseDay('2026-05-29'), parseDay('2026-06-05')],
      values: [10, 11],
      provenance,
    };
    const [, line] = rebase([stock, weekly], '3M');
    expect(line!.points).toEqual([
      { x: parseDay('2026-06-01'), y: 0 },
      { x: parseDay('2026-06-05'), y: expect.closeTo(10) },
    ]);
  });

  it.each([
    ['3M', ['2026-08-21', '2026-08-16', '2026-08-09']],
    ['1Y', ['2026-08-21', '2026-07-31', '2026-06-30']],
  ] as const)('is told as a table by weeks or months, the newest first: %s', (period, newest) => {
    const stock = daily('EPAC', '2024-01-01', '2026-08-21', (i) => 20 + i);
    const lines = rebase([stock], period);
    const rows = tableOf(lines, period);
    expect(rows.slice(0, 3).map(({ day }) => formatDay(day))).toEqual(newest);
    for (const { day, changes } of rows) expect(changes).toEqual([valueOn(lines[0]!, day)]);
  });

  it('starts with the younger series where one has no history that long', () => {
    const young = daily('NEW', '2026-06-01', '2026-08-21', (i) => 10 + i);
    const index = daily('IWM', '2020-01-01', '2026-08-21', () => 250);
    const [line] = rebase([young, index], '5Y');
    expect(formatDay(line!.points[0]!.x)).toBe('2026-06-01');
  });

  it('compares changes, whatever the price', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (factor) => {
        const one = daily('A', '2026-01-01', '2026-08-21', (i) => 10 + i);
        const same = { ...one, values: one.values.map((value) => value * factor) };
        const [a, b] = rebase([one, same], '3M');
        for (const [i, { y }] of a!.points.entries()) expect(b!.points[i]!.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it('has no lines without two closes', () => {
    expect(rebase([{ label: 'A', days: [1], values: [1], provenance }], '1Y')).toEqual([]);
    expect(rebase([], '1Y')).toEqual([]);
  });
});

describe('a reading', () => {
  it('is the last close at or before a day', () => {
    const line = { label: 'A', base: 1, points: [10, 12, 20].map((x, i) => ({ x, y: i })) };
    expect(valueOn(line, 12)).toBe(1);
    expect(valueOn(line, 19)).toBe(1);
    expect(valueOn(line, 5)).toBe(0);
  });
});

describe('dates on the axis', () => {
  it('are few, first days of months, and name the year in January', () => {
    const ticks = dateTicks(parseDay('2025-08-21'), parseDay('2026-08-21'));
    expect(ticks.map(({ value, label }) => `${formatDay(value)} ${label}`)).toEqual([
      '2025-10-01 Oct',
      '2026-01-01 2026',
      '2026-04-01 Apr',
      '2026-07-01 Jul',
    ]);
  });

  it('are years over long spans', () => {
    const ticks = dateTicks(parseDay('2021-08-21'), parseDay('2026-08-21'));
    expect(ticks.map(({ label }) => label)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });

  it('are every few years over decades', () => {
    const ticks = dateTicks(parseDay('2000-05-31'), parseDay('2026-09-30'));
    expect(ticks.map(({ label }) => label)).toEqual(['2005', '2010', '2015', '2020', '2025']);
  });
});
