import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/thesis/options';
import { aiExposure } from '../../../lib/thesis/signals/ai-exposure';
import { day, readSignal, shipped } from '../support';

const weights = (large: number, knownOn = '2026-01-02') => ({
  knownOn: day(knownOn),
  names: [
    { symbol: 'MSFT', smallPct: 0, largePct: large },
    { symbol: 'ORCL', smallPct: 1, largePct: 1 },
    { symbol: 'NVDA', smallPct: 0, largePct: 8 },
  ],
  provenance: { source: 'holdings', asOf: day(knownOn) },
});

describe('ai-exposure', () => {
  it.each([
    [15, 1],
    [30, 1],
    [7.5, 0.5],
    [0, 0],
  ])('a weight of %s points more in the S&P 500 is %s', (gap, strength) => {
    const reading = readSignal(aiExposure, { aiWeights: [weights(gap)] }, '2026-01-10');
    expect(reading.measure).toMatchObject({
      smallPct: 1,
      largePct: gap + 1,
      gapPct: gap,
      names: 'MSFT ORCL',
    });
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it("goes by the user's list, and names what has no weight", () => {
    const options = { ...DEFAULT_OPTIONS, aiNames: ['NVDA', 'XYZ'] };
    const reading = readSignal(aiExposure, { aiWeights: [weights(6)] }, '2026-01-10', options);
    expect(reading.measure.largePct).toBe(8);
    expect(reading.explanation).toContain('No weight is known for XYZ');
    expect(
      readSignal(aiExposure, { aiWeights: [weights(6)] }, '2026-01-10', { ...options, aiNames: ['XYZ'] })
        .strength,
    ).toBeNull();
  });

  it('takes the newest weights known, and none that are too old', () => {
    const both = { aiWeights: [weights(3, '2025-11-28'), weights(6, '2026-01-02')] };
    expect(readSignal(aiExposure, both, '2026-01-01').measure.gapPct).toBe(3);
    expect(readSignal(aiExposure, both, '2026-01-02').measure.gapPct).toBe(6);
    expect(readSignal(aiExposure, both, '2026-09-01').strength).toBeNull();
  });

  it('finds far more of the five names in the S&P 500 than in the Russell 2000', () => {
    for (const asOf of ['2025-12-09', '2026-10-05']) {
      const { measure, strength } = readSignal(aiExposure, shipped, asOf);
      expect(measure.smallPct).toBe(0);
      expect(strength).toBe(1);
    }
  });
});
