import * as v from 'valibot';
import { t } from '../i18n';
import { type Area, asideText, type Kept, keep, load } from '../kept/kept';
import { WATCHLIST_KEY } from './keys';
import { complaintOf, WATCHLIST_FORM } from './migrations';
import { EMPTY_WATCHLIST, type WatchEntry, type Watchlist, WatchlistSchema } from './schema';

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

/** The kept watchlist; an empty one, with the reason, where it cannot be used. Never writes, never rejects. */
export async function readWatchlist(area: Area): Promise<WatchlistView> {
  try {
    const kept = await load(area, WATCHLIST_KEY, WATCHLIST_FORM);
    const setAside = asideText(kept);
    return {
      watchlist: kept.value ?? EMPTY_WATCHLIST,
      problem: kept.problem,
      ...(setAside !== undefined && { setAside }),
    };
  } catch {
    return { watchlist: EMPTY_WATCHLIST, problem: t('watchlist.notRead') };
  }
}

/**
 * Keeps a whole watchlist in place of the one there is; on any error that one stays. One that cannot be used is set
 * aside, not overwritten.
 */
export async function writeWatchlist(area: Area, watchlist: unknown): Promise<WatchlistChange> {
  return change(area, () => watchlist as Watchlist);
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
  let last: Promise<unknown> = Promise.resolve();
  function next(work: () => Promise<WatchlistChange>): Promise<WatchlistChange> {
    const done = last.then(work);
    last = done;
    return done;
  }
  const changed = (entries: (kept: WatchEntry[]) => WatchEntry[]) =>
    next(() => change(area, (kept) => ({ ...kept, entries: entries(kept.entries) })));
  return {
    read: () => last.then(() => readWatchlist(area)),
    write: (watchlist) => next(() => writeWatchlist(area, watchlist)),
    put: (entry) =>
      changed((kept) => {
        const at = kept.findIndex(({ ticker }) => ticker === entry.ticker);
        return at < 0 ? [...kept, entry] : kept.with(at, entry);
      }),
    remove: (ticker) => changed((kept) => kept.filter((entry) => entry.ticker !== ticker)),
  };
}

async function change(area: Area, make: (kept: Watchlist) => Watchlist): Promise<WatchlistChange> {
  let kept: Kept<Watchlist>;
  try {
    kept = await load(area, WATCHLIST_KEY, WATCHLIST_FORM);
  } catch {
    return { watchlist: EMPTY_WATCHLIST, error: t('watchlist.notRead') };
  }
  const watchlist = kept.value ?? EMPTY_WATCHLIST;
  const next = v.safeParse(WatchlistSchema, make(watchlist));
  if (!next.success) return { watchlist, error: complaintOf(next.issues[0]) };
  try {
    await keep(area, WATCHLIST_KEY, next.output, kept);
  } catch {
    return { watchlist, error: t('watchlist.notKept') };
  }
  return { watchlist: next.output };
}
