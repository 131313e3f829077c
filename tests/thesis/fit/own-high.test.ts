import { describe, expect, it } from 'vitest';
import { ownHigh } from '../../../lib/thesis/fit/own-high';
import { closes, readFactor } from '../support';

const read = (last: number, asOf = '2026-01-09') =>
  readFactor(
    ownHigh,
    {
      history: closes([
        ['2024-12-27', 500],
        ['2025-06-06', 50],
        ['2026-01-09', last],
      ]),
    },
    asOf,
  );

describe('own-high', () => {
  it.each([
    [50, 0, 1],
    [60, 0, 1],
    [40, -20, 0.5],
    [30, -40, 0],
    [5, -90, 0],
  ])('a close of %s after a 52-week high of 50 is %s%% from it: %s', (last, distance, strength) => {
    const reading = read(last);
    expect(reading.measure.distancePct).toBeCloseTo(distance, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('is unknown without closes, for a stock listed lately, and when the closes are old', () => {
    expect(readFactor(ownHigh, {}, '2026-01-09').strength).toBeNull();
    expect(
      readFactor(
        ownHigh,
        {
          history: closes([
            ['2025-12-26', 10],
            ['2026-01-09', 11],
          ]),
        },
        '2026-01-09',
      ).strength,
    ).toBeNull();
    expect(read(40, '2026-03-10').strength).toBeCloseTo(0.5, 9);
    expect(read(40, '2026-03-11')).toMatchObject({
      strength: null,
      explanation: expect.stringContaining('January 9, 2026'),
    });
  });
});
