import { t } from '../../i18n';
import { formatDay } from '../../market/day';
import { credit, type Factor, unknown } from '../evidence';
import { ownCloses } from '../own-close';
import { ramp } from '../ramp';
import { changePct, highest } from '../series';
import { dayInWords, dollars, plainPct, signedPct } from '../words';

/** Percent from the high: one stock swings about four times as wide as the index, whose claim ends 10% below. */
const strengthOf = ramp([-40, 0], [0, 1]);

const YEAR = 364;

export const ownHigh: Factor = {
  id: 'own-high',
  title: t('thesis.ownHigh.title'),
  claim: t('thesis.ownHigh.claim'),
  ramps: { [t('thesis.ownHigh.ramp')]: strengthOf },
  read(company, market) {
    const own = ownCloses(company, market);
    if ('missing' in own) return own.missing;
    const { history, now } = own;
    // A stock with less than half a year of closes has no yearly high to speak of.
    if (history.days[0]! > now.day - YEAR / 2) return unknown(() => t('thesis.ownHigh.young'));
    const high = highest(history, now.day - YEAR, now.day)!;
    const distancePct = changePct(high.value, now.value);
    return {
      measure: { closeUsd: now.value, high52wUsd: high.value, highDate: formatDay(high.day), distancePct },
      strength: strengthOf(distancePct),
      get short() {
        return high.day === now.day ? t('thesis.ownHigh.at') : signedPct(distancePct);
      },
      get explanation() {
        const said = {
          close: dollars(now.value),
          high: dollars(high.value),
          distance: plainPct(Math.abs(distancePct)),
          day: dayInWords(high.day),
        };
        return high.day === now.day ? t('thesis.ownHigh.reached', said) : t('thesis.ownHigh.below', said);
      },
      asOf: now.day,
      ...credit(history.provenance),
    };
  },
};
