import { t } from '../../i18n';
import { isSmallCap } from '../../market/small-cap';
import { type Factor, LISTS, unknown } from '../evidence';
import { isStale, stale } from '../freshness';
import { dayInWords, millions, sentences } from '../words';

export const smallCap: Factor = {
  id: 'small-cap',
  title: t('thesis.smallCap.title'),
  claim: t('thesis.smallCap.claim'),
  ramps: {},
  /** A gate: 1 inside, 0 outside. */
  read({ listing }, market, { smallCapUsd }) {
    if (!listing) return unknown(() => t('thesis.smallCap.later'));
    const { listedOn, marketCapUsd } = listing;
    if (listedOn !== undefined && isStale(listedOn, market.day, 'listing'))
      return unknown(stale('stockList', listedOn));
    const inRussell = listing.russell2000Pct !== undefined;
    const isMember = inRussell || listing.sp600;
    if (!isMember && marketCapUsd === undefined) return unknown(() => t('thesis.smallCap.nothing'));

    const isSmall = isSmallCap(listing, smallCapUsd);
    return {
      measure: {
        marketCapUsd: marketCapUsd ?? null,
        russell2000Pct: listing.russell2000Pct ?? null,
        inSp600: listing.sp600 ? 'yes' : 'no',
      },
      strength: isSmall ? 1 : 0,
      get short() {
        if (isMember) return inRussell ? 'Russell 2000' : 'S&P 600';
        return isSmall ? t('thesis.smallCap.byValue') : t('thesis.smallCap.notSmall');
      },
      get explanation() {
        const bounds = { min: millions(smallCapUsd.min), max: millions(smallCapUsd.max) };
        return sentences(
          isMember
            ? inRussell && listing.sp600
              ? t('thesis.smallCap.inBoth')
              : inRussell
                ? t('thesis.smallCap.inRussell')
                : t('thesis.smallCap.inSp600')
            : isSmall
              ? t('thesis.smallCap.inside', bounds)
              : t('thesis.smallCap.outside', bounds),
          marketCapUsd !== undefined && t('thesis.smallCap.value', { value: millions(marketCapUsd) }),
          listedOn !== undefined && t('thesis.smallCap.asOf', { day: dayInWords(listedOn) }),
        );
      },
      asOf: listedOn ?? null,
      source: LISTS,
    };
  },
};
