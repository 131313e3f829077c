import { mean, sampleRankCorrelation } from 'simple-statistics';
import { type Day, formatDay } from '../../lib/market/day';
import type { Company, MarketData, Series } from '../../lib/market/types';
import { DEFAULT_OPTIONS, evaluateCompany, evaluateThesis } from '../../lib/thesis';
import { FACTORS } from '../../lib/thesis/fit';
import { pointAt, positionAt } from '../../lib/thesis/series';
import type { CompanyStudy, Estimate, Fifths } from '../../lib/track-record/schema';
import { estimate } from './bootstrap';
import { hadFailed, isBlankCheck, type Listing } from './companies';
import { round, rounded } from './study';

export const COMPANY_HORIZONS = [1, 3] as const;
/** The factors that prices alone can answer. */
const PRICE_FACTORS = ['own-high', 'against-iwm-low', 'against-iwm-6m', 'rate-relief', 'ai-independence'];
/** Fewer scored stocks make no fifths to speak of: the first months, before there are half a year's closes. */
const MIN_STOCKS = 500;
/** Months; half a year at least, and twice the longest window. */
const BLOCK = 6;

/**
 * Share of the last close that is taken as lost when a failed stock leaves the exchange: 30%, as Shumway
 * (1997) found for failures on NYSE and AMEX, since trading goes on elsewhere at lower prices.
 */
const LOST = 0.3;

/** One stock at one month's end. */
export interface Picked {
  symbol: string;
  /** Own fit by prices alone, 0..100. */
  fit: number;
  /** Strength of each price factor, 0..1. */
  factors: (number | null)[];
  /** Return over each horizon, a fraction; null where the window is not over. */
  returns: (WindowReturn | null)[];
}

export interface WindowReturn {
  /** To the window's end or the last close in it. */
  plain: number;
  left: boolean;
  failed: boolean;
}

export interface Month {
  day: Day;
  picks: Picked[];
}

/** Every month's universe as it stood, its price-based fits, and what followed. */
export function readMonths(
  market: MarketData,
  listings: readonly Listing[],
  ends: readonly Day[],
  tell: (done: number, of: number) => void = () => {},
): Month[] {
  const { min, max } = DEFAULT_OPTIONS.smallCapUsd;
  return ends.flatMap((day, at) => {
    tell(at + 1, ends.length);
    const thesis = evaluateThesis(market, day, DEFAULT_OPTIONS);
    const picks = listings.flatMap((listing): Picked[] => {
      const { history, values, symbol } = listing;
      const value = (pointAt(values, day, 0)?.value ?? 0) * 1e6;
      if (value < min || value > max || !pointAt(history, day, 0) || isBlankCheck(history, day)) return [];
      const report = evaluateCompany(
        market,
        { company: bare(symbol), history },
        day,
        DEFAULT_OPTIONS,
        thesis,
      );
      if (report.fit === null) return [];
      return [
        {
          symbol: `${symbol} ${history.days[0]}`,
          fit: report.fit,
          factors: PRICE_FACTORS.map((id) => report.factors.find((one) => one.id === id)!.strength),
          returns: COMPANY_HORIZONS.map((months) => windowReturn(listing, day, ends[at + months])),
        },
      ];
    });
    return picks.length < MIN_STOCKS ? [] : [{ day, picks }];
  });
}

/** No lists of the day are at hand, so nothing but prices is known of a company. */
const bare = (symbol: string): Company => ({
  symbol,
  name: symbol,
  exchange: 'NASDAQ',
  sp500: false,
  sp600: false,
  common: true,
});

/** A change of price by this factor or its inverse that the market value does not follow is a split that the table missed. */
const SPLIT = 2;
const FOLLOWS = 1.2;

/** Whether a price changed between two days as by a split: at least doubled or halved, the market value about level. */
export function isMissedSplit(
  { history, values }: Pick<Listing, 'history' | 'values'>,
  from: Day,
  until: Day,
): boolean {
  const change = (series: Series) => {
    const [before, after] = [pointAt(series, from, 0), pointAt(series, until, 7)];
    return before && after ? after.value / before.value : Number.NaN;
  };
  const [price, value] = [change(history), change(values)];
  return (price >= SPLIT && value < FOLLOWS) || (price <= 1 / SPLIT && value > 1 / FOLLOWS);
}

/** A stock that leaves is held to its last close, and what that brings as cash to the window's end. */
export function windowReturn(
  listing: Pick<Listing, 'history' | 'values' | 'hasLeft'>,
  from: Day,
  until: Day | undefined,
): WindowReturn | null {
  if (until === undefined || isMissedSplit(listing, from, until)) return null;
  const { history, hasLeft } = listing;
  const { days, values } = history;
  const left = hasLeft && days.at(-1)! < until;
  const plain = values[positionAt(days, until)]! / values[positionAt(days, from)]! - 1;
  return { plain, left, failed: left && hadFailed(history) };
}

/** Return with a loss of so much of the last close for stocks that left as failures. */
const withLoss = ({ plain, failed }: WindowReturn, lost: number) =>
  failed ? (1 + plain) * (1 - lost) - 1 : plain;

/** What followed in one month: means by fifth less the universe's, percentage points, and the rank correlation. */
export interface MonthResult {
  fifths: number[];
  rank: number;
}

/** Stocks in fifths by strength (ties by the order given), lowest first, against what followed. */
export function fifthsOf(pairs: readonly { strength: number; gain: number }[]): MonthResult {
  const ordered = pairs.toSorted((a, b) => a.strength - b.strength);
  const all = mean(pairs.map(({ gain }) => gain));
  const cut = (part: number) => Math.round((part * ordered.length) / 5);
  return {
    fifths: [0, 1, 2, 3, 4].map(
      (part) => (mean(ordered.slice(cut(part), cut(part + 1)).map(({ gain }) => gain)) - all) * 100,
    ),
    rank: sampleRankCorrelation(
      pairs.map(({ strength }) => strength),
      pairs.map(({ gain }) => gain),
    ),
  };
}

/** The study's figures from its months. */
export function companyRecord(months: readonly Month[]): CompanyStudy {
  const results = (
    strengthOf: (pick: Picked) => number | null,
    horizonAt: number,
    gainOf = (after: WindowReturn) => withLoss(after, LOST),
  ) =>
    months.flatMap(({ day, picks }) => {
      const pairs = picks.flatMap((pick) => {
        const after = pick.returns[horizonAt]!;
        const strength = strengthOf(pick);
        return after === null || strength === null ? [] : [{ strength, gain: gainOf(after) }];
      });
      return pairs.length < MIN_STOCKS ? [] : [{ day, ...fifthsOf(pairs) }];
    });
  const byFit = COMPANY_HORIZONS.map((_, at) => results(({ fit }) => fit, at));
  const windows = months.flatMap(({ picks }) => picks.flatMap(({ returns }) => returns[0] ?? []));
  return {
    from: formatDay(months[0]!.day),
    to: formatDay(byFit[0]!.at(-1)!.day),
    stocks: Math.round(mean(months.map(({ picks }) => picks.length))),
    companies: new Set(months.flatMap(({ picks }) => picks.map(({ symbol }) => symbol))).size,
    left: windows.filter(({ left }) => left).length,
    failed: windows.filter(({ failed }) => failed).length,
    missedSplits: months
      .slice(0, byFit[0]!.length)
      .reduce((sum, { picks }) => sum + picks.filter(({ returns }) => returns[0] === null).length, 0),
    followed: COMPANY_HORIZONS.map((horizon, at) => summary(horizon, byFit[at]!)),
    turnover: round(turnoverOf(months)),
    factors: PRICE_FACTORS.map((id, factor) => ({
      id,
      title: FACTORS.find((one) => one.id === id)!.title,
      followed: COMPANY_HORIZONS.map((horizon, at) =>
        summary(
          horizon,
          results(({ factors }) => factors[factor]!, at),
        ),
      ),
    })),
    monthly: byFit[0]!.map(({ day, fifths }) => ({ day: formatDay(day), spread: round(spreadOf(fifths)) })),
    treatments: [
      {
        title: 'Failed stocks lose another 30% (used here)',
        gainOf: (after: WindowReturn) => withLoss(after, LOST),
      },
      {
        title: 'Failed stocks sold at their last close',
        gainOf: (after: WindowReturn) => withLoss(after, 0),
      },
      { title: 'Failed stocks lose everything', gainOf: (after: WindowReturn) => withLoss(after, 1) },
      {
        title: 'Gains of more than 100% in a month counted as 100%',
        gainOf: (after: WindowReturn) => Math.min(1, withLoss(after, LOST)),
      },
    ].map(({ title, gainOf }) => ({
      title,
      spread: summary(
        1,
        results(({ fit }) => fit, 0, gainOf),
      ).spread,
    })),
  };
}

const spreadOf = (fifths: readonly number[]) => fifths[4]! - fifths[0]!;

function summary(horizon: number, results: readonly MonthResult[]): Fifths {
  const figures = estimate(results.length, BLOCK, (positions) => {
    const sums = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const position of positions) {
      const { fifths, rank } = results[position]!;
      for (let part = 0; part < 5; part++) sums[part]! += fifths[part]!;
      sums[5]! += spreadOf(fifths);
      sums[6]! += spreadOf(fifths) > 0 ? 100 : 0;
      sums[7]! += rank;
    }
    return sums.map((sum) => sum / positions.length);
  }).map(rounded) as Estimate[];
  const [spread, consistency, rank] = figures.slice(5);
  return {
    horizon,
    months: results.length,
    fifths: figures.slice(0, 5),
    spread: spread!,
    consistency: consistency!,
    rank: rank!,
  };
}

/** Mean share of the highest fifth that is not in it a month later, percent. */
function turnoverOf(months: readonly Month[]): number {
  const tops = months.map(({ picks }) => {
    const ordered = picks.toSorted((a, b) => a.fit - b.fit);
    return new Set(ordered.slice(Math.round((4 * ordered.length) / 5)).map(({ symbol }) => symbol));
  });
  return mean(
    tops.slice(1).map((top, i) => {
      const before = [...tops[i]!];
      return (before.filter((symbol) => !top.has(symbol)).length / before.length) * 100;
    }),
  );
}
