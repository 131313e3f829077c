import * as v from 'valibot';
import type { Dataset } from '../market/dataset';
import { type Part, sha256 } from '../market/manifest';
import { isSmallCap } from '../market/small-cap';
import type { ThesisOptions } from '../thesis/types';
import { Scorer } from './scorer';

/** File in the extension with the scores of all small caps at the default options, made when it is built. */
export const SCORES_FILE = 'scores.jsonl';

/** Scores that were computed before, 0..100, by ticker; null for one that has none. */
export interface KnownScores {
  /** What the scores stand on: they hold for nothing else. */
  basis: string;
  scores: Record<string, number | null>;
}

/** First line of the scores file; the second holds the scores. */
const Head = v.object({
  basis: v.string(),
  /** Of the second line. */
  sha256: v.string(),
});

/** The data and the options that a score stands on. The engine is that of this version of the extension. */
export function basisOf(parts: readonly Part[], options: ThesisOptions): string {
  const { thesisShare, signalWeights, factorWeights, smallCapUsd, aiNames, thresholds, consensus } = options;
  const byName = (all: Record<string, unknown>) => Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    parts.flatMap(({ files }) => files.map((file) => file.sha256.slice(0, 8))).join(''),
    thesisShare,
    byName(signalWeights),
    byName(factorWeights),
    [smallCapUsd.min, smallCapUsd.max],
    aiNames,
    byName(thresholds),
    consensus && [consensus.growthPct, consensus.forwardMultiple, consensus.knownOn, consensus.source],
  ]);
}

/** Scores every small cap of a data set, as text for the scores file. Takes seconds. */
export async function writeScores(dataset: Dataset, options: ThesisOptions): Promise<string> {
  const scorer = new Scorer(dataset, { today: () => 0 });
  const scores: KnownScores['scores'] = {};
  for (const company of (await dataset.universe()).all()) {
    if (!isSmallCap(company, options.smallCapUsd)) continue;
    scores[company.symbol] = (await scorer.company(company.symbol, options))?.score ?? null;
  }
  const text = JSON.stringify(scores);
  const head: v.InferOutput<typeof Head> = {
    basis: basisOf(dataset.parts, options),
    sha256: await sha256(new TextEncoder().encode(text)),
  };
  return `${JSON.stringify(head)}\n${text}`;
}

/** Reads what `writeScores` wrote; null when it is damaged, since scores can be computed again. */
export async function readScores(bytes: Uint8Array): Promise<KnownScores | null> {
  try {
    const end = bytes.indexOf(10);
    const head = v.parse(Head, JSON.parse(textOf(bytes.subarray(0, end))));
    const scores = bytes.subarray(end + 1);
    // The checksum says that these are the scores as written, whose form needs no further check.
    return (await sha256(scores)) === head.sha256
      ? { basis: head.basis, scores: JSON.parse(textOf(scores)) }
      : null;
  } catch {
    return null;
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
