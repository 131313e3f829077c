import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompanyData, MarketData, PriceSeries, Series } from '../../lib/market/types';
import { evaluateCompany, evaluateThesis } from '../../lib/thesis';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { dataset, day, shipped } from './support';

/** Values from a seed, so that a failing run can be repeated. */
function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The same past, and another future: every value that was not known on the day is another one. */
function scrambled(data: MarketData, asOf: number, random: () => number): MarketData {
  const other = () => random() * 1000 + 0.01;
  const later = <S extends Series>(series: S): S => ({
    ...series,
    values: series.values.map((value, i) => (series.days[i]! > asOf ? other() : value)),
  });
  return {
    index: { IWM: later(data.index.IWM), SPY: later(data.index.SPY) },
    macro: Object.fromEntries(
      Object.values(data.macro).map((series) => [
        series.id,
        {
          ...series,
          provenance: { ...series.provenance, asOf: Math.round(other()) },
          vintages: series.vintages.map((vintage) => ({
            ...vintage,
            values: vintage.values.map((value, i) => (vintage.knownOn[i]! > asOf ? other() : value)),
          })),
        },
      ]),
    ),
    figures: data.figures.map((figures) =>
      figures.knownOn > asOf
        ? {
            ...figures,
            growthPct: { small: other(), large: other() },
            premiumPct: other(),
            provenance: { source: 'tomorrow', asOf: 0 },
          }
        : figures,
    ),
    aiWeights: data.aiWeights.map((weights) =>
      weights.knownOn > asOf
        ? {
            ...weights,
            names: weights.names.map((name) => ({ ...name, smallPct: other(), largePct: other() })),
          }
        : weights,
    ),
    aiBasket: Object.fromEntries(
      Object.entries(data.aiBasket).map(([name, series]) => [name, later(series)]),
    ),
  };
}

/** The same past, and no future at all. */
function cut(data: MarketData, asOf: number): MarketData {
  const past = <S extends Series>(series: S): S => {
    const count = series.days.filter((one) => one <= asOf).length;
    return { ...series, days: series.days.slice(0, count), values: series.values.slice(0, count) };
  };
  return {
    index: { IWM: past(data.index.IWM), SPY: past(data.index.SPY) },
    macro: Object.fromEntries(
      Object.values(data.macro).map((series) => [
        series.id,
        {
          ...series,
          vintages: series.vintages.map((vintage) => {
            const isKnown = (_: number, i: number) => vintage.knownOn[i]! <= asOf;
            return {
              takenOn: vintage.takenOn,
              days: vintage.days.filter(isKnown),
              values: vintage.values.filter(isKnown),
              knownOn: vintage.knownOn.filter(isKnown),
            };
          }),
        },
      ]),
    ),
    figures: data.figures.filter(({ knownOn }) => knownOn <= asOf),
    aiWeights: data.aiWeights.filter(({ knownOn }) => knownOn <= asOf),
    aiBasket: Object.fromEntries(Object.entries(data.aiBasket).map(([name, series]) => [name, past(series)])),
  };
}

const anyDay = fc.integer({ min: day('2005-01-03'), max: shipped.index.IWM.days.at(-1)! });

describe('nothing after the as-of day can change an answer', () => {
  it('of the thesis, whatever the future holds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer(), (asOf, seed) => {
        const before = evaluateThesis(shipped, asOf, DEFAULT_OPTIONS);
        const other = scrambled(shipped, asOf, generator(seed));
        expect(evaluateThesis(other, asOf, DEFAULT_OPTIONS)).toEqual(before);
      }),
      {
        numRuns: 40,
        examples: [
          [day('2025-12-09'), 1],
          [day('2026-09-17'), 2],
        ],
      },
    );
  });

  it('of the thesis, nor when there is no future yet', () => {
    fc.assert(
      fc.property(anyDay, (asOf) => {
        expect(evaluateThesis(cut(shipped, asOf), asOf, DEFAULT_OPTIONS)).toEqual(
          evaluateThesis(shipped, asOf, DEFAULT_OPTIONS),
        );
      }),
      { numRuns: 40, examples: [[day('2025-12-09')]] },
    );
  });

  it('of the thesis, nor when a newer vintage is taken later', () => {
    const asOf = day('2025-12-09');
    const macro = Object.fromEntries(
      Object.values(shipped.macro).map((series) => {
        const last = series.vintages.at(-1)!;
        const newer = { ...last, takenOn: last.takenOn + 30, values: last.values.map((value) => value * 2) };
        return [series.id, { ...series, vintages: [...series.vintages, newer] }];
      }),
    );
    expect(evaluateThesis({ ...shipped, macro }, asOf, DEFAULT_OPTIONS)).toEqual(
      evaluateThesis(shipped, asOf, DEFAULT_OPTIONS),
    );
  });

  it('of a company', async () => {
    const companies = await Promise.all(['EPAC', 'PLUG', 'CALM'].map((symbol) => dataset.company(symbol)));
    const other = (company: CompanyData, asOf: number, random: () => number): CompanyData => {
      const { history, figures, listedOn } = company;
      const later = (prices: PriceSeries): PriceSeries => ({
        ...prices,
        provenance: { ...prices.provenance, asOf: 0 },
        values: prices.values.map((value, i) => (prices.days[i]! > asOf ? random() * 1000 : value)),
      });
      return {
        ...company,
        company:
          listedOn! > asOf
            ? { ...company.company, sp600: random() < 0.5, industry: 'Semiconductors' }
            : company.company,
        history: history && later(history),
        figures: figures && {
          ...figures,
          ratios:
            figures.ratios && figures.ratios.asOf > asOf
              ? { asOf: figures.ratios.asOf, forwardPe: random() }
              : figures.ratios,
          quarter:
            figures.quarter && figures.quarter.end + 45 > asOf
              ? { end: figures.quarter.end, eps: [random(), random()] }
              : figures.quarter,
          year:
            figures.year && figures.year.end + 90 > asOf
              ? { end: figures.year.end, revenueMusd: random(), operatingIncomeMusd: random() }
              : figures.year,
        },
      };
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...companies.map((company) => company!)),
        fc.integer({ min: day('2022-06-01'), max: shipped.index.IWM.days.at(-1)! }),
        fc.integer(),
        (company, asOf, seed) => {
          const random = generator(seed);
          const thesis = evaluateThesis(shipped, asOf, DEFAULT_OPTIONS);
          const before = evaluateCompany(shipped, company, asOf, DEFAULT_OPTIONS, thesis);
          const market = scrambled(shipped, asOf, random);
          expect(
            evaluateCompany(market, other(company, asOf, random), asOf, DEFAULT_OPTIONS, thesis),
          ).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });
});
