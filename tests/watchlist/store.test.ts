import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asideKey } from '../../lib/kept/kept';
import { WATCHLIST_KEY } from '../../lib/watchlist/keys';
import { levelsOf, MAX_ENTRIES, type WatchEntry, WatchEntrySchema } from '../../lib/watchlist/schema';
import { createWatchlistStore, readWatchlist, writeWatchlist } from '../../lib/watchlist/store';
import { memoryArea } from '../settings/area';

const entry = (ticker: string, over: Partial<WatchEntry> = {}): WatchEntry => ({
  ticker,
  note: '',
  added: '2026-11-25',
  ...over,
});
const list = (...entries: WatchEntry[]) => ({ version: 1, entries });

describe('the watchlist', () => {
  it('is empty at first, and holds what is put into it', async () => {
    const area = memoryArea();
    const store = createWatchlistStore(area);
    expect(await store.read()).toEqual({ watchlist: list(), problem: undefined });
    await store.put(entry('EPAC'));
    await store.put(entry('CALM', { note: 'eggs', above: 120, below: 80 }));
    await store.put(entry('EPAC', { note: 'tools' }));
    const kept = list(
      entry('EPAC', { note: 'tools' }),
      entry('CALM', { note: 'eggs', above: 120, below: 80 }),
    );
    expect((await store.read()).watchlist).toEqual(kept);
    expect(area.kept[WATCHLIST_KEY]).toEqual(kept);
    await store.remove('EPAC');
    expect((await store.read()).watchlist.entries.map(({ ticker }) => ticker)).toEqual(['CALM']);
  });

  it('loses nothing when changed twice at once', async () => {
    const store = createWatchlistStore(memoryArea());
    await Promise.all(['AA', 'BB', 'CC'].map((ticker) => store.put(entry(ticker))));
    expect((await store.read()).watchlist.entries.map(({ ticker }) => ticker)).toEqual(['AA', 'BB', 'CC']);
  });

  it.each([
    [{ below: 20, above: 10 }, 'below the upper one'],
    [{ above: 0 }, 'A price is'],
    [{ below: Number.NaN }, 'A price is'],
    [{ note: 'x'.repeat(2001) }, '2,000 characters'],
    [{ added: '2026-02-30' }, 'not a date'],
    [{ ticker: 'no such' }, 'in capitals'],
  ])('refuses %j in words and stays as it was', async (wrong, words) => {
    const store = createWatchlistStore(memoryArea({ [WATCHLIST_KEY]: list(entry('EPAC')) }));
    const { watchlist, error } = await store.put(entry('CALM', wrong));
    expect(error).toContain(words);
    expect(watchlist).toEqual(list(entry('EPAC')));
    expect((await store.read()).watchlist).toEqual(list(entry('EPAC')));
  });

  it('refuses more than it can hold', async () => {
    const full = Array.from({ length: MAX_ENTRIES }, (_, i) => entry(`A${i}`));
    const store = createWatchlistStore(memoryArea({ [WATCHLIST_KEY]: list(...full) }));
    expect((await store.put(entry('EPAC'))).error).toContain('5,000');
    expect((await store.put(entry('A7', { note: 'still there' }))).error).toBeUndefined();
  });

  it.each([
    ['text', 'not in a form'],
    [{ version: 1, entries: [{ ticker: 'EPAC' }] }, 'damaged'],
    [{ version: 1, entries: [entry('EPAC'), entry('EPAC')] }, 'twice'],
    [{ version: 2, entries: [] }, 'newer Minnow'],
    [{ entries: [] }, 'not in a form'],
  ])('that is damaged (%j) is told of, and set aside with the next change', async (damaged, words) => {
    const area = memoryArea({ [WATCHLIST_KEY]: damaged });
    const store = createWatchlistStore(area);
    const view = await store.read();
    expect(view.problem).toContain(words);
    expect(view.watchlist).toEqual(list());
    expect(JSON.parse(view.setAside!)).toEqual([damaged]);
    expect(area.kept).toEqual({ [WATCHLIST_KEY]: damaged });

    await store.put(entry('CALM'));
    expect(area.kept).toEqual({ [WATCHLIST_KEY]: list(entry('CALM')), [asideKey(WATCHLIST_KEY)]: [damaged] });
    expect(JSON.parse((await store.read()).setAside!)).toEqual([damaged]);
  });

  it('says so when the browser keeps nothing', async () => {
    const area = {
      ...memoryArea(),
      set: async () => Promise.reject(new Error('quota')),
    };
    expect((await createWatchlistStore(area).put(entry('EPAC'))).error).toContain('did not let Minnow save');
    const closed = { ...area, get: async () => Promise.reject(new Error('no')) };
    expect((await readWatchlist(closed)).problem).toContain('did not let Minnow read');
    expect((await createWatchlistStore(closed).put(entry('EPAC'))).error).toContain('nothing was changed');
  });
});

describe('a whole watchlist from a file', () => {
  it('takes the place of the kept one', async () => {
    const area = memoryArea({ [WATCHLIST_KEY]: list(entry('EPAC')) });
    const other = list(entry('CALM', { note: 'eggs' }));
    expect(await writeWatchlist(area, other)).toEqual({ watchlist: other });
    expect((await readWatchlist(area)).watchlist).toEqual(other);
  });

  it('changes nothing when it is damaged', async () => {
    const area = memoryArea({ [WATCHLIST_KEY]: list(entry('EPAC')) });
    for (const wrong of [null, 7, {}, { version: 1 }, list(entry('EPAC', { above: -1 }))]) {
      expect((await writeWatchlist(area, wrong)).error).toBeTruthy();
    }
    expect((await readWatchlist(area)).watchlist).toEqual(list(entry('EPAC')));
  });

  it('comes back as it was written', async () => {
    const anyEntry = fc.record(
      {
        ticker: fc.stringMatching(/^[A-Z][A-Z0-9./-]{0,9}$/),
        note: fc.string({ maxLength: 50 }),
        added: fc.constantFrom('2026-01-31', '2026-11-25'),
        above: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      },
      { requiredKeys: ['ticker', 'note', 'added'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyEntry, { selector: ({ ticker }) => ticker }), async (entries) => {
        const area = memoryArea();
        await writeWatchlist(area, list(...entries));
        expect((await readWatchlist(area)).watchlist).toEqual(list(...entries));
        expect(entries.every((one) => v.is(WatchEntrySchema, one))).toBe(true);
      }),
    );
  });
});

describe('price levels', () => {
  it('are told of the stocks that have some', () => {
    const entries = [entry('EPAC'), entry('CALM', { above: 120 }), entry('PLUG', { below: 2, above: 5 })];
    expect(levelsOf({ entries })).toEqual([
      { ticker: 'CALM', above: 120, below: undefined },
      { ticker: 'PLUG', below: 2, above: 5 },
    ]);
  });
});
