import type { CompanyAsOf, MarketAsOf } from '../as-of';
import { type Evidence, type Factor, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { profitTurn, TURN_STRENGTH } from '../profit';
import { ramp } from '../ramp';
import { dayInWords, signed } from '../words';

/** Percent a year: none is no growth story, 14 is the S&P 500's, 35 the Russell 2000's in the article. */
const strengthOf = ramp([0, 0], [14, 0.5], [35, 1]);

export const earningsGrowth: Factor = {
  id: 'earnings-growth',
  title: 'Earnings growth',
  claim:
    "Do its earnings grow as fast as the article's 35% for small caps, or at least the 14% of large ones?",
  ramps: { 'growth, percent a year': strengthOf },
  read(company, market) {
    const found = [fromQuarter(company, market), fromRatios(company, market)].filter(
      (one) => one !== undefined,
    );
    const fresh = found.filter(({ strength }) => strength !== null).sort((a, b) => b.asOf! - a.asOf!);
    return fresh[0] ?? found[0] ?? unknown('No earnings growth of this company is known on this day.');
  },
};

/** Earnings a share of the latest quarter against the same quarter a year before. */
function fromQuarter({ quarter }: CompanyAsOf, market: MarketAsOf): Evidence | undefined {
  const eps = quarter?.eps;
  if (!quarter || !eps) return undefined;
  if (isStale(quarter.end, market.day, 'figures'))
    return unknown(staleWords('quarterly report', quarter.end));
  const [now, before] = eps;
  const { turn, growthPct } = profitTurn(now, before);
  const usd = (value: number) => `${value < 0 ? '−' : ''}$${Math.abs(value).toFixed(2)}`;
  return {
    measure: { growthPct, epsUsd: now, epsYearAgoUsd: before, basis: 'quarter' },
    strength: turn === 'growth' ? strengthOf(growthPct!) : TURN_STRENGTH[turn],
    short: growthPct === null ? turn : `${signed(growthPct, 0)}%`,
    explanation: `It earned ${usd(now)} a share in the quarter to ${dayInWords(quarter.end)}, against ${usd(before)} a year before${growthPct === null ? '' : `: ${signed(growthPct, 0)}%`}.`,
    asOf: quarter.end,
    source: 'Company filings (quarterly statements)',
  };
}

/** Growth rate of the newest quarter as a provider gives it. */
function fromRatios({ ratios }: CompanyAsOf, market: MarketAsOf): Evidence | undefined {
  if (ratios?.earningsGrowth === undefined) return undefined;
  if (isStale(ratios.asOf, market.day, 'figures'))
    return unknown(staleWords('earnings growth rate', ratios.asOf));
  const growthPct = ratios.earningsGrowth * 100;
  return {
    measure: { growthPct, basis: 'ratios' },
    strength: strengthOf(growthPct),
    short: `${signed(growthPct, 0)}%`,
    explanation: `As of ${dayInWords(ratios.asOf)} its earnings changed by ${signed(growthPct, 0)}% in the latest quarter against a year before.`,
    asOf: ratios.asOf,
    source: 'Yahoo Finance',
  };
}
