import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, verdictOf, weightedMean } from '../../lib/thesis/score';

describe('verdictOf', () => {
  it.each([
    [1, 'supports'],
    [0.6, 'supports'],
    [0.5994, 'neutral'],
    [0.5996, 'supports'],
    [0.4, 'neutral'],
    [0.3994, 'against'],
    [0, 'against'],
    [null, 'unknown'],
  ])('%s is %s', (strength, verdict) => {
    expect(verdictOf(strength)).toBe(verdict);
  });

  it('agrees with the score that is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (strength) => {
        const { score, verdict } = scoreOf(strength, 1);
        expect(verdict).toBe(score! >= 60 ? 'supports' : score! >= 40 ? 'neutral' : 'against');
      }),
    );
  });
});

describe('weightedMean', () => {
  const part = fc.record({
    strength: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
  });

  it('weighs what is known and leaves out what is not', () => {
    const parts = [
      { strength: 1, weight: 2 },
      { strength: 0.25, weight: 1 },
      { strength: null, weight: 1 },
    ];
    expect(weightedMean(parts)).toEqual({ strength: 0.75, coverage: 0.75 });
  });

  it('has no strength when nothing is known', () => {
    expect(weightedMean([{ strength: null, weight: 3 }])).toEqual({ strength: null, coverage: 0 });
    expect(weightedMean([{ strength: 1, weight: 0 }])).toEqual({ strength: null, coverage: 0 });
  });

  it('does not change when all weights are multiplied', () => {
    fc.assert(
      fc.property(fc.array(part), fc.double({ min: 0.1, max: 10, noNaN: true }), (parts, factor) => {
        const scaled = weightedMean(
          parts.map(({ strength, weight }) => ({ strength, weight: weight * factor })),
        );
        const plain = weightedMean(parts);
        expect(scaled.coverage).toBeCloseTo(plain.coverage, 9);
        if (plain.strength === null) expect(scaled.strength).toBeNull();
        else expect(scaled.strength).toBeCloseTo(plain.strength, 9);
      }),
    );
  });

  it('keeps the strength and lowers the coverage when an unknown part is added', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), part, (parts, { weight }) => {
        const before = weightedMean(parts);
        const after = weightedMean([...parts, { strength: null, weight }]);
        expect(after.strength).toBe(before.strength);
        if (before.coverage > 0) expect(after.coverage).toBeLessThan(before.coverage);
      }),
    );
  });
});
