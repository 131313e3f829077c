import { describe, expect, it } from 'vitest';
import { againstIwm6m } from '../../../lib/thesis/fit/against-iwm-6m';
import { closes, readFactor } from '../support';

// January 2 is 182 days before July 3, 2026.
const iwm: [string, number][] = [
  ['2026-01-02', 200],
  ['2026-07-03', 220],
];

describe('against-iwm-6m', () => {
  it.each([
    [140, 30, 1],
    [110, 0, 0.5],
    [95, -15, 0.25],
    [70, -40, 0],
  ])('from 100 to %s while the fund gains 10%% is a lead of %s points: %s', (last, gap, strength) => {
    const history = closes([
      ['2026-01-02', 100],
      ['2026-07-03', last],
    ]);
    const reading = readFactor(againstIwm6m, { history }, '2026-07-03', { iwm });
    expect(reading.measure.gapPct).toBeCloseTo(gap, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('is unknown for a stock that was not there', () => {
    const history = closes([
      ['2026-03-06', 100],
      ['2026-07-03', 110],
    ]);
    expect(readFactor(againstIwm6m, { history }, '2026-07-03', { iwm }).strength).toBeNull();
  });
});
