import { t } from '../../i18n';
import { type Day, formatDay } from '../../market/day';
import type { CompanyAsOf, MarketAsOf } from '../as-of';
import { credit, type Evidence, unknown } from '../evidence';
import { ownCloses } from '../own-close';
import { ramp } from '../ramp';
import { changePct, type Point, pointAt } from '../series';
import { dayInWords, plain, signed, signedPct } from '../words';

/**
 * Percentage points over half a year: level with the index is neither, 30 is a usual swing of a small
 * cap. Swings grow with the square root of time, so a shorter stretch is measured with a shorter rule.
 */
export const leadOverHalfYear = ramp([-30, 0], [30, 1]);
/** What that ramp measures. */
export const LEAD_RAMP = t('thesis.againstIwm.ramp');
const HALF_YEAR = 182;
/** Below two weeks chance says more than the rule. */
const MIN_DAYS = 14;

/** Strength of a lead of so many percentage points over so many days. */
export function leadStrength(gapPct: number, days: number): number {
  return leadOverHalfYear(gapPct * Math.sqrt(HALF_YEAR / Math.max(days, MIN_DAYS)));
}

/** A weekly close this many days before the start still stands for it. */
const MAX_START_GAP = 7;

/**
 * A stock's return against the Russell 2000 fund's from a start to the stock's own newest close, both over
 * the very same days.
 * @param startOf the start, given the fund's closes up to the stock's newest; undefined when there is none
 */
export function againstIwm(
  company: CompanyAsOf,
  market: MarketAsOf,
  startOf: (now: Point) => Day | undefined,
  since: 'sixMonths' | 'low',
): Evidence {
  const own = ownCloses(company, market);
  if ('missing' in own) return own.missing;
  const { history, now } = own;
  const iwm = market.prices('IWM');
  const start = startOf(now);
  const then = start === undefined ? undefined : pointAt(history, start, MAX_START_GAP);
  const iwmNow = pointAt(iwm, now.day, 3);
  const iwmThen = then && pointAt(iwm, then.day, 3);
  if (!then || !iwmThen || !iwmNow || then.day >= now.day) {
    return unknown(() =>
      start === undefined
        ? t('thesis.againstIwm.noStart')
        : t('thesis.againstIwm.noCloses', { day: dayInWords(start) }),
    );
  }
  const ownPct = changePct(then.value, now.value);
  const iwmPct = changePct(iwmThen.value, iwmNow.value);
  const gapPct = ownPct - iwmPct;
  return {
    measure: { fromDate: formatDay(then.day), toDate: formatDay(now.day), ownPct, iwmPct, gapPct },
    strength: leadStrength(gapPct, now.day - then.day),
    get short() {
      return t('thesis.points', { points: signed(gapPct) });
    },
    get explanation() {
      const said = {
        from: dayInWords(then.day),
        to: dayInWords(now.day),
        own: signedPct(ownPct),
        index: signedPct(iwmPct),
        points: plain(Math.abs(gapPct)),
      };
      if (since === 'low') {
        return gapPct < 0 ? t('thesis.againstIwmLow.less', said) : t('thesis.againstIwmLow.more', said);
      }
      return gapPct < 0 ? t('thesis.againstIwm6m.less', said) : t('thesis.againstIwm6m.more', said);
    },
    asOf: now.day,
    ...credit(history.provenance, iwm.provenance),
  };
}
