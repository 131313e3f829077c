import { describe, expect, it } from 'vitest';
import { earningsGrowth } from '../../../lib/thesis/fit/earnings-growth';
import { day, readFactor } from '../support';

const quarter = (eps: [number, number], end = '2025-09-30') => ({ end: day(end), eps });
const ratios = (earningsGrowth: number, asOf = '2025-11-20') => ({ asOf: day(asOf), earningsGrowth });
const read = (figures: object, asOf = '2025-12-09') =>
  readFactor(earningsGrowth, { figures: { symbol: 'ACME', ...figures } }, asOf);

describe('earnings-growth', () => {
  it.each([
    [-20, 0],
    [0, 0],
    [7, 0.25],
    [14, 0.5],
    [24.5, 0.75],
    [35, 1],
    [400, 1],
  ])('%s%% is %s, from the quarter or from the ratios', (growth, strength) => {
    const fromQuarter = read({ quarter: quarter([2 * (1 + growth / 100), 2]) });
    expect(fromQuarter.measure.growthPct).toBeCloseTo(growth, 9);
    expect(fromQuarter.strength).toBeCloseTo(strength, 9);
    expect(read({ ratios: ratios(growth / 100) }).strength).toBeCloseTo(strength, 9);
  });

  it.each([
    [0.1, -0.5, 1],
    [-0.2, -0.5, 0.5],
    [-0.8, -0.5, 0],
    [-0.1, 0.5, 0],
  ])('%s a share after %s has no rate, and is %s', (now, before, strength) => {
    expect(read({ quarter: quarter([now, before]) })).toMatchObject({
      strength,
      measure: { growthPct: null },
    });
  });

  it('takes the newest of both, and neither when too old', () => {
    const both = { quarter: quarter([1.35, 1]), ratios: ratios(0, '2025-11-20') };
    expect(read(both)).toMatchObject({ strength: 0, asOf: day('2025-11-20') });
    expect(read(both, '2025-11-19').asOf).toBe(day('2025-09-30'));
    expect(read(both, '2026-07-01')).toMatchObject({
      strength: null,
      explanation: expect.stringMatching(/^Stale/),
    });
    expect(read({}).strength).toBeNull();
  });
});
