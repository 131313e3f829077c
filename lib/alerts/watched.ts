import * as v from 'valibot';
import type { Area } from '../settings/store';
import type { Watched } from './events';

/** Where the watchlist stands in the browser's storage. */
const WATCHLIST_KEY = 'watchlist';

/** Only what alerts rely on is checked; the watchlist itself owns the rest. */
const Levels = v.object({
  entries: v.array(
    v.object({ ticker: v.string(), above: v.optional(v.number()), below: v.optional(v.number()) }),
  ),
});

/** The price levels that the user set on the watchlist, US dollars; none where there is no list. */
export async function readWatched(area: Area): Promise<Watched[]> {
  const kept: Record<string, unknown> = await area.get([WATCHLIST_KEY]).catch(() => ({}));
  const read = v.safeParse(Levels, kept[WATCHLIST_KEY]);
  return read.success
    ? read.output.entries.filter(({ above, below }) => above !== undefined || below !== undefined)
    : [];
}
