import { describe, expect, it } from 'vitest';
import { relativeStrength } from '../../../lib/thesis/signals/relative-strength';
import { readSignal, shipped } from '../support';

/** The small fund falls from 100 to 90 and ends at 99, 10% above its low; the large one ends where told. */
const since = (large: number) => ({
  iwm: [
    ['2026-01-02', 100],
    ['2026-01-05', 90],
    ['2026-01-06', 99],
  ] as [string, number][],
  spy: [
    ['2026-01-02', 210],
    ['2026-01-05', 200],
    ['2026-01-06', 200 * (1 + large / 100)],
  ] as [string, number][],
});

describe('relative-strength', () => {
  it.each([
    [5, 5, 1],
    [10, 0, 0.5],
    [15, -5, 0],
    [7.5, 2.5, 0.75],
    [40, -30, 0],
  ])('against a large index up %s%% the lead is %s points and the strength %s', (large, gap, strength) => {
    const reading = readSignal(relativeStrength, since(large), '2026-01-06');
    expect(reading.measure.lowDate).toBe('2026-01-05');
    expect(reading.measure.gapPct).toBeCloseTo(gap, 9);
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it('is unknown without a pullback', () => {
    expect(
      readSignal(relativeStrength, { iwm: [['2026-01-02', 100]], spy: [['2026-01-02', 200]] }, '2026-01-02')
        .strength,
    ).toBeNull();
  });

  it('finds the article’s lead of about five points since November 20, 2025', () => {
    const { measure, strength } = readSignal(relativeStrength, shipped, '2025-12-09');
    expect(measure.lowDate).toBe('2025-11-20');
    expect(measure.gapPct).toBeCloseTo(5, 0);
    expect(strength).toBeGreaterThan(0.95);
  });
});
