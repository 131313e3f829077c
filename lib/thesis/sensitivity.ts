import { t } from '../i18n';
import type { Day } from '../market/day';
import type { CompanyData, MarketData } from '../market/types';
import { evaluateCompany, evaluateThesis } from './evaluate';
import type { Signal } from './evidence';
import { FACTORS } from './fit';
import type { Ramp } from './ramp';
import { SIGNALS } from './signals';
import { cornersOf, THRESHOLDS } from './thresholds';
import type { ThesisOptions } from './types';

/** How far weights and thresholds are moved. */
export const FIFTH = 0.2;

/** Change of the score, points of 100, when something is a fifth less and a fifth more; null where there is no score. */
export interface Moves {
  less: number | null;
  more: number | null;
}

/** One signal or factor: what the score does when its weight, or one of its ramps, moves. */
export interface PartSensitivity {
  id: string;
  title: string;
  weight: Moves;
  /** All corners of a ramp moved by a fifth of the ramp's width, by what the ramp measures. */
  ramps: { name: string; moves: Moves }[];
}

/** What the market's score does when one weight or ramp of a signal moves by a fifth. */
export function thesisSensitivity(data: MarketData, asOf: Day, options: ThesisOptions): PartSensitivity[] {
  const score = (using: ThesisOptions) => evaluateThesis(data, asOf, using).score;
  return SIGNALS.map((signal) =>
    partOf(signal, score, options, (factor) => ({
      ...options,
      signalWeights: { ...options.signalWeights, [signal.id]: options.signalWeights[signal.id] * factor },
    })),
  );
}

/** What one company's score does when the share of the thesis, or one weight or ramp of a factor, moves by a fifth. */
export function companySensitivity(
  data: MarketData,
  company: CompanyData,
  asOf: Day,
  options: ThesisOptions,
): PartSensitivity[] {
  const thesis = evaluateThesis(data, asOf, options);
  const score = (using: ThesisOptions) => evaluateCompany(data, company, asOf, using, thesis).score;
  const share = { id: 'thesis', title: t('thesis.share'), ramps: {} };
  return [
    partOf(share, score, options, (by) => ({
      ...options,
      thesisShare: Math.min(1, options.thesisShare * by),
    })),
    ...FACTORS.map((factor) =>
      partOf(factor, score, options, (by) => ({
        ...options,
        factorWeights: { ...options.factorWeights, [factor.id]: options.factorWeights[factor.id] * by },
      })),
    ),
  ];
}

function partOf(
  { id, title, ramps }: Pick<Signal, 'title' | 'ramps'> & { id: string },
  score: (options: ThesisOptions) => number | null,
  options: ThesisOptions,
  weighed: (by: number) => ThesisOptions,
): PartSensitivity {
  const now = score(options);
  const change = (then: number | null) =>
    now === null || then === null ? null : Math.round((then - now) * 10) / 10;
  const moved = (one: Ramp, by: number) => change(score(withMoved(options, one, by)));
  return {
    id,
    title,
    weight: { less: change(score(weighed(1 - FIFTH))), more: change(score(weighed(1 + FIFTH))) },
    ramps: Object.entries(ramps).map(([name, one]) => ({
      name,
      moves: { less: moved(one, -FIFTH), more: moved(one, FIFTH) },
    })),
  };
}

/** Options with all corners of one ramp moved by a share of its width: how much hangs on where they stand. */
export function withMoved(options: ThesisOptions, one: Ramp, share: number): ThesisOptions {
  const { id } = THRESHOLDS.find(({ ramp }) => ramp === one)!;
  const now = cornersOf(options).get(one) ?? one.corners.map(([measure]) => measure);
  const by = share * (now.at(-1)! - now[0]!);
  return { ...options, thresholds: { ...options.thresholds, [id]: now.map((measure) => measure + by) } };
}
