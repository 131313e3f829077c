import type { Reading, SignalId, Verdict } from '../lib/thesis/types';

/** The verdict on the thesis as a whole. */
export const THESIS_WORDS: Record<Verdict, string> = {
  supports: 'Supported',
  neutral: 'Mixed',
  against: 'No longer supported',
  unknown: 'Unknown',
};

const ORDER: Verdict[] = ['supports', 'neutral', 'against', 'unknown'];

/** Signals by verdict, those that support first; within a verdict in the article's order. */
export function byVerdict<R extends Reading>(readings: readonly R[]): R[] {
  return ORDER.flatMap((verdict) => readings.filter((reading) => reading.verdict === verdict));
}

/** "4 of 11 signals support small caps.", and the titles of those that are against and unknown. */
export function tally(signals: readonly Reading<SignalId>[]): {
  support: string;
  broken: string;
  unknown: string;
} {
  const of = (verdict: Verdict) => signals.filter((signal) => signal.verdict === verdict);
  const titles = (verdict: Verdict) =>
    of(verdict)
      .map(({ title }) => inSentence(title))
      .join(', ');
  const count = of('supports').length;
  return {
    support: `${count} of ${signals.length} signals ${count === 1 ? 'supports' : 'support'} small caps.`,
    broken: titles('against'),
    unknown: titles('unknown'),
  };
}

/** "Rate cuts" becomes "rate cuts"; "AI exposure" stays. */
function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
