import { type Factor, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, plain } from '../words';

/** The Russell 2000's multiple in the article. */
const INDEX_MULTIPLE = 23.7;
/** Times earnings: half the index's multiple is cheap, the index's own is neither, twice it is dear. */
const strengthOf = ramp([INDEX_MULTIPLE / 2, 1], [INDEX_MULTIPLE, 0.5], [INDEX_MULTIPLE * 2, 0]);

export const multiple: Factor = {
  id: 'multiple',
  title: 'Earnings multiple',
  claim: "Is it priced at or below the index's 23.7 times expected earnings?",
  ramps: { 'times earnings': strengthOf },
  read({ ratios }, market) {
    const value = ratios?.forwardPe ?? ratios?.trailingPe;
    if (!ratios || value === undefined)
      return unknown('No earnings multiple of this company is known on this day.');
    if (isStale(ratios.asOf, market.day, 'figures'))
      return unknown(staleWords('earnings multiple', ratios.asOf));
    const isForward = ratios.forwardPe !== undefined;
    const earnings = isForward ? 'expected earnings' : 'earnings of the last four quarters';
    return {
      measure: { multiple: value, basis: isForward ? 'forward' : 'trailing' },
      // A negative multiple is a loss, however small.
      strength: value > 0 ? strengthOf(value) : 0,
      short: value > 0 ? `${plain(value)}×` : 'loss expected',
      explanation:
        value > 0
          ? `On ${dayInWords(ratios.asOf)} it traded at ${plain(value)} times ${earnings}, against ${INDEX_MULTIPLE} for the Russell 2000 in the article.`
          : `On ${dayInWords(ratios.asOf)} a loss was expected, so no multiple supports the price.`,
      asOf: ratios.asOf,
      source: 'Yahoo Finance',
    };
  },
};
