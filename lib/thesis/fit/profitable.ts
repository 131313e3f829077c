import type { Day } from '../../market/day';
import type { CompanyAsOf } from '../as-of';
import { type Factor, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { dayInWords, listed, plain, sentence } from '../words';

/** What one source says of profit. */
interface Sign {
  day: Day;
  isProfit: boolean;
  words: string;
  source: string;
}

export const profitable: Factor = {
  id: 'profitable',
  title: 'Profitable',
  claim: 'Does it earn money?',
  ramps: {},
  /** A profit is 1, a loss 0; where the year and the latest quarter differ, halfway. */
  read(company, market) {
    const all = signs(company);
    const fresh = all.filter(({ day }) => !isStale(day, market.day, 'figures'));
    if (fresh.length === 0) {
      const newest = Math.max(...all.map(({ day }) => day));
      return unknown(
        all.length > 0
          ? staleWords('profit or loss', newest)
          : 'Neither profit nor loss of this company is known on this day.',
      );
    }
    const profits = fresh.filter(({ isProfit }) => isProfit).length;
    return {
      measure: Object.fromEntries(
        fresh.map(({ source, isProfit }) => [source, isProfit ? 'profit' : 'loss']),
      ),
      strength: profits / fresh.length,
      short: profits === fresh.length ? 'yes' : profits === 0 ? 'no' : 'in part',
      explanation: sentence(listed(fresh.map(({ words }) => words))),
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
      words: `over the last four quarters (${dayInWords(ratios.asOf)}) it made a ${isProfit ? 'profit' : 'loss'}${margin === undefined ? '' : ` of ${plain(Math.abs(margin) * 100)}% of sales`}`,
      source: 'Yahoo Finance',
    });
  }
  const earned = quarter?.netIncome?.[0] ?? quarter?.eps?.[0];
  if (quarter && earned !== undefined) {
    found.push({
      day: quarter.end,
      isProfit: earned > 0,
      words: `in the quarter to ${dayInWords(quarter.end)} it made a ${earned > 0 ? 'profit' : 'loss'}`,
      source: 'Company filings (quarterly statements)',
    });
  }
  return found;
}
