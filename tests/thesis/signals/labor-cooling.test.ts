import { describe, expect, it } from 'vitest';
import { laborCooling } from '../../../lib/thesis/signals/labor-cooling';
import { macro, months, readSignal, shipped, vintage } from '../support';

const span = months('2024-10-01', '2026-01-01');

/** Unemployment at 4.0 up to October 2025, and higher in the last three months. */
const unemployment = (rise: number, without: string[] = []) =>
  macro(
    'UNRATE',
    vintage(
      '2026-02-10',
      span
        .filter((month) => !without.includes(month))
        .map((month): [string, number] => [month, month > '2025-10-01' ? 4 + rise : 4]),
      35,
    ),
  );
const payrolls = (thousandsAMonth: number) =>
  macro(
    'PAYEMS',
    vintage(
      '2026-02-10',
      span.map((month, i): [string, number] => [month, 159_000 + i * thousandsAMonth]),
      35,
    ),
  );
const read = (...series: ReturnType<typeof macro>[]) =>
  readSignal(laborCooling, { macro: series }, '2026-02-10');

describe('labor-cooling', () => {
  it.each([
    ['no cooling', 0, 0],
    ['half way to cooling', 0.1, 0.5],
    ['cooling', 0.2, 1],
    ['still cooling', 0.35, 1],
    ['half way to a recession', 0.425, 0.5],
    ['a recession sign', 0.5, 0],
    ['a recession', 1.5, 0],
  ])('%s: a rise of %s points alone is %s', (_, rise, strength) => {
    const reading = read(unemployment(rise));
    expect(reading.measure.riseOverLowPct).toBeCloseTo(rise, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it.each([
    [250, 0],
    [200, 0],
    [137.5, 0.5],
    [75, 1],
    [25, 1],
    [-37.5, 0.5],
    [-100, 0],
  ])('%s thousand jobs a month alone are %s', (jobs, strength) => {
    const reading = read(payrolls(jobs));
    expect(reading.measure.payrollChangeThousandsAMonth).toBeCloseTo(jobs, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('counts unemployment double, so that jobs do not outweigh a recession sign', () => {
    expect(read(unemployment(0.5), payrolls(50)).strength).toBeCloseTo(1 / 3, 9);
    expect(read(unemployment(0.3), payrolls(250)).strength).toBeCloseTo(2 / 3, 9);
  });

  it('bears a month without a survey', () => {
    expect(read(unemployment(0.3, ['2025-12-01'])).measure.riseOverLowPct).toBeCloseTo(0.3, 9);
  });

  it('does not take a few months for a year', () => {
    expect(read(unemployment(0.3, span.slice(0, 9))).strength).toBeNull();
  });

  it('is cooling on December 9, 2025, by what was known then', () => {
    const { measure, strength } = readSignal(laborCooling, shipped, '2025-12-09');
    expect(measure.unemploymentMonth).toBe('2025-09');
    // FRED's real-time Sahm indicator gives 0.23 for September 2025.
    expect(measure.riseOverLowPct).toBeCloseTo(0.23, 1);
    expect(strength).toBeGreaterThan(0.6);
  });

  it('is not cooling in October 2026', () => {
    expect(readSignal(laborCooling, shipped, '2026-10-05').strength).toBeLessThan(0.4);
  });

  it('was a recession in spring 2020 and in 2008', () => {
    expect(readSignal(laborCooling, shipped, '2020-06-30').strength).toBeLessThan(0.1);
    expect(readSignal(laborCooling, shipped, '2008-10-31').strength).toBeLessThan(0.1);
  });
});
