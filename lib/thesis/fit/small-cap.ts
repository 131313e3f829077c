import { isSmallCap } from '../../market/small-cap';
import { type Factor, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { dayInWords, grouped } from '../words';

export const smallCap: Factor = {
  id: 'small-cap',
  title: 'Small cap',
  claim: 'Is it a US small cap, by index membership or by market value?',
  ramps: {},
  /** A gate: 1 inside, 0 outside. */
  read({ listing }, market, { smallCapUsd }) {
    if (!listing) return unknown('The list with index membership and market value is of a later day.');
    const { listedOn, marketCapUsd } = listing;
    if (listedOn !== undefined && isStale(listedOn, market.day, 'listing'))
      return unknown(staleWords('list of stocks', listedOn));
    const indexes = [
      ...(listing.russell2000Pct !== undefined ? ['the Russell 2000'] : []),
      ...(listing.sp600 ? ['the S&P SmallCap 600'] : []),
    ];
    const isMember = indexes.length > 0;
    if (!isMember && marketCapUsd === undefined)
      return unknown('Neither a small-cap index nor a market value is known for it.');

    const millions = (usd: number) => `$${grouped(usd / 1e6)} million`;
    const isSmall = isSmallCap(listing, smallCapUsd);
    const bounds = `${millions(smallCapUsd.min)} to ${millions(smallCapUsd.max)}`;
    const cap = marketCapUsd === undefined ? '' : `market value ${millions(marketCapUsd)}`;
    const why = isMember
      ? `It is in ${indexes.join(' and ')}${cap && `, ${cap}`}`
      : isSmall
        ? `No small-cap index holds it, but it is common stock of a US company, ${cap}, inside the bounds of ${bounds}`
        : `No small-cap index holds it, and with ${cap} it is not common stock of a US company inside the bounds of ${bounds}`;
    return {
      measure: {
        marketCapUsd: marketCapUsd ?? null,
        russell2000Pct: listing.russell2000Pct ?? null,
        inSp600: listing.sp600 ? 'yes' : 'no',
      },
      strength: isSmall ? 1 : 0,
      short: isMember
        ? listing.russell2000Pct !== undefined
          ? 'Russell 2000'
          : 'S&P 600'
        : isSmall
          ? 'by market value'
          : 'not small',
      explanation: `${why}${listedOn === undefined ? '' : ` (${dayInWords(listedOn)})`}.`,
      asOf: listedOn ?? null,
      source: 'Index holdings and Nasdaq screener',
    };
  },
};
