import * as v from 'valibot';
import { t } from '../i18n';
import type { Area } from '../settings/store';
import { WATCHLIST_ASIDE_KEY, WATCHLIST_KEY } from './keys';
import { complaintOf, parseWatchlist } from './migrations';
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
    const { watchlist, problem, aside, unusable } = await load(area);
    const all = unusable === undefined ? aside : [...aside, unusable];
    return { watchlist, problem, ...(all.length > 0 && { setAside: JSON.stringify(all, null, 2) }) };
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

interface Loaded {
  watchlist: Watchlist;
  problem?: string;
  aside: unknown[];
  /** What is kept and cannot be used. */
  unusable?: unknown;
}

async function load(area: Area): Promise<Loaded> {
  const kept = await area.get([WATCHLIST_KEY, WATCHLIST_ASIDE_KEY]);
  const aside = Array.isArray(kept[WATCHLIST_ASIDE_KEY]) ? kept[WATCHLIST_ASIDE_KEY] : [];
  const raw = kept[WATCHLIST_KEY];
  if (raw === undefined) return { watchlist: EMPTY_WATCHLIST, aside };
  const read = parseWatchlist(raw);
  if ('watchlist' in read) return { watchlist: read.watchlist, aside };
  return { watchlist: EMPTY_WATCHLIST, problem: read.problem, aside, unusable: raw };
}

async function change(area: Area, make: (kept: Watchlist) => Watchlist): Promise<WatchlistChange> {
  let loaded: Loaded;
  try {
    loaded = await load(area);
  } catch {
    return { watchlist: EMPTY_WATCHLIST, error: t('watchlist.notRead') };
  }
  const { watchlist, aside, unusable } = loaded;
  const next = v.safeParse(WatchlistSchema, make(watchlist));
  if (!next.success) return { watchlist, error: complaintOf(next.issues[0]) };
  try {
    await area.set({
      [WATCHLIST_KEY]: next.output,
      ...(unusable !== undefined && { [WATCHLIST_ASIDE_KEY]: [...aside, unusable] }),
    });
  } catch {
    return { watchlist, error: t('watchlist.notKept') };
  }
  return { watchlist: next.output };
}
