import * as v from 'valibot';
import type { Dataset } from '../market/dataset';
import { type Part, sha256 } from '../market/manifest';
import { isSmallCap } from '../market/small-cap';
import type { ThesisOptions } from '../thesis/types';
import { Scorer } from './scorer';

/** File in the extension with the scores of all small caps at the default options, made when it is built. */
export const SCORES_FILE = 'scores.json';

/** Scores that were computed before, 0..100, by ticker; null for one that has none. */
export interface KnownScores {
  /** What the scores stand on: they hold for nothing else. */
  basis: string;
  scores: Record<string, number | null>;
}

const Shipped = v.object({
  basis: v.string(),
  scores: v.record(v.string(), v.nullable(v.number())),
  /** Of the scores as JSON. */
  sha256: v.string(),
});

/** The data and the options that a score stands on. The engine is that of this version of the extension. */
export function basisOf(parts: readonly Part[], options: ThesisOptions): string {
  const { thesisShare, signalWeights, factorWeights, smallCapUsd, aiNames } = options;
  const byName = (weights: Record<string, number>) =>
    Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    parts.flatMap(({ files }) => files.map((file) => file.sha256.slice(0, 8))).join(''),
    thesisShare,
    byName(signalWeights),
    byName(factorWeights),
    [smallCapUsd.min, smallCapUsd.max],
    aiNames,
  ]);
}

/** Scores every small cap of a data set, as text for the scores file. Takes seconds. */
export async function writeScores(dataset: Dataset, options: ThesisOptions): Promise<string> {
  const scorer = new Scorer(dataset, () => 0);
  const scores: KnownScores['scores'] = {};
  for (const company of (await dataset.universe()).all()) {
    if (!isSmallCap(company, options.smallCapUsd)) continue;
    scores[company.symbol] = (await scorer.company(company.symbol, options))?.score ?? null;
  }
  const file: v.InferOutput<typeof Shipped> = {
    basis: basisOf(dataset.parts, options),
    scores,
    sha256: await sumOf(scores),
  };
  return JSON.stringify(file);
}

/** Reads what `writeScores` wrote; null when it is damaged, since scores can be computed again. */
export async function readScores(bytes: Uint8Array): Promise<KnownScores | null> {
  try {
    const { basis, scores, sha256: sum } = v.parse(Shipped, JSON.parse(new TextDecoder().decode(bytes)));
    return (await sumOf(scores)) === sum ? { basis, scores } : null;
  } catch {
    return null;
  }
}

function sumOf(scores: KnownScores['scores']): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(scores)));
}
