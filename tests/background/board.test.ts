import { describe, expect, it } from 'vitest';
import { createBoardHandlers } from '../../lib/background/board-handlers';
import { basisOf, type KnownScores } from '../../lib/background/known-scores';
import { createMarket } from '../../lib/background/market';
import { ScoreMemory } from '../../lib/background/score-memory';
import { openDataset, type ReadFile } from '../../lib/market/dataset';
import { parseDay } from '../../lib/market/day';
import { createSettingsStore } from '../../lib/settings/store';
import { FACTORS } from '../../lib/thesis/fit';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { memoryArea } from '../settings/area';
import { backgroundOn, readShipped } from './market';

const PAGE = { id: 'minnow' };

function boardOn(read: ReadFile = readShipped, shipped: KnownScores | null = null) {
  const store = createSettingsStore(memoryArea());
  const market = createMarket(
    { read, today: () => parseDay('2026-11-23') },
    new ScoreMemory(memoryArea(), async () => shipped),
  );
  return { handlers: createBoardHandlers(store, market), store };
}

describe('the board', () => {
  it('lists every small cap, by the bounds of the user', async () => {
    const { handlers, store } = boardOn();
    const { rows, factors, days, data } = await handlers.board({}, PAGE);
    expect(rows.length).toBeGreaterThan(1900);
    const enerpac = rows.find(({ ticker }) => ticker === 'EPAC')!;
    expect(enerpac).toMatchObject({
      name: 'Enerpac Tool Group Corp.',
      sector: 'Technology',
      russell2000: true,
      score: undefined,
    });
    expect(enerpac.capUsd).toBeGreaterThan(1e9);
    expect(rows.some(({ ticker }) => ticker === 'AAPL')).toBe(false);
    expect(factors.map(({ id }) => id)).toEqual(FACTORS.map(({ id }) => id));
    expect(days).toEqual({ scores: parseDay('2026-10-05'), listings: parseDay('2026-08-21') });
    expect(data.state).toBe('ready');

    await store.change(({ thesis }) => ({ thesis: { ...thesis, smallCapUsd: { min: 1, max: 5e9 } } }));
    const wider = await handlers.board({}, PAGE);
    expect(wider.rows.length).toBeGreaterThan(rows.length);
  });

  it('has the scores that are known at once, and another basis with other options', async () => {
    const { parts } = await openDataset(readShipped);
    const basis = basisOf(parts, DEFAULT_OPTIONS);
    const { handlers, store } = boardOn(readShipped, { basis, scores: { EPAC: 12.3 } });
    const scoreOf = async () =>
      (await handlers.board({}, PAGE)).rows.find(({ ticker }) => ticker === 'EPAC')!.score;
    expect(await scoreOf()).toBe(12.3);
    const before = (await handlers.board({}, PAGE)).basis;
    await store.change(({ thesis }) => ({ thesis: { ...thesis, thesisShare: 0 } }));
    expect(await scoreOf()).toBeUndefined();
    expect((await handlers.board({}, PAGE)).basis).not.toBe(before);
  });

  it('works out what the card of each company says', async () => {
    const { handlers } = boardOn();
    const { readings, problem } = await handlers['board-readings'](
      { tickers: ['EPAC', 'PLUG', 'NOSUCH'] },
      PAGE,
    );
    expect(problem).toBeUndefined();
    expect(Object.keys(readings)).toEqual(['EPAC', 'PLUG']);
    const { handlers: cards } = backgroundOn();
    const { report } = await cards.card({ ticker: 'EPAC' }, PAGE);
    expect(readings.EPAC).toEqual({
      score: report.score,
      fit: report.fit,
      factors: report.factors.map(({ strength }) =>
        strength === null ? null : Math.round(strength * 1000) / 10,
      ),
    });
  });

  it('says what is damaged, and works out the rest', async () => {
    const { parts } = await openDataset(readShipped);
    const [damagedFile] = parts.find(({ name }) => name === 'companies')!.files;
    const { handlers } = boardOn(async (file) =>
      file === damagedFile!.file ? new Uint8Array([1]) : readShipped(file),
    );
    const { rows } = await handlers.board({}, PAGE);
    const tickers = rows.map(({ ticker }) => ticker).slice(0, 300);
    const { readings, problem } = await handlers['board-readings']({ tickers }, PAGE);
    expect(problem).toContain('“Company data”');
    expect(Object.keys(readings).length).toBeGreaterThan(250);
    expect(Object.keys(readings).length).toBeLessThan(300);
  });
});
