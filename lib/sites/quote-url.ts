const US = 'NYSE(?:ARCA|AMERICAN|MKT)?|NASDAQ|AMEX|US|UN|UQ|UW|XNYS|XNAS|XASE';

/** A market given after the symbol; any but these is outside the US. */
const US_MARKET = new RegExp(`^(?:${US})$`);

/** Letters as in addresses: a symbol, perhaps with its share class. A longer ending is a market outside the US. */
const SYMBOL = '\\$?([a-z]{1,5}(?:[.\\-_](?:[abc]|ws))?)(?:\\.(?:o|oq|n|k|us))?(?::([a-z]+))?';

/** The shapes that most sites' quote pages share: a word, perhaps an exchange, and the symbol at the end. */
const PATH = new RegExp(
  `/(quotes?|symbols?|stocks?|market-activity/stocks|companies|ticker|q)/(?:(?:${US})[/:-])?${SYMBOL}(?:-stock(?:-price)?)?(?:/(?:overview|summary|quote|news|chart|financials|profile|price|key-data|stock|stock-price|forecast|history|earnings|analysis|key-statistics|company-people))?/?$`,
  'i',
);

/** The same with the symbol in the query. */
const QUERY = new RegExp(
  `(?:quote|symbol|stock|chart|ticker|finance|/q|summary)[^?]*\\?(?:.*&)?(?:symbols?|symb|ticker|sym|s|t|q)=(?:(?:${US})(?::|%3A))?${SYMBOL}(?:[&#]|$)`,
  'i',
);

/** Last parts of addresses that look like symbols and are pages of other kinds. */
const PAGES =
  /^(?:news|list|lists|home|index|ideas|etfs?|ipos?|all|top|most|today|us|uk|eu|ca|sp500|alert|login|help|about)$/;

/** A page of a market outside the US, where a site says so in the query. */
const ABROAD = /[?&]countrycode=(?!us\b)/i;

function parse(address: string): { symbol: string; shape: string } | null {
  if (ABROAD.test(address)) return null;
  const app = address.indexOf('#/');
  const path = app >= 0 ? address.slice(app + 1) : address.split(/[?#]/, 1)[0]!;
  const found = PATH.exec(path);
  if (found) {
    const [, shape, symbol, market] = found;
    return inUs(market) && !PAGES.test(symbol!) ? { symbol: symbol!, shape: shape!.toLowerCase() } : null;
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

/** The symbol of a page with such an address. Stricter than for links, as no text beside it bears it out. */
export function ownSymbol(address: string): string | null {
  const found = parse(address);
  if (!found) return null;
  const capitals = found.symbol === found.symbol.toUpperCase();
  return capitals || /^(?:quotes?|symbols?|stocks?|market-activity\/stocks)$/.test(found.shape)
    ? spelled(found.symbol)
    : null;
}
