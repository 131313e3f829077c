import { describe, expect, it } from 'vitest';
import { byVerdict, tally } from '../../components/thesis-words';
import type { Reading, SignalId, Verdict } from '../../lib/thesis/types';

const signal = (id: SignalId, title: string, verdict: Verdict): Reading<SignalId> => ({
  id,
  title,
  verdict,
  claim: '',
  measure: {},
  strength: null,
  short: '',
  explanation: '',
  asOf: null,
  source: '',
  weight: 1,
});

const SIGNALS = [
  signal('breakout', 'Breakout', 'against'),
  signal('ai-exposure', 'AI exposure', 'against'),
  signal('lag-streak', 'Years behind', 'supports'),
  signal('margin-gap', 'Margins of small firms', 'unknown'),
  signal('growth-floor', 'Growth holds', 'supports'),
  signal('valuation', 'Valuation', 'neutral'),
];

describe('the signals', () => {
  it('stand by verdict, those that support first, each group in the order of the article', () => {
    expect(byVerdict(SIGNALS).map(({ id }) => id)).toEqual([
      'lag-streak',
      'growth-floor',
      'valuation',
      'breakout',
      'ai-exposure',
      'margin-gap',
    ]);
  });

  it('are counted, and those that broke or are unknown are named', () => {
    expect(tally(SIGNALS)).toEqual({
      support: '2 of 6 signals support small caps.',
      broken: 'breakout and AI exposure',
      unknown: 'margins of small firms',
    });
  });

  it('may be one', () => {
    expect(tally(SIGNALS.slice(0, 3)).support).toBe('1 of 3 signals supports small caps.');
  });
});
