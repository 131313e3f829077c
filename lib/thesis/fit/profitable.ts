import { t } from '../../i18n';
import type { Day } from '../../market/day';
import type { CompanyAsOf } from '../as-of';
import { type Factor, FILINGS, unknown } from '../evidence';
import { isStale, none, stale } from '../freshness';
import { dayInWords, plainPct, sentences } from '../words';

/** What one source says of profit. */
interface Sign {
  day: Day;
  isProfit: boolean;
  words(): string;
  source: string;
}

export const profitable: Factor = {
  id: 'profitable',
  title: t('thesis.profitable.title'),
  claim: t('thesis.profitable.claim'),
  ramps: {},
  /** A profit is 1, a loss 0; where the year and the latest quarter differ, halfway. */
  read(company, market) {
    const all = signs(company);
    const fresh = all.filter(({ day }) => !isStale(day, market.day, 'figures'));
    if (fresh.length === 0) {
      const newest = Math.max(...all.map(({ day }) => day));
      return unknown(all.length > 0 ? stale('profit', newest) : none('profit'));
    }
    const profits = fresh.filter(({ isProfit }) => isProfit).length;
    return {
      measure: Object.fromEntries(
        fresh.map(({ source, isProfit }) => [source, isProfit ? 'profit' : 'loss']),
      ),
      strength: profits / fresh.length,
      get short() {
        if (profits === fresh.length) return t('thesis.profitable.yes');
        return profits === 0 ? t('thesis.profitable.no') : t('thesis.profitable.partly');
      },
      get explanation() {
        return sentences(...fresh.map(({ words }) => words()));
      },
      asOf: Math.max(...fresh.map(({ day }) => day)),
      source: fresh.map(({ source }) => source).join('; '),
    };
  },
};

function signs({ ratios, quarter }: CompanyAsOf): Sign[] {
  const found: Sign[] = [];
  const margin = ratios?.profitMargin;
  if (ratios && (margin !== undefined || ratios.trailingPe !== undefined)) {
    const isProfit = margin !== undefined ? margin > 0 : ratios.trailingPe! > 0;
    found.push({
      day: ratios.asOf,
      isProfit,
      words: () => {
        const day = dayInWords(ratios.asOf);
        if (margin === undefined) {
          return isProfit
            ? t('thesis.profitable.yearProfit', { day })
            : t('thesis.profitable.yearLoss', { day });
        }
        const share = plainPct(Math.abs(margin) * 100);
        return isProfit
          ? t('thesis.profitable.yearProfitOf', { day, share })
          : t('thesis.profitable.yearLossOf', { day, share });
      },
      source: 'Yahoo Finance',
    });
  }
  const earned = quarter?.netIncome?.[0] ?? quarter?.eps?.[0];
  if (quarter && earned !== undefined) {
    found.push({
      day: quarter.end,
      isProfit: earned > 0,
      words: () => {
        const day = dayInWords(quarter.end);
        return earned > 0
          ? t('thesis.profitable.quarterProfit', { day })
          : t('thesis.profitable.quarterLoss', { day });
      },
      source: FILINGS,
    });
  }
  return found;
}
