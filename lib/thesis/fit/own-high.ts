import { formatDay } from '../../market/day';
import { credit, type Factor, unknown } from '../evidence';
import { ownCloses } from '../own-close';
import { ramp } from '../ramp';
import { changePct, highest } from '../series';
import { dayInWords, plain, signed } from '../words';

/** Percent from the high: one stock swings about four times as wide as the index, whose claim ends 10% below. */
const strengthOf = ramp([-40, 0], [0, 1]);

const YEAR = 364;

export const ownHigh: Factor = {
  id: 'own-high',
  title: 'Near its own high',
  claim: 'Does it trade near its 52-week high, as the index did?',
  ramps: { 'percent from the high': strengthOf },
  read(company, market) {
    const own = ownCloses(company, market);
    if ('missing' in own) return own.missing;
    const { history, now } = own;
    // A stock with less than half a year of closes has no yearly high to speak of.
    if (history.days[0]! > now.day - YEAR / 2)
      return unknown('There is less than half a year of closes of this stock.');
    const high = highest(history, now.day - YEAR, now.day)!;
    const distancePct = changePct(high.value, now.value);
    return {
      measure: { closeUsd: now.value, high52wUsd: high.value, highDate: formatDay(high.day), distancePct },
      strength: strengthOf(distancePct),
      short: high.day === now.day ? 'at its high' : `${signed(distancePct)}%`,
      explanation:
        high.day === now.day
          ? `At $${now.value.toFixed(2)} it closed at its 52-week high.`
          : `At $${now.value.toFixed(2)} it is ${plain(Math.abs(distancePct))}% below its highest close of 52 weeks, $${high.value.toFixed(2)} on ${dayInWords(high.day)}.`,
      asOf: now.day,
      ...credit(history.provenance),
    };
  },
};
