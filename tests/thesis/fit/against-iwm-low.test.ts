import { describe, expect, it } from 'vitest';
import { leadStrength } from '../../../lib/thesis/fit/against-iwm';
import { againstIwmLow } from '../../../lib/thesis/fit/against-iwm-low';
import { closes, readFactor } from '../support';

const iwm: [string, number][] = [
  ['2025-12-30', 100],
  ['2026-01-06', 90],
  ['2026-01-07', 95],
  ['2026-01-20', 99],
  ['2026-03-02', 120],
];

describe('against-iwm-low', () => {
  it('compares from the low on, over the same days', () => {
    const reading = readFactor(
      againstIwmLow,
      {
        history: closes([
          ['2026-01-06', 10],
          ['2026-01-20', 12],
        ]),
      },
      '2026-01-20',
      { iwm },
    );
    expect(reading.measure).toMatchObject({ fromDate: '2026-01-06', toDate: '2026-01-20' });
    expect(reading.measure.gapPct).toBeCloseTo(20 - 10, 9);
    expect(reading.strength).toBeCloseTo(leadStrength(10, 14), 9);
  });

  it('ends at the last close of the stock, though the fund goes on', () => {
    const reading = readFactor(
      againstIwmLow,
      {
        history: closes([
          ['2026-01-06', 10],
          ['2026-01-20', 12],
        ]),
      },
      '2026-03-02',
      { iwm },
    );
    expect(reading.measure).toMatchObject({ toDate: '2026-01-20' });
    expect(reading.measure.iwmPct).toBeCloseTo(10, 9);
  });

  it('starts both at the last weekly close before the low', () => {
    const reading = readFactor(
      againstIwmLow,
      {
        history: closes([
          ['2025-12-30', 10],
          ['2026-01-20', 11],
        ]),
      },
      '2026-01-20',
      { iwm },
    );
    expect(reading.measure).toMatchObject({ fromDate: '2025-12-30' });
    expect(reading.measure.gapPct).toBeCloseTo(10 - -1, 9);
  });

  it('is unknown without closes from then, or without a pullback', () => {
    const late = {
      history: closes([
        ['2026-01-15', 10],
        ['2026-01-20', 11],
      ]),
    };
    expect(readFactor(againstIwmLow, late, '2026-01-20', { iwm }).strength).toBeNull();
    expect(
      readFactor(againstIwmLow, late, '2026-01-20', {
        iwm: [
          ['2026-01-15', 99],
          ['2026-01-20', 99],
        ],
      }).strength,
    ).toBeNull();
  });
});
