import type { ThesisOptions } from './types';

/**
 * What a score is made with until the user says otherwise. Every number comes from the article's
 * own argument or from common usage; none is fitted to later returns.
 */
export const DEFAULT_OPTIONS: ThesisOptions = {
  /** The article's takeaway, "stable multiples plus faster earnings growth", counts double; its supports once. */
  signalWeights: {
    'lag-streak': 1,
    'relative-strength': 1,
    breakout: 1,
    'rate-cuts': 1,
    'labor-cooling': 1,
    'inflation-path': 1,
    'growth-floor': 1,
    'margin-gap': 1,
    'earnings-growth-gap': 2,
    'ai-exposure': 1,
    valuation: 2,
  },
  /** As above: growth and multiple double. The gate counts half, since nearly every stock scored passes it. */
  factorWeights: {
    'small-cap': 0.5,
    'own-high': 1,
    'against-iwm-low': 1,
    'against-iwm-6m': 1,
    'rate-relief': 1,
    'ai-independence': 1,
    'earnings-growth': 2,
    'margin-trend': 1,
    multiple: 2,
    profitable: 1,
  },
  /** The thesis is about the whole market; what sets one company apart weighs more. */
  thesisShare: 0.4,
  /** The range that index makers and brokers usually call small. */
  smallCapUsd: { min: 300e6, max: 2e9 },
  /** The five companies whose data-center spending the article names. */
  aiNames: ['MSFT', 'META', 'AMZN', 'GOOGL', 'ORCL'],
  /** Each ramp as its signal or factor has it, with the reason there. */
  thresholds: {},
  /** The article's figures and those of the data set. */
  consensus: null,
};
