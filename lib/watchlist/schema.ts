import * as v from 'valibot';
import { t } from '../i18n';
import { parseDay } from '../market/day';

export const WATCHLIST_VERSION = 1;
/** Stocks that can be watched. */
export const MAX_ENTRIES = 5000;
/** Characters of a note. */
export const MAX_NOTE = 2000;

const price = v.pipe(
  v.number(() => t('watchlist.badPrice')),
  v.check(
    (usd) => usd > 0 && usd <= 10_000_000,
    () => t('watchlist.badPrice'),
  ),
);

const isDay = (text: string) => {
  try {
    return parseDay(text) > 0;
  } catch {
    return false;
  }
};

/** One watched stock. */
export const WatchEntrySchema = v.pipe(
  v.object({
    ticker: v.pipe(
      v.string(),
      v.regex(/^[A-Z][A-Z0-9./-]{0,15}$/, () => t('watchlist.badTicker')),
    ),
    note: v.pipe(
      v.string(),
      v.maxLength(MAX_NOTE, () => t('watchlist.longNote')),
    ),
    /** Day on which it was added, YYYY-MM-DD. */
    added: v.pipe(
      v.string(),
      v.check(isDay, () => t('watchlist.badDay')),
    ),
    /** Prices in US dollars that the user wants to hear of. */
    above: v.optional(price),
    below: v.optional(price),
  }),
  v.check(
    ({ above, below }) => above === undefined || below === undefined || below < above,
    () => t('watchlist.badLevels'),
  ),
);

/** The whole watchlist, as it is kept and as it stands in an export of the settings. */
export const WatchlistSchema = v.object({
  version: v.literal(WATCHLIST_VERSION),
  entries: v.pipe(
    v.array(WatchEntrySchema),
    v.maxLength(MAX_ENTRIES, () => t('watchlist.full')),
    v.check(
      (entries) => new Set(entries.map(({ ticker }) => ticker)).size === entries.length,
      () => t('watchlist.twice'),
    ),
  ),
});

export type WatchEntry = v.InferOutput<typeof WatchEntrySchema>;
export type Watchlist = v.InferOutput<typeof WatchlistSchema>;

export const EMPTY_WATCHLIST: Watchlist = { version: WATCHLIST_VERSION, entries: [] };

/** Levels of one stock, US dollars; at least one of them is there. */
export interface PriceLevels {
  ticker: string;
  above?: number;
  below?: number;
}

/** The price levels that are set, for whoever watches prices. */
export function levelsOf({ entries }: Pick<Watchlist, 'entries'>): PriceLevels[] {
  return entries.flatMap(({ ticker, above, below }) =>
    above === undefined && below === undefined ? [] : [{ ticker, above, below }],
  );
}
