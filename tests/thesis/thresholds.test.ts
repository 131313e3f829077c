import { describe, expect, it } from 'vitest';
import { evaluateThesis } from '../../lib/thesis';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { PRESETS } from '../../lib/thesis/presets';
import { ramp, withCorners } from '../../lib/thesis/ramp';
import { cornersOf, THRESHOLDS } from '../../lib/thesis/thresholds';
import type { ThesisOptions } from '../../lib/thesis/types';
import { day, shipped } from './support';

const TODAY = day('2026-10-05');
const readingOf = (id: string, options: Partial<ThesisOptions>, asOf = TODAY) =>
  evaluateThesis(shipped, asOf, { ...DEFAULT_OPTIONS, ...options }).signals.find((one) => one.id === id)!;

describe('the corners of a ramp', () => {
  const one = ramp([0, 0], [10, 1]);
  const other = ramp([0, 0], [10, 1]);

  it('stand elsewhere for the time asked, alone', () => {
    expect(withCorners(new Map([[one, [0, 20]]]), () => [one(10), other(5)])).toEqual([0.5, 0.5]);
    expect(one(5)).toBe(0.5);
  });

  it('are back after an error', () => {
    const fail = () => {
      throw new Error('in between');
    };
    expect(() => withCorners(new Map([[one, [0, 20]]]), fail)).toThrow('in between');
    expect(one(5)).toBe(0.5);
  });
});

describe('thresholds of the user', () => {
  it('have one name for each ramp', () => {
    const ids = THRESHOLDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('rate-cuts/1');
  });

  it('move the strength of their signal and of no other', () => {
    const before = evaluateThesis(shipped, TODAY, DEFAULT_OPTIONS);
    const after = evaluateThesis(shipped, TODAY, {
      ...DEFAULT_OPTIONS,
      thresholds: { 'breakout/0': [-100, 0] },
    });
    const changed = after.signals.filter(({ strength }, i) => strength !== before.signals[i]!.strength);
    expect(changed.map(({ id }) => id)).toEqual(['breakout']);
    expect(after.score).toBeGreaterThan(before.score!);
  });

  it('are left out where they fit no ramp', () => {
    const thresholds = {
      'breakout/0': [0, -10],
      'breakout/9': [0, 1],
      'no-such/0': [0, 1],
      toString: [0, 1],
    };
    expect(cornersOf({ thresholds }).size).toBe(0);
  });
});

describe("the user's own figures of analysts", () => {
  const consensus = {
    growthPct: { small: 20, large: 10 },
    forwardMultiple: { small: 22, large: 20 },
    knownOn: day('2026-10-01'),
    source: 'A weekly of mine',
  };

  it('are what both signals stand on, with their date and source', () => {
    const growth = readingOf('earnings-growth-gap', { consensus });
    expect(growth).toMatchObject({ source: 'A weekly of mine', asOf: day('2026-10-01') });
    expect(growth.measure).toMatchObject({ gapPct: 10, basis: 'consensus' });
    const multiple = readingOf('valuation', { consensus });
    expect(multiple.measure).toMatchObject({ premiumPct: expect.closeTo(10), basis: 'user' });
    expect(multiple.source).toBe('A weekly of mine');
  });

  it('are not known before their day, unless they are said to speak for an earlier one', () => {
    const later = { ...consensus, knownOn: day('2026-11-20') };
    expect(readingOf('valuation', { consensus: later }).measure.basis).not.toBe('user');
    const speaking = { ...later, speaksFrom: TODAY };
    expect(readingOf('valuation', { consensus: speaking })).toMatchObject({ asOf: day('2026-11-20') });
  });

  it('stay out of the past', () => {
    const article = day('2025-12-10');
    expect(readingOf('valuation', { consensus }, article)).toEqual(readingOf('valuation', {}, article));
  });

  it('grow stale as any other', () => {
    const old = { ...consensus, knownOn: day('2026-01-05') };
    expect(readingOf('earnings-growth-gap', { consensus: old }).verdict).toBe('unknown');
  });
});

describe('sets of weights', () => {
  it.each(PRESETS)('give a score of known parts: $id', ({ weights }) => {
    const { score } = evaluateThesis(shipped, TODAY, { ...DEFAULT_OPTIONS, ...weights });
    expect(score).not.toBeNull();
    expect(Object.keys(weights.signalWeights)).toEqual(Object.keys(DEFAULT_OPTIONS.signalWeights));
  });

  it('begin with the article’s own', () => {
    const { signalWeights, factorWeights, thesisShare } = DEFAULT_OPTIONS;
    expect(PRESETS[0]).toEqual({ id: 'article', weights: { signalWeights, factorWeights, thesisShare } });
  });
});
