import { t } from '../../i18n';
import type { IndexFigures } from '../../market/types';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, none, stale } from '../freshness';
import { ramp } from '../ramp';
import { changePct } from '../series';
import { dayInWords, plain, plainPct, sentences, signedPct } from '../words';

/**
 * Premium over the S&P 500, percent: the article's 5 leaves all the room, 15 is where earlier rate-cut
 * periods ended, and beyond it counts against.
 */
const strengthOf = ramp([5, 1], [15, 0.4], [25, 0]);

const RAMP = t('thesis.valuation.ramp');

export const valuation: Signal = {
  id: 'valuation',
  title: t('thesis.valuation.title'),
  claim: t('thesis.valuation.claim'),
  ramps: { [RAMP]: strengthOf },
  tracks: [{ name: RAMP, figures: { premiumPct: RAMP } }],
  read(market, { consensus }) {
    const newest = market.figures(consensus).find((figures) => premiumOf(figures) !== undefined);
    if (!newest) return unknown(none('multiples'));
    if (isStale(newest.knownOn, market.day, 'figures')) return unknown(stale('multiples', newest.knownOn));

    const premiumPct = premiumOf(newest)!;
    const { small, large } = newest.forwardMultiple ?? {};
    return {
      measure: { premiumPct, smallMultiple: small ?? null, largeMultiple: large ?? null, basis: newest.kind },
      strength: strengthOf(premiumPct),
      get short() {
        return signedPct(premiumPct);
      },
      get explanation() {
        const said = {
          from: t(`thesis.valuation.${newest.kind}`),
          day: dayInWords(newest.knownOn),
          premium: plainPct(Math.abs(premiumPct)),
        };
        return sentences(
          premiumPct < 0 ? t('thesis.valuation.discount', said) : t('thesis.valuation.premium', said),
          small !== undefined &&
            (large === undefined
              ? t('thesis.valuation.multiple', { small: plain(small) })
              : t('thesis.valuation.multiples', { small: plain(small), large: plain(large) })),
          t('thesis.valuation.earlier'),
        );
      },
      asOf: newest.knownOn,
      ...credit(newest.provenance),
    };
  },
};

/** Premium as quoted, else from the multiples; a multiple of an expected loss gives none. */
function premiumOf({ premiumPct, forwardMultiple }: IndexFigures): number | undefined {
  if (premiumPct !== undefined) return premiumPct;
  if (!forwardMultiple?.large || forwardMultiple.small <= 0 || forwardMultiple.large <= 0) return undefined;
  return changePct(forwardMultiple.large, forwardMultiple.small);
}
