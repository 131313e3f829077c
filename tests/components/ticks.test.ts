import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTicks } from '../../components/track-record/ticks';

describe('ticks of an axis', () => {
  it('are round numbers, zero among them', () => {
    expect(roundTicks(-6.2, 7.1)).toEqual([-5, 0, 5]);
    expect(roundTicks(-0.53, 0.62)).toEqual([-0.5, 0, 0.5]);
    expect(roundTicks(-2, 2)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('keep their step where the span is a hair above four of them', () => {
    expect(roundTicks(-0.03612736983642, 0.043872630163580006)).toEqual([-0.02, 0, 0.02, 0.04]);
  });

  it('are never one alone', () => {
    expect(roundTicks(-3.7226, 4.2775)).toEqual([-2, 0, 2, 4]);
  });

  it('are two to six, evenly apart, within the ends', () => {
    const end = fc.double({ min: 0.001, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(end, end, (below, above) => {
        const ticks = roundTicks(-below, above);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        const step = ticks[1]! - ticks[0]!;
        for (const [i, tick] of ticks.entries()) {
          expect(tick).toBeCloseTo(ticks[0]! + i * step, 6);
          expect(tick).toBeGreaterThanOrEqual(-below - step * 1e-6);
          expect(tick).toBeLessThanOrEqual(above + step * 1e-6);
        }
      }),
      { numRuns: 5000, examples: [[0.37226025202151425, 0.4277397487784858]] },
    );
  });
});
