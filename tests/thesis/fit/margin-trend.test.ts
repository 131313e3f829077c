import { describe, expect, it } from 'vitest';
import { marginTrend } from '../../../lib/thesis/fit/margin-trend';
import { day, readFactor } from '../support';

const quarter = (now: number, before: number) => ({
  end: day('2025-09-30'),
  operatingIncome: [now, before] as [number, number],
  revenue: [200, 100] as [number, number],
});
const read = (figures: object, asOf = '2025-12-09', sector = 'Industrials') =>
  readFactor(marginTrend, { company: { sector }, figures: { symbol: 'ACME', ...figures } }, asOf);

describe('margin-trend', () => {
  it.each([
    [30, 10, 5, 1],
    [25, 10, 2.5, 0.75],
    [20, 10, 0, 0.5],
    [10, 10, -5, 0],
    [-40, 10, -30, 0],
  ])('income of %s on 200 after %s on 100 is %s points: %s', (now, before, points, strength) => {
    const reading = read({ quarter: quarter(now, before) });
    expect(reading.measure.changePoints).toBeCloseTo(points, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('says nothing of a company whose costs dwarf its sales', () => {
    expect(read({ quarter: quarter(-900, -700) }).strength).toBeNull();
  });

  describe('without a fresh quarter', () => {
    const figures = {
      quarter: quarter(30, 10),
      ratios: { asOf: day('2026-08-08'), operatingMargin: 0.125 },
      year: { end: day('2025-12-31'), revenueMusd: 200, operatingIncomeMusd: 20 },
    };

    it('compares the newest margin with the last fiscal year', () => {
      const reading = read(figures, '2026-08-21');
      expect(reading).toMatchObject({ asOf: day('2026-08-08'), measure: { basis: 'fiscal year' } });
      expect(reading.measure.changePoints).toBeCloseTo(2.5, 9);
      expect(reading.strength).toBeCloseTo(0.75, 9);
    });

    it('does not do so for banks, whose revenue as filed is not comparable', () => {
      expect(read(figures, '2026-08-21', 'Finance').strength).toBeNull();
    });

    it('does not compare a margin with a year that it is part of', () => {
      const early = {
        ...figures,
        quarter: undefined,
        ratios: { ...figures.ratios, asOf: day('2026-04-29') },
      };
      expect(read(early, '2026-05-20').strength).toBeNull();
      const later = { ...early, ratios: { ...figures.ratios, asOf: day('2026-04-30') } };
      expect(read(later, '2026-05-20').strength).toBeCloseTo(0.75, 9);
    });
  });
});
