import type { IndexFigures } from '../../market/types';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { changePct } from '../series';
import { dayInWords, plain, signed } from '../words';

/**
 * Premium over the S&P 500, percent: the article's 5 leaves all the room, 15 is where earlier rate-cut
 * periods ended, and beyond it counts against.
 */
const strengthOf = ramp([5, 1], [15, 0.4], [25, 0]);

export const valuation: Signal = {
  id: 'valuation',
  title: 'Valuation premium',
  claim:
    "The Russell 2000 trades at 23.7 times the next year's earnings, just over 5% above the S&P 500; in earlier rate-cut periods the premium reached about 15%.",
  ramps: { 'premium, percent': strengthOf },
  tracks: [{ name: 'premium, percent', figures: { premiumPct: 'premium, percent' } }],
  read(market) {
    const newest = market.figures().find((figures) => premiumOf(figures) !== undefined);
    if (!newest) return unknown('No earnings multiples of both indexes are known on this day.');
    if (isStale(newest.knownOn, market.day, 'figures'))
      return unknown(staleWords('earnings multiple of both indexes', newest.knownOn));

    const premiumPct = premiumOf(newest)!;
    const { small, large } = newest.forwardMultiple ?? {};
    const against = large === undefined ? '' : ` against ${plain(large)}`;
    const multiples =
      small === undefined ? '' : ` (${plain(small)}${against} times the next twelve months' earnings)`;
    const side = premiumPct < 0 ? 'a discount to' : 'a premium over';
    const from = { article: "the article's figures", companies: 'company figures', user: 'your own figures' }[
      newest.kind
    ];
    return {
      measure: { premiumPct, smallMultiple: small ?? null, largeMultiple: large ?? null, basis: newest.kind },
      strength: strengthOf(premiumPct),
      short: `${signed(premiumPct)}%`,
      explanation: `By ${from} of ${dayInWords(newest.knownOn)} the Russell 2000 has ${side} the S&P 500 of ${plain(Math.abs(premiumPct))}%${multiples}; earlier rate-cut periods saw about 15%.`,
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
