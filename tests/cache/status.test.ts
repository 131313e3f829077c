import { describe, expect, it } from 'vitest';
import { newState, type SourceState } from '../../lib/cache/state';
import { briefOf, statusOf } from '../../lib/cache/status';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';

const NOW = inNewYork(parseDay('2026-11-30'), 20 * 60);
const source = {
  id: 'closes',
  title: 'Prices',
  from: { name: 'A source', page: '', base: '', maxBytes: 0 },
} as const;
const good: SourceState = { ...newState('closes', NOW), lastGood: NOW - 1000, dueAt: NOW + 1000 };
const status = (state: Partial<SourceState>, online = true) =>
  statusOf(source, { ...good, ...state }, NOW, online);

describe('a source', () => {
  it.each<[string, Partial<SourceState>, boolean]>([
    ['fresh', {}, true],
    ['fresh', { dueAt: NOW - 1000 }, true],
    ['stale', { dueAt: inNewYork(parseDay('2026-11-24'), 990) }, true],
    ['failed', { problem: 'No.' }, true],
    ['failed', { problem: 'No.', dueAt: inNewYork(parseDay('2026-11-24'), 990) }, true],
    ['offline', { problem: 'No connection.', unreached: true }, false],
    ['failed', { problem: 'No connection.', unreached: true }, true],
    ['fresh', {}, false],
    ['waiting', { lastGood: undefined }, true],
  ])('is %s with %o, online: %s', (state, change, online) => {
    expect(status(change, online).state).toBe(state);
  });

  it('counts the trading days by which it is past due, not the days of a holiday', () => {
    expect(status({ dueAt: inNewYork(parseDay('2026-11-25'), 990) }).overdueDays).toBe(1);
  });
});

describe('all sources in short', () => {
  it('say what is worst, and how many others are the same', () => {
    const failed = status({ problem: 'The source refused the request (403).' });
    expect(briefOf(true, [status({}), failed, failed], 'Yahoo Finance')).toEqual({
      state: 'failed',
      words: 'Not refreshed: Prices and 1 more. The source refused the request (403).',
      historyFrom: 'Yahoo Finance',
    });
    expect(briefOf(true, [status({})], 'Yahoo Finance')!.words).toBe('Live data are up to date.');
    expect(briefOf(false, [], 'Yahoo Finance')).toBeUndefined();
  });
});
