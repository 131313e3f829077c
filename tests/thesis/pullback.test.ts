import { describe, expect, it } from 'vitest';
import { pullbackLow } from '../../lib/thesis/pullback';
import { upTo } from '../../lib/thesis/series';
import { closes, day, shipped } from './support';

describe('pullbackLow', () => {
  it('is the lowest close of the last run of closes 5% or more below the record', () => {
    const low = pullbackLow(
      closes([
        ['2026-01-02', 100],
        ['2026-01-05', 90],
        ['2026-01-06', 101],
        ['2026-01-07', 95.95],
        ['2026-01-08', 94],
        ['2026-01-09', 95],
        ['2026-01-12', 96.5],
      ]),
    );
    expect(low).toEqual({ day: day('2026-01-08'), value: 94 });
  });

  it('does not take a smaller dip for a pullback', () => {
    expect(
      pullbackLow(
        closes([
          ['2026-01-02', 100],
          ['2026-01-05', 95.1],
        ]),
      ),
    ).toBeUndefined();
  });

  it.each([
    ['2025-12-09', '2025-11-20', 229.11],
    ['2026-01-30', '2025-11-20', 229.11],
    ['2026-08-21', '2026-03-30', 239.61],
    ['2026-10-05', '2026-09-30', 277.89],
  ])('as of %s IWM had its low on %s', (asOf, low, close) => {
    const found = pullbackLow(upTo(shipped.index.IWM, day(asOf)));
    expect(found).toEqual({ day: day(low), value: expect.closeTo(close, 2) });
  });
});
