import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../lib/market/day';
import { rateCuts } from '../../../lib/thesis/signals/rate-cuts';
import { day, macro, type Points, readSignal, shipped, vintage } from '../support';

/** The target on every day of 2026 up to September 30: 4.00, and another value from a day on. */
function target(to: number, from: string) {
  const points: Points = Array.from({ length: 273 }, (_, i) => {
    const date = formatDay(day('2026-01-01') + i);
    return [date, date >= from ? to : 4];
  });
  return macro('DFEDTARU', vintage('2026-10-05', points));
}
const twoYear = (value: number, on = '2026-09-29') => macro('DGS2', vintage('2026-10-05', [[on, value]], 1));
const read = (...series: ReturnType<typeof macro>[]) => readSignal(rateCuts, { macro: series }, '2026-09-30');

describe('rate-cuts', () => {
  it.each([
    ['held, none expected', 4, 4, 0.5],
    ['held, two cuts expected', 4, 3.5, 0.75],
    ['held, two raises expected', 4, 4.5, 0.25],
    ['cut twice, two more expected', 3.5, 3, 1],
    ['cut once, level since', 3.75, 3.75, 0.625],
    ['raised once, level since', 4.25, 4.25, 0.25],
    ['raised once, two more expected', 4.25, 4.75, 0],
  ])('%s', (_, to, yieldPct, strength) => {
    const reading = read(target(to, '2026-07-30'), twoYear(yieldPct));
    expect(reading.measure.targetUpperPct).toBe(to);
    expect(reading.measure.targetChange6mPct).toBeCloseTo(to - 4, 9);
    expect(reading.measure.twoYearMinusTargetPct).toBeCloseTo(yieldPct - to, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('says what the Fed did last', () => {
    expect(read(target(3.75, '2026-07-30')).short).toBe('cut to 3.75');
    expect(read(target(4.25, '2026-07-30')).short).toBe('raised to 4.25');
    expect(read(target(4.25, '2026-02-01')).short).toBe('held at 4.25');
  });

  it('leaves out a 2-year yield that is too old, and says so', () => {
    const reading = read(target(4.25, '2026-07-30'), twoYear(3, '2026-08-20'));
    expect(reading.measure.twoYearMinusTargetPct).toBeNull();
    expect(reading.strength).toBe(0);
    expect(reading.explanation).toContain('August 20, 2026');
  });

  describe("the Fed's own median", () => {
    const median = (seen: string) => {
      const points: Points = [
        ['2026-01-01', 4.5],
        ['2027-01-01', 3.375],
      ];
      const one = vintage(seen, points);
      one.knownOn.fill(day(seen));
      return macro('FEDTARMD', one);
    };

    it("is the next year's, measured against the middle of the target range", () => {
      const reading = read(target(4, '2026-02-01'), median('2026-07-01'));
      expect(reading.measure).toMatchObject({ fedMedianPct: 3.375, fedMedianYear: 2027 });
      // 3.375 is half a point under the middle, 3.875: full; the target did not change: half.
      expect(reading.strength).toBeCloseTo(0.75, 9);
    });

    it('does not count once a decision has overtaken it, or when it is old or not yet seen', () => {
      expect(read(target(4.25, '2026-07-30'), median('2026-07-01')).measure.fedMedianPct).toBeNull();
      expect(read(target(4, '2026-02-01'), median('2026-06-10')).measure.fedMedianPct).toBeNull();
      expect(read(target(4, '2026-02-01'), median('2026-10-01')).measure.fedMedianPct).toBeNull();
    });
  });

  it('finds cuts priced in on December 9, 2025', () => {
    const { measure, strength } = readSignal(rateCuts, shipped, '2025-12-09');
    expect(measure).toMatchObject({ targetUpperPct: 4, targetChange6mPct: -0.5 });
    expect(measure.twoYearMinusTargetPct).toBeLessThan(-0.25);
    expect(strength).toBeGreaterThan(0.9);
  });

  it('finds the leg broken after the raise of September 17, 2026', () => {
    const reading = readSignal(rateCuts, shipped, '2026-10-05');
    expect(reading.measure).toMatchObject({ targetUpperPct: 4, targetChange6mPct: 0.25 });
    expect(reading.strength).toBeLessThan(0.4);
    expect(reading.short).toBe('raised to 4.00');
  });

  it('is unknown without a target rate', () => {
    expect(read(twoYear(3.5)).strength).toBeNull();
  });
});
