import { describe, expect, it } from 'vitest';
import { companySensitivity, evaluateThesis, thesisSensitivity } from '../../lib/thesis';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { withMoved } from '../../lib/thesis/sensitivity';
import { cornersOf, THRESHOLDS } from '../../lib/thesis/thresholds';
import type { ThesisOptions } from '../../lib/thesis/types';
import { dataset, day, shipped } from './support';

const TODAY = day('2026-10-05');
const parts = thesisSensitivity(shipped, TODAY, DEFAULT_OPTIONS);
const of = (id: string) => parts.find((one) => one.id === id)!;

describe('options with a ramp that is moved', () => {
  const one = THRESHOLDS.find(({ id }) => id === 'valuation/0')!;
  const measuresOf = (options: ThesisOptions) => cornersOf(options).get(one.ramp);

  it('have all its corners moved by a share of its width, and no other', () => {
    const moved = withMoved(DEFAULT_OPTIONS, one.ramp, 0.2);
    expect(measuresOf(moved)).toEqual([9, 19, 29]);
    expect(cornersOf(moved).size).toBe(1);
    expect(measuresOf(DEFAULT_OPTIONS)).toBeUndefined();
  });

  it('begin where the user put them', () => {
    const own = { ...DEFAULT_OPTIONS, thresholds: { 'valuation/0': [0, 10, 50] } };
    expect(measuresOf(withMoved(own, one.ramp, -0.2))).toEqual([-10, 0, 40]);
  });
});

describe('sensitivity of the thesis', () => {
  it('is the change of the weighted mean, by hand', () => {
    const { signals, score } = evaluateThesis(shipped, TODAY, DEFAULT_OPTIONS);
    const known = signals.filter(({ strength }) => strength !== null);
    const mean = (weightOf: (id: string, weight: number) => number) => {
      const total = known.reduce((sum, { id, weight }) => sum + weightOf(id, weight), 0);
      const sum = known.reduce((all, { id, weight, strength }) => all + weightOf(id, weight) * strength!, 0);
      return Math.round((sum / total) * 1000) / 10;
    };
    const heavier = mean((id, weight) => (id === 'valuation' ? weight * 1.2 : weight));
    expect(of('valuation').weight.more).toBeCloseTo(heavier - score!, 9);
  });

  it('is nothing for a signal that is unknown', () => {
    expect(of('margin-gap').weight).toEqual({ less: 0, more: 0 });
    for (const { moves } of of('margin-gap').ramps) expect(moves).toEqual({ less: 0, more: 0 });
  });

  it('goes against a rising ramp that moves up, and with a falling one', () => {
    // A ramp of weight 1 of 10 known, moved by a fifth of its width on its slope: 0.2 of 100 / 10 points.
    expect(of('relative-strength').ramps[0]!.moves).toEqual({ less: 2, more: -2 });
    expect(of('valuation').ramps[0]!.moves.more).toBeGreaterThan(0);
  });

  it('leaves the score as it was', () => {
    const before = evaluateThesis(shipped, TODAY, DEFAULT_OPTIONS).score;
    thesisSensitivity(shipped, TODAY, DEFAULT_OPTIONS);
    expect(evaluateThesis(shipped, TODAY, DEFAULT_OPTIONS).score).toBe(before);
  });

  it('is unknown where there is no score', () => {
    const nothing = { ...shipped, index: shipped.index, macro: {}, figures: [], aiWeights: [] };
    const before = day('1990-01-02');
    for (const { weight } of thesisSensitivity(nothing, before, DEFAULT_OPTIONS))
      expect(weight).toEqual({ less: null, more: null });
  });
});

describe('sensitivity of a company', () => {
  it('has the share of the thesis and every factor', async () => {
    const epac = (await dataset.company('EPAC'))!;
    const found = companySensitivity(shipped, epac, TODAY, DEFAULT_OPTIONS);
    expect(found.map(({ id }) => id)).toContain('thesis');
    // Own fit is above the thesis, so more thesis is less score.
    expect(found[0]!.weight.less).toBeGreaterThan(0);
    expect(found[0]!.weight.more).toBeLessThan(0);
    expect(found.find(({ id }) => id === 'multiple')!.ramps[0]!.moves.more).toBeGreaterThan(0);
  });
});
