/** Where the watchlist stands in the browser's storage. */
export const WATCHLIST_KEY = 'watchlist';
/** Watchlists that could not be used, kept so that nothing is lost. */
export const WATCHLIST_ASIDE_KEY = 'watchlist-set-aside';
