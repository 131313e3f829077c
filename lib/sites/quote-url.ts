/**
 * Shapes of quote page addresses that most sites share: the word and the symbol that follows it.
 * Sites with other shapes say so in their own file.
 */
const PATH =
  /\/(?:quotes?|symbols?|stocks?(?:\/quotes?)?|ticker|investing\/stock|market-activity\/stocks|companies|company-profile|q)\/(?:(NYSE|NASDAQ|AMEX|US|XNYS|XNAS|XASE|nyse|nasdaq|amex|us)[/:-])?\$?([A-Za-z]{1,5}(?:[.\-_][A-Za-z]{1,2})?)(?::([A-Z]+)|[-.](?:US|O|N|OQ|K))?(?:\/(?:overview|summary|quote|news|chart|financials|profile|price|key-data|stock|stock-price|forecast|history|earnings)?)?\/?$/;
const QUERY =
  /[?&](?:symbol|symb|ticker|sym|s|t|q)=(?:(NYSE|NASDAQ|AMEX|US)(?::|%3A))?\$?([A-Z]{1,5}(?:[.\-/][A-Z]{1,2})?)(?::([A-Z]+))?(?:[&#]|$)/;
const QUERY_PATH = /quote|symbol|ticker|stock|quotes|chart|finance/i;
const PLAIN_US = new Set([
  '',
  'NYSE',
  'NASDAQ',
  'AMEX',
  'US',
  'XNYS',
  'XNAS',
  'XASE',
  'UN',
  'UQ',
  'UW',
  'NY',
]);

/**
 * The symbol that a link to a quote page of any site points to, as the address spells it but in the universe's form
 * ("brk.b" gives "BRK/B"); null for other addresses and for listings outside the US.
 */
export function linkSymbol(address: string): string | null {
  const query = address.indexOf('?');
  const hash = address.indexOf('#');
  const end = query >= 0 ? query : hash >= 0 ? hash : address.length;
  const path = address.slice(0, end);
  let found = PATH.exec(path);
  if (!found && query >= 0 && QUERY_PATH.test(path)) found = QUERY.exec(address.slice(query));
  if (!found) return null;
  const [, before = '', symbol, after = ''] = found;
  if (!PLAIN_US.has(before.toUpperCase()) || !PLAIN_US.has(after.toUpperCase())) return null;
  return symbol!.toUpperCase().replace(/[.\-_]/, '/');
}
