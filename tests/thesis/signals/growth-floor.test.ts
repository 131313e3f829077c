import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../lib/market/day';
import { growthFloor } from '../../../lib/thesis/signals/growth-floor';
import { day, macro, readSignal, shipped, vintage } from '../support';

/** Weekly claims: 200 thousand, and other in the last four weeks. */
const claims = (recent: number, weeks = 60, last = '2026-01-31') =>
  macro(
    'ICSA',
    vintage(
      '2026-02-10',
      Array.from({ length: weeks }, (_, i): [string, number] => [
        formatDay(day(last) - 7 * (weeks - 1 - i)),
        i >= weeks - 4 ? recent : 200_000,
      ]),
      5,
    ),
  );
const jobs = (thousandsAMonth: number) =>
  macro(
    'PAYEMS',
    vintage(
      '2026-02-10',
      [
        ['2025-10-01', 159_000],
        ['2026-01-01', 159_000 + 3 * thousandsAMonth],
      ],
      35,
    ),
  );
const output = (yearPct: number) =>
  macro(
    'INDPRO',
    vintage(
      '2026-02-10',
      [
        ['2024-12-01', 100],
        ['2025-12-01', 100 + yearPct],
      ],
      47,
    ),
  );
const read = (...series: ReturnType<typeof macro>[]) =>
  readSignal(growthFloor, { macro: series }, '2026-02-10');

describe('growth-floor', () => {
  it.each([
    [180_000, -10, 1],
    [200_000, 0, 1],
    [220_000, 10, 0.5],
    [240_000, 20, 0],
    [400_000, 100, 0],
  ])('%s claims after a year of 200,000 are %s%% off: %s', (recent, pct, strength) => {
    const reading = read(claims(recent));
    expect(reading.measure.claimsAgainstYearPct).toBeCloseTo(pct, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it.each([
    [-75, 0],
    [0, 0.5],
    [75, 1],
    [300, 1],
  ])('%s thousand jobs a month are %s', (thousands, strength) => {
    expect(read(jobs(thousands)).strength).toBeCloseTo(strength, 9);
  });

  it.each([
    [-2, 0],
    [-1, 0.25],
    [0, 0.5],
    [0.5, 0.75],
    [1, 1],
  ])('industrial production %s%% on the year is %s', (pct, strength) => {
    expect(read(output(pct)).strength).toBeCloseTo(strength, 9);
  });

  it('weighs the three alike', () => {
    expect(read(claims(240_000), jobs(75), output(0)).strength).toBeCloseTo(0.5, 9);
  });

  it('leaves out claims with less than most of a year behind them, or too old, and tells their date', () => {
    expect(read(claims(180_000, 30)).strength).toBeNull();
    const old = read(claims(180_000, 60, '2025-12-20'), output(1));
    expect(old.measure.claimsAgainstYearPct).toBeNull();
    expect(old.explanation).toContain('December 20, 2025');
  });

  it('finds growth that holds on both dates', () => {
    expect(readSignal(growthFloor, shipped, '2025-12-09').strength).toBeGreaterThan(0.6);
    expect(readSignal(growthFloor, shipped, '2026-10-05').strength).toBeGreaterThan(0.6);
  });

  it('found none in spring 2020', () => {
    expect(readSignal(growthFloor, shipped, '2020-06-01').strength).toBeLessThan(0.1);
  });
});
