import { describe, expect, it } from 'vitest';
import { rateRelief } from '../../../lib/thesis/fit/rate-relief';
import { closes, macro, readFactor, vintage } from '../support';
import { BY_PAIRS, fridays, LAST, UP_DOWN } from './weeks';

/** A yield that moves 0.10 point up or down each week. */
function yields(signs: number[]) {
  const dates = fridays(1, signs).map(([date]) => date);
  const points = dates.map((date, i): [string, number] => [
    date,
    4 + 0.1 * signs.slice(0, i).reduce((sum, sign) => sum + sign, 0),
  ]);
  return macro('DGS2', vintage('2026-10-05', points));
}
const read = (returns: number[], signs: number[]) =>
  readFactor(rateRelief, { history: closes(fridays(50, returns)) }, LAST, { macro: [yields(signs)] });

describe('rate-relief', () => {
  it('is full for a stock that gains when the yield falls', () => {
    const reading = read(
      UP_DOWN.map((sign) => -0.02 * sign),
      UP_DOWN,
    );
    expect(reading.measure.correlation).toBeCloseTo(-1, 6);
    expect(reading.measure.returnPctPer10BasisPoints).toBeCloseTo(-2, 6);
    expect(reading).toMatchObject({ strength: 1, short: 'β −2.0' });
  });

  it('is none for a stock that falls with it', () => {
    expect(
      read(
        UP_DOWN.map((sign) => 0.01 * sign),
        UP_DOWN,
      ).strength,
    ).toBe(0);
  });

  it('is half for a stock that does not care', () => {
    const reading = read(
      BY_PAIRS.map((sign) => 0.01 * sign),
      UP_DOWN,
    );
    expect(reading.measure.correlation).toBeCloseTo(0, 6);
    expect(reading.strength).toBeCloseTo(0.5, 6);
  });

  it('needs a year of weeks, and a price that moves', () => {
    expect(read(UP_DOWN.slice(0, 40), UP_DOWN).strength).toBeNull();
    expect(
      read(
        UP_DOWN.map(() => 0),
        UP_DOWN,
      ).strength,
    ).toBeNull();
  });
});
