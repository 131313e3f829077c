import { describe, expect, it } from 'vitest';
import { DatasetError } from '../../lib/market/dataset';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { FACTORS } from '../../lib/thesis/fit';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { SIGNALS } from '../../lib/thesis/signals';
import { RECORD_FILE } from '../../lib/track-record/schema';
import { recordSentence } from '../../lib/track-record/words';
import { backgroundOn, readShipped } from './market';

const PAGE = { id: 'minnow', frameId: 0 };

describe('the track record', () => {
  const { handlers, store } = backgroundOn();

  it("is told whole, and as the sentence for today's score", async () => {
    const { record } = await handlers['track-record']({}, PAGE);
    const { report } = await handlers.thesis({}, PAGE);
    expect(record.asOf).toBe('2026-10-05');
    expect(await handlers['record-line']({}, PAGE)).toEqual({
      line: recordSentence(record, report!.verdict),
    });
  });

  it("is said to be that of the article's weights, once the user has others", async () => {
    const signalWeights = { ...DEFAULT_OPTIONS.signalWeights, valuation: 0 };
    await store.change(() => ({ thesis: { ...DEFAULT_SETTINGS.thesis, signalWeights } }));
    const { line } = await handlers['record-line']({}, PAGE);
    expect(line).toMatch(/By the article's weights, not yours\.$/);
  });

  it.each([
    ['missing', async () => Promise.reject(new Error('404')), 'without its track record'],
    ['damaged', async () => new Uint8Array([1, 2, 3]), 'The track record is damaged'],
  ])('that is %s is said to be, and scores go on', async (_, answer, words) => {
    const { handlers: without } = backgroundOn((file) =>
      file === RECORD_FILE ? answer() : readShipped(file),
    );
    for (const message of ['track-record', 'record-line'] as const) {
      await expect(without[message]({}, PAGE)).rejects.toThrow(DatasetError);
      await expect(without[message]({}, PAGE)).rejects.toThrow(words);
    }
    expect((await without.thesis({}, PAGE)).report!.score).toBeGreaterThan(0);
  });
});

describe('sensitivity', () => {
  const { handlers } = backgroundOn();

  it('has every signal, and every factor of a company', async () => {
    const { signals, factors } = await handlers.sensitivity({ ticker: 'EPAC' }, PAGE);
    expect(signals.map(({ id }) => id)).toEqual(SIGNALS.map(({ id }) => id));
    expect(factors.map(({ id }) => id)).toEqual(['thesis', ...FACTORS.map(({ id }) => id)]);
  });

  it('has no factors of a stock that the data do not hold', async () => {
    expect((await handlers.sensitivity({ ticker: 'NOSUCH' }, PAGE)).factors).toEqual([]);
  });
});
