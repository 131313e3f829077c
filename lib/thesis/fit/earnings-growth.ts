import { t } from '../../i18n';
import type { CompanyAsOf, MarketAsOf } from '../as-of';
import { type Evidence, type Factor, FILINGS, unknown } from '../evidence';
import { isStale, none, stale } from '../freshness';
import { profitTurn, TURN_STRENGTH, TURN_WORDS } from '../profit';
import { ramp } from '../ramp';
import { dayInWords, dollars, signedPct } from '../words';

/** Percent a year: none is no growth story, 14 is the S&P 500's, 35 the Russell 2000's in the article. */
const strengthOf = ramp([0, 0], [14, 0.5], [35, 1]);

export const earningsGrowth: Factor = {
  id: 'earnings-growth',
  title: t('thesis.earningsGrowth.title'),
  claim: t('thesis.earningsGrowth.claim'),
  ramps: { [t('thesis.earningsGrowth.ramp')]: strengthOf },
  read(company, market) {
    const found = [fromQuarter(company, market), fromRatios(company, market)].filter(
      (one) => one !== undefined,
    );
    const fresh = found.filter(({ strength }) => strength !== null).sort((a, b) => b.asOf! - a.asOf!);
    return fresh[0] ?? found[0] ?? unknown(none('earningsGrowth'));
  },
};

/** Earnings a share of the latest quarter against the same quarter a year before. */
function fromQuarter({ quarter }: CompanyAsOf, market: MarketAsOf): Evidence | undefined {
  const eps = quarter?.eps;
  if (!quarter || !eps) return undefined;
  if (isStale(quarter.end, market.day, 'figures')) return unknown(stale('quarterlyReport', quarter.end));
  const [now, before] = eps;
  const { turn, growthPct } = profitTurn(now, before);
  return {
    measure: { growthPct, epsUsd: now, epsYearAgoUsd: before, basis: 'quarter' },
    strength: turn === 'growth' ? strengthOf(growthPct!) : TURN_STRENGTH[turn],
    get short() {
      return growthPct === null ? t(TURN_WORDS[turn]) : signedPct(growthPct, 0);
    },
    get explanation() {
      const said = { now: dollars(now), before: dollars(before), day: dayInWords(quarter.end) };
      return growthPct === null
        ? t('thesis.earningsGrowth.earned', said)
        : t('thesis.earningsGrowth.grew', { ...said, change: signedPct(growthPct, 0) });
    },
    asOf: quarter.end,
    source: FILINGS,
  };
}

/** Growth rate of the newest quarter as a provider gives it. */
function fromRatios({ ratios }: CompanyAsOf, market: MarketAsOf): Evidence | undefined {
  if (ratios?.earningsGrowth === undefined) return undefined;
  if (isStale(ratios.asOf, market.day, 'figures')) return unknown(stale('earningsGrowth', ratios.asOf));
  const growthPct = ratios.earningsGrowth * 100;
  return {
    measure: { growthPct, basis: 'ratios' },
    strength: strengthOf(growthPct),
    get short() {
      return signedPct(growthPct, 0);
    },
    get explanation() {
      return t('thesis.earningsGrowth.rate', {
        day: dayInWords(ratios.asOf),
        change: signedPct(growthPct, 0),
      });
    },
    asOf: ratios.asOf,
    source: 'Yahoo Finance',
  };
}
