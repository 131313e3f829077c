import { t } from '../../i18n';
import { formatDay } from '../../market/day';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, stale } from '../freshness';
import { ramp } from '../ramp';
import { changePct, highest, newest } from '../series';
import { dayInWords, dollars, plainPct, signedPct } from '../words';

/** Percent from the record: at or past it is the breakout, 10% below is a correction. */
const strengthOf = ramp([-10, 0], [0, 1]);

const RAMP = t('thesis.breakout.ramp');

export const breakout: Signal = {
  id: 'breakout',
  title: t('thesis.breakout.title'),
  claim: t('thesis.breakout.claim'),
  ramps: { [RAMP]: strengthOf },
  tracks: [{ name: RAMP, figures: { distancePct: RAMP } }],
  read(market) {
    const iwm = market.prices('IWM');
    const now = newest(iwm);
    const record = now && highest(iwm, Number.NEGATIVE_INFINITY, now.day - 1);
    if (!now || !record) return unknown(() => t('thesis.breakout.noCloses'));
    if (isStale(now.day, market.day, 'daily')) return unknown(stale('iwmClose', now.day));

    const distancePct = changePct(record.value, now.value);
    return {
      measure: {
        close: now.value,
        recordClose: record.value,
        recordDate: formatDay(record.day),
        distancePct,
      },
      strength: strengthOf(distancePct),
      get short() {
        return signedPct(distancePct);
      },
      get explanation() {
        const said = {
          close: dollars(now.value),
          record: dollars(record.value),
          day: dayInWords(record.day),
        };
        return distancePct > 0
          ? t('thesis.breakout.past', said)
          : t('thesis.breakout.below', { ...said, distance: plainPct(Math.abs(distancePct)) });
      },
      asOf: now.day,
      ...credit(iwm.provenance),
    };
  },
};
