import { t } from '../i18n';
import { formatDay } from '../market/day';
import type { WatchlistStore } from '../watchlist/store';
import { type Handlers, PlainError } from './router';

export type WatchHandlers = Pick<
  Handlers,
  'watchlist-get' | 'watchlist-put' | 'watchlist-remove' | 'watchlist-set' | 'watched' | 'watch'
>;

/** Answers of the background that concern the watchlist. Pages learn of one ticker at a time, and never a note. */
export function createWatchHandlers(store: WatchlistStore, today: () => number): WatchHandlers {
  const entryOf = async (wanted: string) =>
    (await store.read()).watchlist.entries.find(({ ticker }) => ticker === wanted);
  return {
    'watchlist-get': () => store.read(),
    'watchlist-put': ({ entry }) => store.put(entry),
    'watchlist-remove': ({ ticker }) => store.remove(ticker),
    'watchlist-set': ({ watchlist }) => store.write(watchlist),

    async watched({ ticker }) {
      return { watched: (await entryOf(ticker)) !== undefined };
    },

    async watch({ ticker, on }) {
      const entry = await entryOf(ticker);
      if (on === (entry !== undefined)) return { watched: on };
      // What the user wrote goes where it can be seen and undone only.
      if (entry && (entry.note !== '' || entry.above !== undefined || entry.below !== undefined)) {
        throw new PlainError(t('watchlist.hasMore', { ticker }));
      }
      const { error } = on
        ? await store.put({ ticker, note: '', added: formatDay(today()) })
        : await store.remove(ticker);
      if (error !== undefined) throw new PlainError(error);
      return { watched: on };
    },
  };
}
