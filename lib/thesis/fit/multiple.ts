import { t } from '../../i18n';
import { type Factor, unknown } from '../evidence';
import { isStale, none, stale } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, plain } from '../words';

/** The Russell 2000's multiple in the article. */
const INDEX_MULTIPLE = 23.7;
/** Times earnings: half the index's multiple is cheap, the index's own is neither, twice it is dear. */
const strengthOf = ramp([INDEX_MULTIPLE / 2, 1], [INDEX_MULTIPLE, 0.5], [INDEX_MULTIPLE * 2, 0]);

export const multiple: Factor = {
  id: 'multiple',
  title: t('thesis.multiple.title'),
  claim: t('thesis.multiple.claim'),
  ramps: { [t('thesis.multiple.ramp')]: strengthOf },
  read({ ratios }, market) {
    const value = ratios?.forwardPe ?? ratios?.trailingPe;
    if (!ratios || value === undefined) return unknown(none('multiple'));
    if (isStale(ratios.asOf, market.day, 'figures')) return unknown(stale('multiple', ratios.asOf));
    const isForward = ratios.forwardPe !== undefined;
    return {
      measure: { multiple: value, basis: isForward ? 'forward' : 'trailing' },
      // A negative multiple is a loss, however small.
      strength: value > 0 ? strengthOf(value) : 0,
      get short() {
        return value > 0 ? t('thesis.multiple.times', { value: plain(value) }) : t('thesis.multiple.loss');
      },
      get explanation() {
        const said = { day: dayInWords(ratios.asOf), value: plain(value), index: plain(INDEX_MULTIPLE) };
        if (value <= 0) return t('thesis.multiple.lossExpected', said);
        return isForward ? t('thesis.multiple.forward', said) : t('thesis.multiple.trailing', said);
      },
      asOf: ratios.asOf,
      source: 'Yahoo Finance',
    };
  },
};
