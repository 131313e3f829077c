import { describe, expect, it } from 'vitest';
import { formatDay } from '../../lib/market/day';
import { gapsBetween } from '../../scripts/track-record/index-record';
import { followedBy, monthEnds, scoresAt } from '../../scripts/track-record/study';
import { closes, day, shipped } from '../thesis/support';

describe('month ends', () => {
  it('are the last observations of months that are over', () => {
    const { days } = closes([
      ['2026-01-29', 1],
      ['2026-01-30', 1],
      ['2026-02-02', 1],
      ['2026-02-27', 1],
      ['2026-03-02', 1],
      ['2026-03-31', 1],
    ]);
    expect(monthEnds({ days }).map(formatDay)).toEqual(['2026-01-30', '2026-02-27']);
  });
});

describe('what followed', () => {
  const ends = ['2026-01-30', '2026-02-27', '2026-03-31'].map(day);
  const fund = (...values: number[]) => closes(values.map((value, i) => [formatDay(ends[i]!), value]));

  it('is the return of small caps less that of large ones, points, and unknown where the window is not over', () => {
    const gaps = gapsBetween(fund(100, 110, 99), fund(50, 51, 51), ends, 1);
    expect(gaps[0]).toBeCloseTo(10 - 2, 12);
    expect(gaps[1]).toBeCloseTo(-10 - 0, 12);
    expect(gaps[2]).toBeNull();
    expect(gapsBetween(fund(100, 110, 99), fund(50, 51, 51), ends, 2)[0]).toBeCloseTo(-1 - 2, 12);
  });

  it('is put together by band as the badge has them, unknown months left out', () => {
    const strengths = [0.7, 0.6, null, 0.5, 0.39, 0.2, 0.8];
    const gaps = [1, 3, 100, -1, 2, -4, null];
    const { all, supports, neutral, against, difference, rank } = followedBy(strengths, gaps, 1);
    expect(supports).toMatchObject({ months: 2, stretches: 1, mean: { value: 2 }, hit: { value: 100 } });
    expect(neutral).toMatchObject({ months: 1, stretches: 1, mean: { value: -1 }, hit: { value: 0 } });
    expect(against).toMatchObject({ months: 2, stretches: 1, mean: { value: -1 }, hit: { value: 50 } });
    expect(all).toMatchObject({ months: 5, stretches: 2, mean: { value: 0.2 }, hit: { value: 60 } });
    expect(difference.value).toBe(3);
    // Ranks of strength 5 4 3 2 1 against 3 5 2 4 1: 1 − 6·10 / (5·24) = 0.5.
    expect(rank.value).toBeCloseTo(0.5, 12);
  });

  it('counts stretches, not months', () => {
    const strengths = [0.9, 0.9, 0.1, 0.9, 0.9, 0.9];
    expect(
      followedBy(
        strengths,
        strengths.map(() => 1),
        1,
      ).supports,
    ).toMatchObject({ months: 5, stretches: 2 });
  });

  it('finds no evidence in noise and some in a rule', () => {
    const noise = Array.from({ length: 300 }, (_, i) => Math.sin(i * i * 12.9898) / 2 + 0.5);
    const other = Array.from({ length: 300 }, (_, i) => Math.cos(i * i * 78.233));
    const none = followedBy(noise, other, 1).rank;
    expect(none.low!).toBeLessThan(0);
    expect(none.high!).toBeGreaterThan(0);
    const rule = followedBy(
      noise,
      noise.map((one, i) => one + other[i]! / 2),
      1,
    ).rank;
    expect(rule.low!).toBeGreaterThan(0);
  });
});

describe('the score of a month', () => {
  it('does not change when everything after it does', () => {
    const until = day('2018-06-29');
    const [now] = scoresAt(shipped, [until]);
    const other = (series: typeof shipped.index.IWM) => ({
      ...series,
      values: series.values.map((value, i) => (series.days[i]! > until ? value * 3 : value)),
    });
    const changed = { ...shipped, index: { IWM: other(shipped.index.IWM), SPY: shipped.index.SPY } };
    expect(scoresAt(changed, [until])[0]).toEqual(now);
  });
});
