/** Where the watchlist stands in the browser's storage. */
export const WATCHLIST_KEY = 'watchlist';
