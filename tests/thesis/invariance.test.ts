import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompanyData, MacroId, MarketData, Series } from '../../lib/market/types';
import { evaluateCompany, evaluateThesis } from '../../lib/thesis';
import { FACTORS } from '../../lib/thesis/fit';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { SIGNALS } from '../../lib/thesis/signals';
import { dataset, day, shipped } from './support';

const DAYS = ['2003-03-31', '2012-09-28', '2020-05-29', '2025-12-09', '2026-10-05'].map(day);
const epac = (await dataset.company('EPAC'))!;
const someDay = fc.constantFrom(...DAYS);
/** Factors of two leave every quotient the same to the last bit; any other to about fifteen digits. */
const factor = fc.oneof(fc.constantFrom(0.5, 2, 4), fc.double({ min: 0.01, max: 100, noNaN: true }));

const times = <S extends Series>(series: S, by: number): S => ({
  ...series,
  values: series.values.map((value) => value * by),
});
const until = <S extends Series>(series: S, last: number): S => {
  const end = series.days.findIndex((one) => one > last);
  const cut = end < 0 ? series.days.length : end;
  return { ...series, days: series.days.slice(0, cut), values: series.values.slice(0, cut) };
};
const thesisOf = (data: MarketData, asOf: number) => {
  const { score, coverage, signals } = evaluateThesis(data, asOf, DEFAULT_OPTIONS);
  return { score, coverage, verdicts: signals.map(({ verdict }) => verdict) };
};
const fitOf = (data: MarketData, company: CompanyData, asOf: number) => {
  const { score, fit, factors } = evaluateCompany(
    data,
    company,
    asOf,
    DEFAULT_OPTIONS,
    evaluateThesis(data, asOf, DEFAULT_OPTIONS),
  );
  return { score, fit, verdicts: factors.map(({ verdict }) => verdict) };
};

describe.each([...SIGNALS, ...FACTORS].map((one) => [one.id, one] as const))(
  'the ramps of %s',
  (id, { ramps }) => {
    const measures = (corners: readonly (readonly [number, number])[]) => {
      const width = corners.at(-1)![0] - corners[0]![0];
      return fc.double({ min: corners[0]![0] - width, max: corners.at(-1)![0] + width, noNaN: true });
    };

    it('ascend in measure and stay within 0..1', () => {
      for (const ramp of Object.values(ramps)) {
        const at = ramp.corners.map(([measure]) => measure);
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        fc.assert(
          fc.property(measures(ramp.corners), (measure) => {
            expect(ramp(measure)).toBeGreaterThanOrEqual(0);
            expect(ramp(measure)).toBeLessThanOrEqual(1);
          }),
        );
      }
    });

    it('reach from 0 to 1', () => {
      for (const ramp of Object.values(ramps)) {
        const heights = ramp.corners.map(([, strength]) => strength);
        expect([Math.min(...heights), Math.max(...heights)]).toEqual([0, 1]);
      }
    });

    it(id === 'labor-cooling' ? 'rise and then fall: too much cooling is a recession' : 'go one way', () => {
      for (const ramp of Object.values(ramps)) {
        const turns = ramp.corners
          .slice(1)
          .map(([, strength], i) => Math.sign(strength - ramp.corners[i]![1]))
          .filter((step, i, steps) => step !== 0 && step !== steps.slice(0, i).findLast((one) => one !== 0));
        expect(turns).toHaveLength(id === 'labor-cooling' ? 2 : 1);
      }
    });
  },
);

describe('no score changes', () => {
  it('when both funds are quoted in another unit', () => {
    fc.assert(
      fc.property(someDay, factor, factor, (asOf, small, large) => {
        const index = { IWM: times(shipped.index.IWM, small), SPY: times(shipped.index.SPY, large) };
        expect(thesisOf({ ...shipped, index }, asOf)).toEqual(thesisOf(shipped, asOf));
      }),
      { numRuns: 30 },
    );
  });

  it('when price and output indexes have another base', () => {
    const indexes: MacroId[] = ['CPIAUCSL', 'CPILFESL', 'PCEPILFE', 'INDPRO', 'ICSA'];
    fc.assert(
      fc.property(someDay, fc.constantFrom(...indexes), factor, (asOf, id, by) => {
        const series = shipped.macro[id]!;
        const rebased = { ...series, vintages: series.vintages.map((one) => times(one, by)) };
        const data = { ...shipped, macro: { ...shipped.macro, [id]: rebased } };
        expect(thesisOf(data, asOf)).toEqual(thesisOf(shipped, asOf));
      }),
      { numRuns: 30 },
    );
  });

  it('when a stock is split, and its closes with it', () => {
    fc.assert(
      fc.property(fc.constantFrom(day('2024-06-28'), day('2026-08-21')), factor, (asOf, by) => {
        const split = { ...epac, history: times(epac.history!, by) };
        expect(fitOf(shipped, split, asOf)).toEqual(fitOf(shipped, epac, asOf));
      }),
      { numRuns: 30 },
    );
  });

  it('when a series is split at the day and its later part taken away', () => {
    for (const asOf of DAYS) {
      const index = { IWM: until(shipped.index.IWM, asOf), SPY: until(shipped.index.SPY, asOf) };
      const aiBasket = Object.fromEntries(
        Object.entries(shipped.aiBasket).map(([name, series]) => [name, until(series, asOf)]),
      );
      const data = { ...shipped, index, aiBasket };
      expect(thesisOf(data, asOf)).toEqual(thesisOf(shipped, asOf));
      const history = until(epac.history!, asOf);
      expect(fitOf(data, { ...epac, history }, asOf)).toEqual(fitOf(shipped, epac, asOf));
    }
  });
});
