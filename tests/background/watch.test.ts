import { describe, expect, it } from 'vitest';
import { asks, FROM_PAGES } from '../../lib/background/asks';
import { PlainError } from '../../lib/background/router';
import { createWatchHandlers } from '../../lib/background/watch-handlers';
import { parseDay } from '../../lib/market/day';
import { createWatchlistStore } from '../../lib/watchlist/store';
import { memoryArea } from '../settings/area';

const PAGE = { id: 'minnow', url: 'https://example.com/', tab: { id: 7 } };
const handlersOn = () =>
  createWatchHandlers(createWatchlistStore(memoryArea()), () => parseDay('2026-11-25'));

describe('watching from a card', () => {
  it('adds the stock with the day, and takes it off again', async () => {
    const handlers = handlersOn();
    expect(await handlers.watched({ ticker: 'EPAC' }, PAGE)).toEqual({ watched: false });
    expect(await handlers.watch({ ticker: 'EPAC', on: true }, PAGE)).toEqual({ watched: true });
    expect(await handlers.watched({ ticker: 'EPAC' }, PAGE)).toEqual({ watched: true });
    expect((await handlers['watchlist-get']({}, PAGE)).watchlist.entries).toEqual([
      { ticker: 'EPAC', note: '', added: '2026-11-25' },
    ]);
    expect(await handlers.watch({ ticker: 'EPAC', on: false }, PAGE)).toEqual({ watched: false });
    expect((await handlers['watchlist-get']({}, PAGE)).watchlist.entries).toEqual([]);
  });

  it.each([{ note: 'mine' }, { note: '', above: 50 }, { note: '', below: 5 }])(
    'never loses %j',
    async (written) => {
      const handlers = handlersOn();
      const entry = { ticker: 'EPAC', added: '2026-11-01', ...written };
      await handlers['watchlist-put']({ entry }, PAGE);
      expect(await handlers.watch({ ticker: 'EPAC', on: true }, PAGE)).toEqual({ watched: true });
      await expect(handlers.watch({ ticker: 'EPAC', on: false }, PAGE)).rejects.toThrow(PlainError);
      expect((await handlers['watchlist-get']({}, PAGE)).watchlist.entries).toEqual([entry]);
    },
  );

  it('loses nothing to a list that comes from a file at the same time', async () => {
    const handlers = handlersOn();
    const entry = (ticker: string) => ({ ticker, note: '', added: '2026-11-01' });
    const watchlist = { version: 1, entries: [entry('CALM')] };
    await Promise.all([
      handlers['watchlist-set']({ watchlist }, PAGE),
      handlers['watchlist-put']({ entry: entry('EPAC') }, PAGE),
    ]);
    const { entries } = (await handlers['watchlist-get']({}, PAGE)).watchlist;
    expect(entries).toEqual([entry('CALM'), entry('EPAC')]);
  });

  it('is all that a page can do with the watchlist', () => {
    const own = Object.keys(asks).filter((type) => /watch/.test(type) && FROM_PAGES.has(type as 'watch'));
    expect(own.sort()).toEqual(['watch', 'watched']);
  });
});
