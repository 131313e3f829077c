import { describe, expect, it } from 'vitest';
import { leadStrength } from '../../../lib/thesis/fit/against-iwm';

describe('leadStrength', () => {
  it.each([
    [30, 182, 1],
    [0, 182, 0.5],
    [-30, 182, 0],
    [15, 182, 0.75],
    [300, 182, 1],
  ])('%s points over %s days are %s', (gap, days, strength) => {
    expect(leadStrength(gap, days)).toBeCloseTo(strength, 9);
  });

  it('measures a quarter of the stretch with half the rule', () => {
    expect(leadStrength(15, 45.5)).toBeCloseTo(1, 9);
    expect(leadStrength(-7.5, 45.5)).toBeCloseTo(0.25, 9);
  });

  it('does not shorten the rule below two weeks', () => {
    expect(leadStrength(3, 1)).toBe(leadStrength(3, 14));
  });
});
