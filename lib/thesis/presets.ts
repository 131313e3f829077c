import { DEFAULT_OPTIONS } from './options';
import type { FactorId, SignalId, ThesisOptions } from './types';

/** Weights that answer one question; none is fitted to later returns. */
export interface Preset {
  id: 'article' | 'equal' | 'takeaway' | 'prices' | 'economy';
  weights: Pick<ThesisOptions, 'signalWeights' | 'factorWeights' | 'thesisShare'>;
}

const { signalWeights, factorWeights, thesisShare } = DEFAULT_OPTIONS;

/** The weights of a preset: 1 for the parts named, 0 for all others. */
function only(signals: SignalId[], factors: FactorId[]): Preset['weights'] {
  const weigh = <Id extends string>(all: Record<Id, number>, named: Id[]) =>
    Object.fromEntries(Object.keys(all).map((id) => [id, named.includes(id as Id) ? 1 : 0])) as Record<
      Id,
      number
    >;
  return {
    signalWeights: weigh(signalWeights, signals),
    factorWeights: weigh(factorWeights, factors),
    thesisShare,
  };
}

export const PRESETS: readonly Preset[] = [
  { id: 'article', weights: { signalWeights, factorWeights, thesisShare } },
  {
    id: 'equal',
    weights: only(Object.keys(signalWeights) as SignalId[], Object.keys(factorWeights) as FactorId[]),
  },
  {
    id: 'takeaway',
    weights: only(['earnings-growth-gap', 'valuation'], ['earnings-growth', 'multiple']),
  },
  {
    id: 'prices',
    weights: only(
      ['lag-streak', 'relative-strength', 'breakout'],
      ['own-high', 'against-iwm-low', 'against-iwm-6m'],
    ),
  },
  {
    id: 'economy',
    weights: only(['rate-cuts', 'labor-cooling', 'inflation-path', 'growth-floor'], ['rate-relief']),
  },
];
