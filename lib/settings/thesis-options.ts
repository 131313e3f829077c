import { parseDay } from '../market/day';
import { DEFAULT_OPTIONS } from '../thesis/options';
import type { ThesisOptions } from '../thesis/types';
import type { Settings } from './schema';

/** The kept options as the engine takes them: a weight that was never set is the default, an unknown one is dropped. */
export function thesisOptions({ thesis }: Settings): ThesisOptions {
  const { consensus } = thesis;
  return {
    ...thesis,
    signalWeights: withDefaults(thesis.signalWeights, DEFAULT_OPTIONS.signalWeights),
    factorWeights: withDefaults(thesis.factorWeights, DEFAULT_OPTIONS.factorWeights),
    consensus: consensus && { ...consensus, knownOn: parseDay(consensus.knownOn) },
  };
}

function withDefaults<Id extends string>(
  kept: Record<string, number>,
  defaults: Record<Id, number>,
): Record<Id, number> {
  const ids = Object.keys(defaults) as Id[];
  return Object.fromEntries(ids.map((id) => [id, kept[id] ?? defaults[id]])) as Record<Id, number>;
}
