import { t } from '../../i18n';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, none, stale } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, listed, plainPct, sentences } from '../words';

/**
 * Percentage points of index weight: with 15 more, a fall of a third in these names costs the S&P 500 five
 * points more than the Russell 2000, as much as the lead of the relative-strength claim.
 */
const strengthOf = ramp([0, 0], [15, 1]);

const RAMP = t('thesis.aiExposure.ramp');

export const aiExposure: Signal = {
  id: 'ai-exposure',
  title: t('thesis.aiExposure.title'),
  claim: t('thesis.aiExposure.claim'),
  ramps: { [RAMP]: strengthOf },
  tracks: [{ name: RAMP, figures: { gapPct: RAMP } }],
  read(market, { aiNames }) {
    const newest = market.aiWeights()[0];
    if (!newest) return unknown(none('indexWeight'));
    if (isStale(newest.knownOn, market.day, 'figures')) return unknown(stale('indexWeight', newest.knownOn));
    const held = newest.names.filter(({ symbol }) => aiNames.includes(symbol));
    const missing = aiNames.filter((name) => !newest.names.some(({ symbol }) => symbol === name));
    if (held.length === 0)
      return unknown(() =>
        aiNames.length > 0
          ? t('thesis.aiExposure.noWeight', { names: listed(aiNames) })
          : t('thesis.aiExposure.emptyList'),
      );

    const smallPct = held.reduce((sum, name) => sum + name.smallPct, 0);
    const largePct = held.reduce((sum, name) => sum + name.largePct, 0);
    return {
      measure: {
        smallPct,
        largePct,
        gapPct: largePct - smallPct,
        names: held.map(({ symbol }) => symbol).join(' '),
      },
      strength: strengthOf(largePct - smallPct),
      get short() {
        return `${plainPct(smallPct)} / ${plainPct(largePct)}`;
      },
      get explanation() {
        return sentences(
          t('thesis.aiExposure.weights', {
            names: listed(held.map(({ symbol }) => symbol)),
            small: plainPct(smallPct),
            large: plainPct(largePct),
            day: dayInWords(newest.knownOn),
          }),
          missing.length > 0 && t('thesis.aiExposure.noWeight', { names: listed(missing) }),
        );
      },
      asOf: newest.knownOn,
      ...credit(newest.provenance),
    };
  },
};
