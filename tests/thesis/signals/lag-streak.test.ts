import { describe, expect, it } from 'vitest';
import { lagStreak } from '../../../lib/thesis/signals/lag-streak';
import { type Points, readSignal, shipped } from '../support';

/** Closes at the ends of years: the large fund doubles, the small one gains by the given factors. */
function years(first: number, factors: number[], now: [date: string, small: number, large: number]) {
  let small = 100;
  let large = 100;
  const iwm: Points = [[`${first}-12-31`, small]];
  const spy: Points = [[`${first}-12-31`, large]];
  factors.forEach((factor, i) => {
    small *= factor;
    large *= 2;
    iwm.push([`${first + 1 + i}-12-31`, small]);
    spy.push([`${first + 1 + i}-12-31`, large]);
  });
  iwm.push([now[0], small * now[1]]);
  spy.push([now[0], large * now[2]]);
  return { iwm, spy };
}

describe('lag-streak', () => {
  it('counts the lost years in a row up to the last full one', () => {
    const { measure } = readSignal(
      lagStreak,
      years(2019, [1.5, 3, 1.5, 1.9], ['2024-07-01', 1.1, 1]),
      '2024-07-01',
    );
    expect(measure).toMatchObject({ fullYears: 2, firstLostYear: 2022, lastFullYear: 2023 });
    expect(measure.ytdGapPct).toBeCloseTo(10, 9);
  });

  it.each([
    ['five lost years are a full case', [1, 1, 1, 1, 1], 1.2, 1],
    ['two lost years are two fifths of it', [3, 3, 3, 1, 1], 1.2, 0.4],
    ['none are no case', [1, 1, 1, 1, 3], 1.2, 0],
  ])('%s', (_, factors, ahead, strength) => {
    expect(
      readSignal(lagStreak, years(2019, factors, ['2025-07-02', ahead, 1]), '2025-07-02').strength,
    ).toBeCloseTo(strength, 9);
  });

  it('counts a running year that is being lost by its elapsed share', () => {
    // July 2, 2025 is the 183rd of 365 days.
    const { strength, short } = readSignal(
      lagStreak,
      years(2019, [3, 3, 3, 1, 1], ['2025-07-02', 0.9, 1]),
      '2025-07-02',
    );
    expect(strength).toBeCloseTo((2 + 183 / 365) / 5, 9);
    expect(short).toBe('2 years + 2025');
  });

  it('takes a year for full on its last day', () => {
    const data = years(2021, [3, 1], ['2024-01-02', 1, 1]);
    expect(readSignal(lagStreak, data, '2023-12-31').measure.fullYears).toBe(1);
    expect(readSignal(lagStreak, data, '2023-12-31').strength).toBeCloseTo(0.2, 9);
  });

  it('is unknown when the closes are old, and says of what day they are', () => {
    const reading = readSignal(lagStreak, years(2021, [1, 1], ['2024-01-02', 1, 1]), '2024-01-13');
    expect(reading.strength).toBeNull();
    expect(reading.explanation).toContain('January 2, 2024');
  });

  it.each([
    ['2025-12-09', 4, -1],
    ['2025-12-31', 5, -1],
    ['2026-10-05', 5, 1],
    ['2021-06-30', 0, 1],
  ])('as of %s finds %i full years, and the running year on side %i', (asOf, fullYears, side) => {
    const { measure } = readSignal(lagStreak, shipped, asOf);
    expect(measure.fullYears).toBe(fullYears);
    expect(Math.sign(measure.ytdGapPct as number)).toBe(side);
  });
});
