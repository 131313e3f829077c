import { describe, expect, it } from 'vitest';
import { between, pairWeeks, weeklyReturns } from '../../lib/thesis/weekly';
import { closes, day } from './support';

describe('weeklyReturns', () => {
  it('takes the last close of each week from weekly and daily closes alike', () => {
    const weeks = weeklyReturns(
      closes([
        ['2026-01-02', 100],
        ['2026-01-09', 110],
        ['2026-01-12', 90],
        ['2026-01-14', 99],
        ['2026-01-19', 108.9],
      ]),
    );
    expect(weeks).toEqual([
      { from: day('2026-01-02'), to: day('2026-01-09'), return: expect.closeTo(0.1, 9) },
      { from: day('2026-01-09'), to: day('2026-01-14'), return: expect.closeTo(-0.1, 9) },
      { from: day('2026-01-14'), to: day('2026-01-19'), return: expect.closeTo(0.1, 9) },
    ]);
  });

  it('does not take a gap of weeks for a week', () => {
    expect(
      weeklyReturns(
        closes([
          ['2026-01-02', 100],
          ['2026-01-16', 110],
        ]),
      ),
    ).toEqual([]);
  });

  it('keeps the last two years', () => {
    const fridays = Array.from({ length: 200 }, (_, i): [string, number] => [
      new Date(Date.UTC(2022, 0, 7 + 7 * i)).toISOString().slice(0, 10),
      100 + i,
    ]);
    const weeks = weeklyReturns(closes(fridays));
    expect(weeks).toHaveLength(104);
    expect(weeks.at(-1)!.to).toBe(day(fridays.at(-1)![0]));
  });
});

describe('pairWeeks', () => {
  it('leaves out the weeks in which the other has no move', () => {
    const pairs = pairWeeks(
      closes([
        ['2026-01-02', 100],
        ['2026-01-09', 110],
        ['2026-01-16', 121],
      ]),
      (_from, to) => (to === day('2026-01-09') ? 0.25 : undefined),
    );
    expect(pairs).toEqual({ returns: [expect.closeTo(0.1, 9)], moves: [0.25], until: day('2026-01-09') });
  });
});

describe('between', () => {
  const series = closes([
    ['2026-01-02', 3.5],
    ['2026-01-08', 3.4],
  ]);

  it('gives the values of two days, each at most a week old', () => {
    expect(between(series, day('2026-01-02'), day('2026-01-09'))).toEqual([3.5, 3.4]);
  });

  it('gives nothing when a value is too old, missing or the same one', () => {
    expect(between(series, day('2026-01-02'), day('2026-01-16'))).toBeUndefined();
    expect(between(series, day('2025-12-26'), day('2026-01-02'))).toBeUndefined();
    expect(between(series, day('2026-01-02'), day('2026-01-06'))).toBeUndefined();
  });
});
