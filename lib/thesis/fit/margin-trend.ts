import { t } from '../../i18n';
import type { CompanyAsOf, MarketAsOf } from '../as-of';
import { type Evidence, type Factor, FILINGS, unknown } from '../evidence';
import { isStale, stale } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, plainPct, signed } from '../words';

/** Percentage points of operating margin over a year: level is neither, five either way is clear. */
const strengthOf = ramp([-5, 0], [5, 1]);

/** Beyond this share of the sales, percent, a margin says nothing of a trend. */
const MAX_MARGIN_PCT = 100;

/** Days from a year's end until a margin is of a quarter after it: that quarter and its report. */
const NEXT_QUARTER = 120;

/** Yearly revenue as filed is not comparable there. */
const WITHOUT_MARGIN = /finance|financial|real estate/i;

export const marginTrend: Factor = {
  id: 'margin-trend',
  title: t('thesis.marginTrend.title'),
  claim: t('thesis.marginTrend.claim'),
  ramps: { [t('thesis.marginTrend.ramp')]: strengthOf },
  read(company, market) {
    const quarter = fromQuarter(company, market);
    if (quarter && quarter.strength !== null) return quarter;
    const year = fromYear(company, market);
    return year ?? quarter ?? unknown(() => t('thesis.marginTrend.nothing'));
  },
};

/** The latest quarter against the same quarter a year before. */
function fromQuarter({ quarter }: CompanyAsOf, market: MarketAsOf): Evidence | undefined {
  const { end, operatingIncome, revenue } = quarter ?? {};
  if (end === undefined || !operatingIncome || !revenue) return undefined;
  if (isStale(end, market.day, 'figures')) return unknown(stale('quarterlyReport', end));
  const nowPct = marginPct(operatingIncome[0], revenue[0]);
  const beforePct = marginPct(operatingIncome[1], revenue[1]);
  if (nowPct === undefined || beforePct === undefined) {
    return unknown(() => t('thesis.marginTrend.tooSmall', { day: dayInWords(end) }));
  }
  return trend(nowPct, beforePct, 'quarter', {
    words: () =>
      t('thesis.marginTrend.quarter', {
        now: plainPct(nowPct),
        before: plainPct(beforePct),
        day: dayInWords(end),
      }),
    asOf: end,
    source: FILINGS,
  });
}

/** Without a fresh quarter: the newest margin of a provider against the last fiscal year as filed. */
function fromYear({ ratios, year, listing }: CompanyAsOf, market: MarketAsOf): Evidence | undefined {
  if (
    ratios?.operatingMargin === undefined ||
    year?.operatingIncomeMusd === undefined ||
    year.revenueMusd === undefined
  ) {
    return undefined;
  }
  if (isStale(ratios.asOf, market.day, 'figures') || isStale(year.end, market.day, 'fiscalYear'))
    return undefined;
  if (ratios.asOf < year.end + NEXT_QUARTER || WITHOUT_MARGIN.test(listing?.sector ?? '')) return undefined;
  const nowPct = ratios.operatingMargin * 100;
  const beforePct = marginPct(year.operatingIncomeMusd, year.revenueMusd);
  if (beforePct === undefined || Math.abs(nowPct) > MAX_MARGIN_PCT) return undefined;
  return trend(nowPct, beforePct, 'fiscal year', {
    words: () =>
      t('thesis.marginTrend.year', {
        now: plainPct(nowPct),
        before: plainPct(beforePct),
        day: dayInWords(ratios.asOf),
        end: dayInWords(year.end),
      }),
    asOf: ratios.asOf,
    source: 'Yahoo Finance; SEC EDGAR, company facts',
  });
}

function trend(
  nowPct: number,
  beforePct: number,
  basis: string,
  { words, ...from }: Pick<Evidence, 'asOf' | 'source'> & { words(): string },
): Evidence {
  const changePoints = nowPct - beforePct;
  return {
    measure: { operatingMarginPct: nowPct, operatingMarginBeforePct: beforePct, changePoints, basis },
    strength: strengthOf(changePoints),
    get short() {
      return t('thesis.points', { points: signed(changePoints) });
    },
    get explanation() {
      return words();
    },
    ...from,
  };
}

/** Undefined where the revenue is nothing to measure by. */
function marginPct(income: number, revenue: number): number | undefined {
  const margin = (100 * income) / revenue;
  return revenue > 0 && Math.abs(margin) <= MAX_MARGIN_PCT ? margin : undefined;
}
