import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCompany, evaluateThesis } from '../../lib/thesis';
import { FACTORS } from '../../lib/thesis/fit';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { SIGNALS } from '../../lib/thesis/signals';
import type { SignalId, ThesisReport } from '../../lib/thesis/types';
import { dataset, day, shipped } from './support';

const NEWEST = shipped.index.IWM.days.at(-1)!;
const thesisOn = (asOf: number) => evaluateThesis(shipped, asOf, DEFAULT_OPTIONS);
const verdictsOf = ({ signals }: ThesisReport) =>
  Object.fromEntries(signals.map(({ id, verdict }) => [id, verdict]));
const EPAC = (await dataset.company('EPAC'))!;

describe('evaluateThesis', () => {
  it("finds the article's own case clearly supported as of the close of December 9, 2025", () => {
    const report = thesisOn(day('2025-12-09'));
    expect(report.score).toBeGreaterThan(75);
    expect(report.verdict).toBe('supports');
    expect(report.coverage).toBeGreaterThan(0.9);
    const expected: SignalId[] = [
      'lag-streak',
      'relative-strength',
      'breakout',
      'rate-cuts',
      'earnings-growth-gap',
      'valuation',
    ];
    for (const id of expected) expect(verdictsOf(report)[id], id).toBe('supports');
  });

  it('says in October 2026 that legs broke, and scores visibly lower', () => {
    const report = thesisOn(day('2026-10-05'));
    expect(verdictsOf(report)).toMatchObject({
      'rate-cuts': 'against',
      breakout: 'against',
      valuation: 'against',
      'margin-gap': 'unknown',
      'earnings-growth-gap': 'unknown',
    });
    expect(verdictsOf(report)['inflation-path']).toBe('against');
    expect(report.score).toBeLessThan(thesisOn(day('2025-12-09')).score! - 20);
    expect(report.coverage).toBeLessThan(0.9);
  });

  it('is the weighted mean of what is known', () => {
    const { score, coverage, signals } = thesisOn(NEWEST);
    const known = signals.filter(({ strength }) => strength !== null);
    const weights = known.reduce((sum, { weight }) => sum + weight, 0);
    const sum = known.reduce((total, { strength, weight }) => total + strength! * weight, 0);
    expect(score).toBeCloseTo((100 * sum) / weights, 1);
    expect(coverage).toBeCloseTo(weights / signals.reduce((total, { weight }) => total + weight, 0), 9);
  });

  it('gives every reading a name, words and, where known, a past date, a source and a strength of 0..1', () => {
    fc.assert(
      fc.property(fc.integer({ min: shipped.index.IWM.days[300]!, max: NEWEST + 400 }), (asOf) => {
        const { signals } = thesisOn(asOf);
        expect(signals.map(({ id }) => id)).toEqual(SIGNALS.map(({ id }) => id));
        for (const reading of signals) {
          expect(reading.explanation).toMatch(/^[A-Z].*\.$/);
          expect(reading.explanation).not.toMatch(/undefined|NaN|Infinity|null/);
          expect(reading.short.length).toBeLessThanOrEqual(20);
          if (reading.strength === null) {
            expect(reading).toMatchObject({ verdict: 'unknown', asOf: null });
          } else {
            expect(reading.strength).toBeGreaterThanOrEqual(0);
            expect(reading.strength).toBeLessThanOrEqual(1);
            expect(reading.asOf).toBeLessThanOrEqual(asOf);
            expect(reading.source).not.toBe('');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows nothing stale as fresh: two years after the data end, all is unknown', () => {
    expect(thesisOn(NEWEST + 730)).toMatchObject({ score: null, coverage: 0, verdict: 'unknown' });
  });

  it('knows nothing before the data begin', () => {
    expect(thesisOn(day('1990-01-01'))).toMatchObject({ score: null, verdict: 'unknown' });
  });

  it('lets the weights decide: a signal alone is the score', () => {
    const only = (id: SignalId) => ({
      ...DEFAULT_OPTIONS,
      signalWeights: { ...Object.fromEntries(SIGNALS.map((one) => [one.id, 0])), [id]: 3 } as Record<
        SignalId,
        number
      >,
    });
    const { score, coverage, signals } = evaluateThesis(shipped, NEWEST, only('breakout'));
    expect(coverage).toBe(1);
    expect(score).toBeCloseTo(signals.find(({ id }) => id === 'breakout')!.strength! * 100, 1);
    expect(evaluateThesis(shipped, NEWEST, only('margin-gap'))).toMatchObject({ score: null, coverage: 0 });
  });

  it('does not depend on the level of prices: all multiplied alike change no score', () => {
    const scaled = (factor: number) => ({
      ...shipped,
      index: {
        IWM: { ...shipped.index.IWM, values: shipped.index.IWM.values.map((value) => value * factor) },
        SPY: { ...shipped.index.SPY, values: shipped.index.SPY.values.map((value) => value * factor) },
      },
    });
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: day('2010-01-04'), max: NEWEST }),
        (factor, asOf) => {
          const [before, after] = [thesisOn(asOf), evaluateThesis(scaled(factor), asOf, DEFAULT_OPTIONS)];
          for (const [i, reading] of after.signals.entries()) {
            if (reading.strength === null) expect(before.signals[i]!.strength).toBeNull();
            else expect(reading.strength).toBeCloseTo(before.signals[i]!.strength!, 6);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('evaluateCompany', () => {
  const thesis = thesisOn(NEWEST);
  const read = (company = EPAC, options = DEFAULT_OPTIONS) =>
    evaluateCompany(shipped, company, NEWEST, options, thesis);

  it('blends the thesis and the fit by the share', () => {
    const { score, fit, factors } = read();
    expect(factors.map(({ id }) => id)).toEqual(FACTORS.map(({ id }) => id));
    expect(score).toBeCloseTo(0.4 * thesis.score! + 0.6 * fit!, 0);
    expect(read(EPAC, { ...DEFAULT_OPTIONS, thesisShare: 1 }).score).toBe(thesis.score);
    expect(read(EPAC, { ...DEFAULT_OPTIONS, thesisShare: 0 }).score).toBe(fit);
  });

  it('lowers the coverage for what is not known, and leaves it out', () => {
    const bare = read({ ...EPAC, figures: undefined });
    expect(bare.coverage).toBeLessThan(read().coverage);
    expect(bare.score).not.toBeNull();
    expect(bare.factors.find(({ id }) => id === 'multiple')!.verdict).toBe('unknown');
  });

  it('gives no score to a stock of which little more than the name is known', () => {
    const unknown = read({ company: EPAC.company, listedOn: EPAC.listedOn });
    expect(unknown).toMatchObject({ score: null, fit: null, verdict: 'unknown', thesis: thesis.score });
  });

  it('gives the fit alone when there is no thesis', () => {
    const none: ThesisReport = { ...thesis, score: null, coverage: 0 };
    const alone = evaluateCompany(shipped, EPAC, NEWEST, DEFAULT_OPTIONS, none);
    expect(alone.score).toBe(alone.fit);
  });

  it('dates each factor by the stock’s own data', () => {
    const last = EPAC.history!.days.at(-1)!;
    expect(read().factors.find(({ id }) => id === 'own-high')!.asOf).toBe(last);
    expect(last).toBeLessThan(NEWEST);
  });

  it('does not depend on the level of the price', () => {
    const history = { ...EPAC.history!, values: EPAC.history!.values.map((value) => value * 7.3) };
    expect(read({ ...EPAC, history }).score).toBe(read().score);
  });
});
