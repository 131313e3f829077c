import { formatDay } from '../../market/day';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { pullbackLow } from '../pullback';
import { ramp } from '../ramp';
import { changePct, newest, pointAt } from '../series';
import { dayInWords, plain, signed } from '../words';

/** Percentage points since the low: the article's lead of five is a full case, level with the S&P 500 is neither. */
const strengthOf = ramp([-5, 0], [5, 1]);

export const relativeStrength: Signal = {
  id: 'relative-strength',
  title: 'Lead since the pullback',
  claim: 'Small caps rallied from their last pullback and beat the S&P 500 over that stretch.',
  ramps: { 'points ahead since the low': strengthOf },
  tracks: [{ name: 'points ahead since the low', figures: { gapPct: 'points ahead since the low' } }],
  read(market) {
    const iwm = market.prices('IWM');
    const spy = market.prices('SPY');
    const now = newest(iwm);
    const low = pullbackLow(iwm);
    const spyNow = now && pointAt(spy, now.day, 0);
    const spyThen = low && pointAt(spy, low.day, 0);
    if (!now || !low || !spyNow || !spyThen) {
      return unknown('There is no pullback of 5% in the closes of both index funds on or before this day.');
    }
    if (isStale(now.day, market.day, 'daily'))
      return unknown(staleWords('close of both index funds', now.day));

    const smallPct = changePct(low.value, now.value);
    const largePct = changePct(spyThen.value, spyNow.value);
    const gapPct = smallPct - largePct;
    const lead = `${plain(Math.abs(gapPct))} points ${gapPct < 0 ? 'less' : 'more'}`;
    return {
      measure: { lowDate: formatDay(low.day), lowClose: low.value, gapPct, smallPct, largePct },
      strength: strengthOf(gapPct),
      short: `${signed(gapPct)} pt`,
      explanation: `Since the pullback low of ${dayInWords(low.day)} the Russell 2000 fund moved ${signed(smallPct)}% and the S&P 500 fund ${signed(largePct)}%: ${lead}.`,
      asOf: now.day,
      ...credit(iwm.provenance, spy.provenance),
    };
  },
};
