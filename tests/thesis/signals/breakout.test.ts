import { describe, expect, it } from 'vitest';
import { breakout } from '../../../lib/thesis/signals/breakout';
import { readSignal, shipped } from '../support';

describe('breakout', () => {
  it.each([
    [100, 0, 1],
    [103, 3, 1],
    [95, -5, 0.5],
    [90, -10, 0],
    [60, -40, 0],
  ])('a close of %s under a record of 100 is %s%% from it: %s', (close, distance, strength) => {
    const reading = readSignal(
      breakout,
      {
        iwm: [
          ['2026-01-02', 100],
          ['2026-01-05', 80],
          ['2026-01-06', close],
        ],
      },
      '2026-01-06',
    );
    expect(reading.measure).toMatchObject({ close, recordClose: 100, recordDate: '2026-01-02' });
    expect(reading.measure.distancePct).toBeCloseTo(distance, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('does not take the close of the day itself for the record before it, on a Sunday either', () => {
    const iwm: [string, number][] = [
      ['2026-01-08', 100],
      ['2026-01-09', 110],
    ];
    expect(readSignal(breakout, { iwm }, '2026-01-11').measure.recordClose).toBe(100);
  });

  it.each([
    ['2025-12-09', 251.82, '2025-12-04'],
    ['2026-10-05', 305.09, '2026-08-14'],
  ])('as of %s the record is %s of %s', (asOf, record, date) => {
    const { measure } = readSignal(breakout, shipped, asOf);
    expect(measure.recordClose).toBeCloseTo(record, 2);
    expect(measure.recordDate).toBe(date);
    expect(measure.distancePct).toBeLessThan(0);
  });

  it('saw the breakout on the day of the article', () => {
    expect(readSignal(breakout, shipped, '2025-12-10').measure.distancePct).toBeGreaterThan(0);
  });
});
