import { t } from '../lib/i18n';
import { list } from '../lib/i18n/format';
import { SIGNAL_NAMES } from '../lib/signal-names';
import type { Reading, SignalId, Verdict } from '../lib/thesis/types';

/** The verdict on the thesis as a whole. */
export const THESIS_WORDS: Record<Verdict, string> = {
  supports: t('case.supports'),
  neutral: t('case.neutral'),
  against: t('case.against'),
  unknown: t('case.unknown'),
};

const ORDER: Verdict[] = ['supports', 'neutral', 'against', 'unknown'];

/** Signals by verdict, those that support first; within a verdict in the article's order. */
export function byVerdict<R extends Reading>(readings: readonly R[]): R[] {
  return ORDER.flatMap((verdict) => readings.filter((reading) => reading.verdict === verdict));
}

/** "4 of 11 signals support small caps.", and the names of those that are against and unknown. */
export function tally(signals: readonly Reading<SignalId>[]): {
  support: string;
  broken: string;
  unknown: string;
} {
  const of = (verdict: Verdict) => signals.filter((signal) => signal.verdict === verdict);
  const names = (verdict: Verdict) => list(of(verdict).map(({ id }) => SIGNAL_NAMES[id]));
  const count = of('supports').length;
  return {
    support: t('case.tally', count, { count, all: signals.length }),
    broken: names('against'),
    unknown: names('unknown'),
  };
}
