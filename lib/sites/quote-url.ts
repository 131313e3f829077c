const US = 'NYSE(?:ARCA|AMERICAN|MKT)?|NASDAQ|AMEX|US|UN|UQ|UW|XNYS|XNAS|XASE';

/** A market given after the symbol; any but these is outside the US. */
const US_MARKET = new RegExp(`^(?:${US})$`);

/** Letters as in addresses: a symbol, perhaps with its share class. A longer ending is a market outside the US. */
const SYMBOL =
  '\\$?([a-z]{1,5}(?:[.\\-_](?:[abc]|ws)|/[abc](?=:us))?)(?:\\.(?:o|oq|n|k|us))?(?::([a-z]+)|-us)?';

/** Words that look like symbols and lead to pages of other kinds, or to markets outside the US. */
const PAGES =
  'news|lists?|home|index|ideas|etfs?|ipos?|all|top|most|today|uk|eu|ca|sp500|alert|login|help|about|quotes?|stocks?|charts?|topic|tag|tags|search|gb|de|fr|jp|hk|in|au|lon|lse|xlon|tse|tsx|tsxv|xtse|cve|otc|pinx|asx|xasx|hkg|xhkg|etr|fra|xetr|epa|ams|nse|bse|tyo|krx|sgx';

/** The shapes that most sites' quote pages share: a word, perhaps an exchange, the symbol, and what of it is shown. */
const PATH = new RegExp(
  `/(quotes?|symbols?|stocks?|market-activity/stocks|companies|profile/company|ticker|chart|q)/(?:(?:stocks?|company|charts?|research|summary|overview)/)?(?:us/)?(?:(?:${US})[/:-])?(?!(?:${PAGES}|us)(?:[/.]|$))${SYMBOL}(?:-stock(?:-price)?|\\.html)?(?:/[a-z][\\w-]*){0,3}/?$`,
  'i',
);

/** The same with the symbol in the query. */
const QUERY = new RegExp(
  `(?:quote|symbol|stock|chart|ticker|finance|/q|summary|snapshot)[^?]*\\?(?:.*&)?(?:symbols?|symb|ticker|sym|s|t|q)=(?:(?:${US})(?::|%3A))?${SYMBOL}(?:[&#]|$)`,
  'i',
);

/** Pages of sites that go their own ways. */
const OWN_WAYS = [
  /\/\/quotes\.wsj\.com\/([A-Z]{1,5}(?:\.[A-Z])?)(?:\/|$)/,
  /\/\/caps\.fool\.com\/ticker\/([A-Z]{1,5})\.aspx/i,
  /\/\/(?:www\.)?fintel\.io\/\w+\/us\/([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/,
  /\/\/(?:www\.)?etoro\.com\/markets\/([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/,
  /\/\/(?:www\.)?alphaspread\.com\/security\/(?:nyse|nasdaq|amex)\/([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/,
  /\/\/(?:www\.)?swingtradebot\.com\/equities\/([A-Z]{1,5}(?:\.[A-Z])?)(?:\/|$)/,
  /\/\/(?:www\.)?whalewisdom\.com\/stock\/([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/,
  /\/\/(?:www\.)?wallstreetzen\.com\/stocks\/us\/(?:nyse|nasdaq|amex)\/([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/,
  /\/\/(?:www\.)?earningswhispers\.com\/stocks\/([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/,
  /\/\/(?:www\.)?gurufocus\.com\/term\/[^/]+\/([A-Z]{1,5}(?:\.[A-Z])?)(?:\/|$)/,
  /\/\/(?:www\.)?stockopedia\.com\/share-prices\/.*-(?:NYQ|NSQ|NMQ|NAQ|ASQ|ASE):([A-Z]{1,5})(?:\/|$)/,
];

/** A page of a market outside the US, where a site says so in the query. */
const ABROAD = /[?&]countrycode=(?!us\b)/i;

interface Found {
  symbol: string;
  shape: string;
  /** Whether the address is one of a site of quote pages. */
  known?: boolean;
}

function parse(address: string): Found | null {
  if (ABROAD.test(address)) return null;
  const app = address.indexOf('#/');
  const path = app >= 0 ? address.slice(app + 1) : address.split(/[?#]/, 1)[0]!;
  for (const way of OWN_WAYS) {
    const symbol = way.exec(path)?.[1];
    if (symbol) return { symbol, shape: 'quote', known: true };
  }
  const found = PATH.exec(path);
  if (found) {
    const [, shape, symbol, market] = found;
    return inUs(market) ? { symbol: symbol!, shape: shape!.toLowerCase() } : null;
  }
  const query = QUERY.exec(address);
  return query && inUs(query[2]) ? { symbol: query[1]!, shape: 'quote' } : null;
}

function inUs(market: string | undefined): boolean {
  return market === undefined || US_MARKET.test(market.toUpperCase());
}

function spelled(symbol: string): string {
  return symbol.toUpperCase().replace(/[.\-_]/, '/');
}

/**
 * The symbol that a link to a quote page of any site points to, in the universe's spelling ("brk.b" gives "BRK/B");
 * null for other addresses and for listings outside the US.
 */
export function linkSymbol(address: string): string | null {
  const found = parse(address);
  return found && spelled(found.symbol);
}

/**
 * The symbol of a page with such an address. Stricter than for links, as no text beside it bears it out: on a site that
 * is not known for its quotes, "/quotes/love" is about something else.
 */
export function ownSymbol(address: string, { known = false } = {}): string | null {
  const found = parse(address);
  if (!found) return null;
  const capitals = found.symbol === found.symbol.toUpperCase();
  const plain = /^(?:quotes?|symbols?|stocks?|market-activity\/stocks)$/.test(found.shape);
  return capitals || ((known || found.known) && plain) ? spelled(found.symbol) : null;
}
