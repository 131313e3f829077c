import { type Factor, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, plain, signed } from '../words';

/** Percentage points of operating margin over a year: level is neither, five either way is clear. */
const strengthOf = ramp([-5, 0], [5, 1]);

/** Costs of several times the sales make a margin without meaning. */
const MAX_MARGIN_PCT = 100;

export const marginTrend: Factor = {
  id: 'margin-trend',
  title: 'Margin trend',
  claim: 'Does its operating margin widen, as the article expects of small firms?',
  read({ quarter }, market) {
    const { end, operatingIncome, revenue } = quarter ?? {};
    if (end === undefined || !operatingIncome || !revenue) {
      return unknown('No quarterly operating income and revenue with a year before are known on this day.');
    }
    if (isStale(end, market.day, 'figures')) return unknown(staleWords('quarterly report', end));
    const [nowPct, beforePct] = [0, 1].map((i) => (100 * operatingIncome[i]!) / revenue[i]!) as [
      number,
      number,
    ];
    const isSound =
      revenue[0] > 0 &&
      revenue[1] > 0 &&
      Math.abs(nowPct) <= MAX_MARGIN_PCT &&
      Math.abs(beforePct) <= MAX_MARGIN_PCT;
    if (!isSound)
      return unknown(`In the quarter to ${dayInWords(end)} its revenue is too small for a margin.`);
    const changePoints = nowPct - beforePct;
    return {
      measure: { operatingMarginPct: nowPct, operatingMarginYearAgoPct: beforePct, changePoints },
      strength: strengthOf(changePoints),
      short: `${signed(changePoints)} pt`,
      explanation: `Its operating margin was ${plain(nowPct)}% in the quarter to ${dayInWords(end)}, against ${plain(beforePct)}% a year before.`,
      asOf: end,
      source: 'Company filings (quarterly statements)',
    };
  },
};
