import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../lib/market/day';
import { thinned, withClose } from '../../lib/market/history';
import type { Series } from '../../lib/market/types';

const MONDAY = parseDay('2026-11-16');
const series = (closes: number[], from = MONDAY): Series => ({
  days: Int32Array.from(closes, (_, i) => from + i),
  values: Float64Array.from(closes),
});
const values = (history: Series) => [...history.values];

describe('a history with one more close', () => {
  it('grows by it', () => {
    const grown = withClose(series([10, 11]), { day: MONDAY + 2, close: 12, previous: 11 });
    expect([...grown.days]).toEqual([MONDAY, MONDAY + 1, MONDAY + 2]);
    expect(values(grown)).toEqual([10, 11, 12]);
  });

  it('stays as it is when the close is not newer', () => {
    const held = series([10, 11]);
    expect(withClose(held, { day: MONDAY + 1, close: 12 })).toBe(held);
  });

  it('is rescaled by a split, which shows in the close before as the provider states it today', () => {
    expect(values(withClose(series([100, 102]), { day: MONDAY + 2, close: 52, previous: 51 }))).toEqual([
      50, 51, 52,
    ]);
    expect(values(withClose(series([1, 2]), { day: MONDAY + 2, close: 19, previous: 20 }))).toEqual([
      10, 20, 19,
    ]);
  });

  it('takes a large move for a move when the close before says so', () => {
    expect(values(withClose(series([10, 10]), { day: MONDAY + 2, close: 30, previous: 10 }))).toEqual([
      10, 10, 30,
    ]);
  });

  it('is rescaled over a gap by the number of shares', () => {
    const grown = withClose(series([100, 100]), { day: MONDAY + 60, close: 27, sharesRatio: 4.03 });
    expect(values(grown)).toEqual([25, 25, 27]);
  });

  it('begins anew when a price doubles over a gap and nothing explains it', () => {
    expect(values(withClose(series([10, 10]), { day: MONDAY + 60, close: 30, sharesRatio: 1 }))).toEqual([
      30,
    ]);
  });

  it('never loses order, and never holds a price that no share has', () => {
    const close = fc.double({ min: 0.0001, max: 4e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(close, { minLength: 1, maxLength: 5 }),
        fc.nat(90),
        close,
        close,
        (closes, gap, now, before) => {
          const day = MONDAY + closes.length + gap;
          const grown = withClose(series(closes), {
            day,
            close: now,
            previous: before,
            sharesRatio: before / now,
          });
          expect(grown.days.every((one, i) => i === 0 || one > grown.days[i - 1]!)).toBe(true);
          expect(grown.days.at(-1)).toBe(day);
          expect(grown.values.every((value) => value >= 0 && value <= 5e6)).toBe(true);
        },
      ),
    );
  });
});

describe('a history that is thinned', () => {
  it('keeps every day of the last three years and the last close of each week before', () => {
    const from = parseDay('2020-01-06');
    const long = series(
      Array.from({ length: 2000 }, (_, i) => i + 1),
      from,
    );
    const { days } = thinned(long);
    const newest = long.days.at(-1)!;
    const daily = days.filter((day) => day > newest - 3 * 365);
    expect(daily).toHaveLength(3 * 365);
    const older = days.filter((day) => day <= newest - 3 * 365);
    expect(older.every((day, i) => i === older.length - 1 || (day - from) % 7 === 6)).toBe(true);
    expect(days.length).toBeLessThan(1300);
  });

  it('is the same again when thinned twice', () => {
    const once = thinned(series(Array.from({ length: 3000 }, (_, i) => i + 1)));
    expect(thinned(once)).toBe(once);
  });
});
