import type { Day } from '../market/day';
import type { MarketData } from '../market/types';
import { companyAsOf, MarketAsOf } from './as-of';
import type { Evidence, Factor, Signal } from './evidence';
import { FACTORS } from './fit';
import { withCorners } from './ramp';
import { scoreOf, verdictOf, weightedMean } from './score';
import { SIGNALS } from './signals';
import { cornersOf } from './thresholds';
import type { EvaluateCompany, EvaluateThesis, Reading } from './types';

/** Share of the fit's weights below which nothing is said: membership alone is no fit. */
const MIN_FIT_COVERAGE = 0.25;

/** The whole thesis as of the close of a day. Data are taken as unchanging: pass a new object for new data. */
export const evaluateThesis: EvaluateThesis = (data, asOf, options) => {
  const market = marketAsOf(data, asOf);
  const signals = withCorners(cornersOf(options), () =>
    SIGNALS.map((signal) =>
      readingOf(signal, signal.read(market, options), options.signalWeights[signal.id]),
    ),
  );
  const { strength, coverage } = weightedMean(signals);
  return { asOf, signals, ...scoreOf(strength, coverage) };
};

/**
 * One company as of the close of a day: the thesis and its own fit, blended by `thesisShare`. Without
 * enough known of the company itself there is no score; without a thesis the fit stands alone.
 */
export const evaluateCompany: EvaluateCompany = (data, company, asOf, options, thesis) => {
  const market = marketAsOf(data, asOf);
  const known = companyAsOf(company, asOf);
  const factors = withCorners(cornersOf(options), () =>
    FACTORS.map((factor) =>
      readingOf(factor, factor.read(known, market, options), options.factorWeights[factor.id]),
    ),
  );
  const own = weightedMean(factors);
  const fit = scoreOf(own.coverage >= MIN_FIT_COVERAGE ? own.strength : null, own.coverage);
  const share = options.thesisShare;
  const blend = weightedMean([
    { strength: thesis.score === null ? null : thesis.score / 100, weight: share },
    { strength: fit.score === null ? null : fit.score / 100, weight: 1 - share },
  ]);
  return {
    symbol: company.company.symbol,
    asOf,
    thesis: thesis.score,
    fit: fit.score,
    factors,
    ...scoreOf(
      fit.score === null ? null : blend.strength,
      share * thesis.coverage + (1 - share) * fit.coverage,
    ),
  };
};

/** Readings with their words made, as they must be to be sent elsewhere: Firefox sends no getters. */
export function spelledOut<R extends Reading>(readings: readonly R[]): R[] {
  return readings.map((reading) => ({ ...reading }));
}

function readingOf<Id extends string>(
  { id, title, claim }: Pick<Signal | Factor, 'title' | 'claim'> & { id: Id },
  evidence: Evidence,
  weight: number,
): Reading<Id> {
  const { measure, strength, asOf, source, url } = evidence;
  return {
    id,
    title,
    claim,
    measure,
    strength,
    verdict: verdictOf(strength),
    get short() {
      return evidence.short;
    },
    get explanation() {
      return evidence.explanation;
    },
    asOf,
    source,
    ...(url !== undefined && { url }),
    weight,
  };
}

const views = new WeakMap<MarketData, MarketAsOf>();

/** One view is kept for each market, so that many companies on one day share it. */
function marketAsOf(data: MarketData, day: Day): MarketAsOf {
  const kept = views.get(data);
  if (kept?.day === day) return kept;
  const view = new MarketAsOf(data, day);
  views.set(data, view);
  return view;
}
