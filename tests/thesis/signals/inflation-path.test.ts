import { describe, expect, it } from 'vitest';
import { inflationPath } from '../../../lib/thesis/signals/inflation-path';
import { macro, readSignal, shipped, vintage } from '../support';

/** Prices as of January 2026, with these rises over the year and, at a yearly rate, over three months. */
const prices = (id: 'CPIAUCSL' | 'PCEPILFE', yearPct: number, quarterPct: number) =>
  macro(
    id,
    vintage(
      '2026-02-20',
      [
        ['2025-01-01', 300 / (1 + yearPct / 100)],
        ['2025-10-01', 300 / (1 + quarterPct / 100) ** 0.25],
        ['2026-01-01', 300],
      ],
      45,
    ),
  );
const read = (...series: ReturnType<typeof macro>[]) =>
  readSignal(inflationPath, { macro: series }, '2026-02-20');

describe('inflation-path', () => {
  it.each([
    [2, 1],
    [1.2, 1],
    [2.5, 0.7],
    [3, 0.4],
    [3.5, 0.2],
    [4, 0],
    [9, 0],
  ])('%s%% throughout is %s', (rate, strength) => {
    const reading = read(prices('CPIAUCSL', rate, rate), prices('PCEPILFE', rate, rate));
    expect(reading.measure.cpiYearPct).toBeCloseTo(rate, 9);
    expect(reading.measure.corePce3mAnnualizedPct).toBeCloseTo(rate, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('lets three bad months warn, with half the weight of the year', () => {
    expect(read(prices('CPIAUCSL', 2, 4), prices('PCEPILFE', 2, 4)).strength).toBeCloseTo(2 / 3, 9);
  });

  it('lets three good months prove nothing', () => {
    expect(read(prices('CPIAUCSL', 4, 2), prices('PCEPILFE', 4, 2)).strength).toBe(0);
    expect(read(prices('CPIAUCSL', 3.01, -1), prices('PCEPILFE', 3.01, 0)).strength).toBeLessThan(0.4);
  });

  it('is unknown without a yearly rate, and goes by one gauge when the other is missing', () => {
    expect(
      read(
        macro(
          'CPIAUCSL',
          vintage(
            '2026-02-20',
            [
              ['2025-10-01', 299],
              ['2026-01-01', 300],
            ],
            45,
          ),
        ),
      ).strength,
    ).toBeNull();
    expect(read(prices('CPIAUCSL', 2.5, 2.5)).strength).toBeCloseTo(0.7, 9);
  });

  it('reads September 2025 on December 9, 2025, though October is missing for good', () => {
    const { measure, strength } = readSignal(inflationPath, shipped, '2025-12-09');
    expect(measure).toMatchObject({ cpiYearMonth: '2025-09', corePceYearMonth: '2025-09' });
    expect(measure.cpiYearPct).toBeCloseTo(3.0, 1);
    expect(measure.corePceYearPct).toBeCloseTo(2.8, 1);
    expect(strength).toBeGreaterThan(0.4);
  });

  it('has turned against in October 2026, with consumer prices up more than 3%', () => {
    const { measure, strength } = readSignal(inflationPath, shipped, '2026-10-05');
    expect(measure.cpiYearPct).toBeCloseTo((334.131 / 323.291 - 1) * 100, 1);
    expect(strength).toBeLessThan(0.4);
  });
});
