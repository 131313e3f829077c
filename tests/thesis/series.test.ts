import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePct, highest, newest, pointAt, positionAt, upTo } from '../../lib/thesis/series';
import { closes, day } from './support';

const week = closes([
  ['2026-01-02', 10],
  ['2026-01-05', 12],
  ['2026-01-06', 11],
]);

describe('series', () => {
  it('finds the last observation on or before a day', () => {
    expect(pointAt(week, day('2026-01-04'))).toEqual({ day: day('2026-01-02'), value: 10 });
    expect(pointAt(week, day('2026-01-05'))?.value).toBe(12);
    expect(pointAt(week, day('2026-01-01'))).toBeUndefined();
  });

  it('does not reach further back than allowed', () => {
    expect(pointAt(week, day('2026-01-16'), 10)?.value).toBe(11);
    expect(pointAt(week, day('2026-01-17'), 10)).toBeUndefined();
  });

  it('finds positions as a scan would', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 50 })),
        fc.integer({ min: -5, max: 55 }),
        (all, at) => {
          const days = Int32Array.from(all).sort();
          expect(positionAt(days, at)).toBe(days.findLastIndex((one) => one <= at));
        },
      ),
    );
  });

  it('cuts at a day, without copying', () => {
    const cut = upTo(week, day('2026-01-05'));
    expect([...cut.values]).toEqual([10, 12]);
    expect(cut.values.buffer).toBe(week.values.buffer);
    expect(newest(cut)?.value).toBe(12);
    expect(newest(upTo(week, day('2025-01-01')))).toBeUndefined();
  });

  it('finds the highest value of a stretch', () => {
    expect(highest(week, day('2026-01-02'), day('2026-01-06'))?.value).toBe(12);
    expect(highest(week, day('2026-01-05'), day('2026-01-06'))?.value).toBe(11);
    expect(highest(week, day('2026-01-06'), day('2026-01-09'))).toBeUndefined();
  });

  it('measures changes in percent', () => {
    expect(changePct(80, 100)).toBe(25);
  });
});
