import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, listed, plain } from '../words';

/**
 * Percentage points of index weight: with 15 more, a fall of a third in these names costs the S&P 500 five
 * points more than the Russell 2000, as much as the lead of the relative-strength claim.
 */
const strengthOf = ramp([0, 0], [15, 1]);

export const aiExposure: Signal = {
  id: 'ai-exposure',
  title: 'Less AI exposure',
  claim:
    'The S&P 500 hinges on data-center spending by Microsoft, Meta, Amazon, Alphabet and Oracle; the Russell 2000 holds far fewer such names.',
  ramps: { 'points of index weight': strengthOf },
  tracks: [{ name: 'points of index weight', figures: { gapPct: 'points of index weight' } }],
  read(market, { aiNames }) {
    const newest = market.aiWeights()[0];
    if (!newest) return unknown('No index weights of the AI names are known on this day.');
    if (isStale(newest.knownOn, market.day, 'figures'))
      return unknown(staleWords('index weight of the AI names', newest.knownOn));
    const held = newest.names.filter(({ symbol }) => aiNames.includes(symbol));
    const missing = aiNames.filter((name) => !newest.names.some(({ symbol }) => symbol === name));
    if (held.length === 0)
      return unknown(`No index weight is known for ${listed(aiNames) || 'an empty list'}.`);

    const smallPct = held.reduce((sum, name) => sum + name.smallPct, 0);
    const largePct = held.reduce((sum, name) => sum + name.largePct, 0);
    const without = missing.length ? ` No weight is known for ${listed(missing)}.` : '';
    return {
      measure: {
        smallPct,
        largePct,
        gapPct: largePct - smallPct,
        names: held.map(({ symbol }) => symbol).join(' '),
      },
      strength: strengthOf(largePct - smallPct),
      short: `${plain(smallPct)}% / ${plain(largePct)}%`,
      explanation: `The AI names on the list (${listed(held.map(({ symbol }) => symbol))}) were ${plain(smallPct)}% of the Russell 2000 and ${plain(largePct)}% of the S&P 500 on ${dayInWords(newest.knownOn)}.${without}`,
      asOf: newest.knownOn,
      ...credit(newest.provenance),
    };
  },
};
