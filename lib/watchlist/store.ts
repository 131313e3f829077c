import { t } from '../i18n';
import { type Area, change, type Place, show } from '../kept/kept';
import { WATCHLIST_KEY } from './keys';
import { WATCHLIST_FORM } from './migrations';
import { EMPTY_WATCHLIST, type WatchEntry, type Watchlist } from './schema';

export interface WatchlistView {
  watchlist: Watchlist;
  /** Why the kept watchlist could not be used, in the user's words. */
  problem?: string;
  /** The watchlists that could not be used, as text: nothing is lost. */
  setAside?: string;
}

/** The watchlist after a change, or as it was with what was wrong. */
export interface WatchlistChange {
  watchlist: Watchlist;
  error?: string;
}

const PLACE: Place<Watchlist> = {
  key: WATCHLIST_KEY,
  form: WATCHLIST_FORM,
  fallback: EMPTY_WATCHLIST,
  words: {
    notRead: t('watchlist.notRead'),
    notReadForChange: t('watchlist.notRead'),
    notKept: t('watchlist.notKept'),
  },
};

/** The kept watchlist; an empty one, with the reason, where it cannot be used. Never writes, never rejects. */
export async function readWatchlist(area: Area): Promise<WatchlistView> {
  const { value, ...told } = await show(area, PLACE);
  return { watchlist: value, ...told };
}

/**
 * Keeps a whole watchlist in place of the one there is; on any error that one stays. One that cannot be used is set
 * aside, not overwritten.
 */
export async function writeWatchlist(area: Area, watchlist: unknown): Promise<WatchlistChange> {
  return changeWatchlist(area, () => watchlist);
}

export interface WatchlistStore {
  read(): Promise<WatchlistView>;
  write(watchlist: unknown): Promise<WatchlistChange>;
  /** Adds a stock, or replaces what is kept of it. */
  put(entry: WatchEntry): Promise<WatchlistChange>;
  remove(ticker: string): Promise<WatchlistChange>;
}

/** The watchlist in the browser's storage, changed one step after the other. */
export function createWatchlistStore(area: Area): WatchlistStore {
  const changed = (entries: (kept: WatchEntry[]) => WatchEntry[]) =>
    changeWatchlist(area, (kept) => ({ ...kept, entries: entries(kept.entries) }));
  return {
    read: () => readWatchlist(area),
    write: (watchlist) => writeWatchlist(area, watchlist),
    put: (entry) =>
      changed((kept) => {
        const at = kept.findIndex(({ ticker }) => ticker === entry.ticker);
        return at < 0 ? [...kept, entry] : kept.with(at, entry);
      }),
    remove: (ticker) => changed((kept) => kept.filter((entry) => entry.ticker !== ticker)),
  };
}

async function changeWatchlist(area: Area, make: (kept: Watchlist) => unknown): Promise<WatchlistChange> {
  const { value, ...told } = await change(area, PLACE, make);
  return { watchlist: value, ...told };
}
