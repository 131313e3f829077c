import { t } from '../../i18n';
import { formatDay } from '../../market/day';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, stale } from '../freshness';
import { pullbackLow } from '../pullback';
import { ramp } from '../ramp';
import { changePct, newest, pointAt } from '../series';
import { dayInWords, plain, signed, signedPct } from '../words';

/** Percentage points since the low: the article's lead of five is a full case, level with the S&P 500 is neither. */
const strengthOf = ramp([-5, 0], [5, 1]);

const RAMP = t('thesis.relativeStrength.ramp');

export const relativeStrength: Signal = {
  id: 'relative-strength',
  title: t('thesis.relativeStrength.title'),
  claim: t('thesis.relativeStrength.claim'),
  ramps: { [RAMP]: strengthOf },
  tracks: [{ name: RAMP, figures: { gapPct: RAMP } }],
  read(market) {
    const iwm = market.prices('IWM');
    const spy = market.prices('SPY');
    const now = newest(iwm);
    const low = pullbackLow(iwm);
    const spyNow = now && pointAt(spy, now.day, 0);
    const spyThen = low && pointAt(spy, low.day, 0);
    if (!now || !low || !spyNow || !spyThen) {
      return unknown(() => t('thesis.relativeStrength.noPullback'));
    }
    if (isStale(now.day, market.day, 'daily')) return unknown(stale('fundCloses', now.day));

    const smallPct = changePct(low.value, now.value);
    const largePct = changePct(spyThen.value, spyNow.value);
    const gapPct = smallPct - largePct;
    return {
      measure: { lowDate: formatDay(low.day), lowClose: low.value, gapPct, smallPct, largePct },
      strength: strengthOf(gapPct),
      get short() {
        return t('thesis.points', { points: signed(gapPct) });
      },
      get explanation() {
        const said = {
          day: dayInWords(low.day),
          small: signedPct(smallPct),
          large: signedPct(largePct),
          points: plain(Math.abs(gapPct)),
        };
        return gapPct < 0 ? t('thesis.relativeStrength.less', said) : t('thesis.relativeStrength.more', said);
      },
      asOf: now.day,
      ...credit(iwm.provenance, spy.provenance),
    };
  },
};
