import { t } from '../i18n';
import { type Day, parseDay } from '../market/day';
import { csvRows, dataText, notAfter, numberIn, Rejected } from './checks';
import type { Ask, ProviderInfo } from './types';

export const ISHARES: ProviderInfo = {
  name: 'iShares by BlackRock',
  page: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
  base: 'https://www.ishares.com',
  maxBytes: 4e6,
};

export interface Fund {
  symbol: 'IWM' | 'IVV';
  path: string;
  /** Fewer shares than this are not the whole fund. */
  fewest: number;
}

export const IWM: Fund = { symbol: 'IWM', path: '239710/ishares-russell-2000-etf', fewest: 1500 };
export const IVV: Fund = { symbol: 'IVV', path: '239726/ishares-core-sp-500-etf', fewest: 450 };

export interface Holdings {
  /** Day that the file names. */
  asOf: Day;
  /** Shares alone, without cash and futures; the fund writes MOGA for MOG.A. */
  holdings: { ticker: string; weightPct: number }[];
}

export function askHoldings({ symbol, path }: Fund, base = ISHARES.base): Ask {
  return {
    url: `${base}/us/products/${path}/1467271812596.ajax?fileType=csv&fileName=${symbol}_holdings&dataType=fund`,
  };
}

/**
 * The fund's file: a byte-order mark, a head of names and values, a line of one no-break space, the table, and
 * legal text behind another such line.
 * @throws Rejected
 */
export function readHoldings(
  body: string,
  { symbol, fewest }: Fund,
  latest = Number.POSITIVE_INFINITY,
): Holdings {
  const text = dataText(body);
  const asOf = /^Fund Holdings as of,"?([^"\n]+)"?/m.exec(text)?.[1];
  if (asOf === undefined) throw new Rejected(t('live.fileDay', { symbol }));
  const start = text.search(/^Ticker,Name,/m);
  if (start < 0) throw new Rejected(t('live.fileTable', { symbol }));
  const [table = '', legal = ''] = text.slice(start).split(/^\s*$/m);
  if (!/\p{L}/u.test(legal)) throw new Rejected(t('live.fileEnd', { symbol }));
  const [header = [], ...rows] = csvRows(table.trimEnd());
  const column = (name: string) => {
    const at = header.indexOf(name);
    if (at < 0) throw new Rejected(t('live.fileColumn', { symbol, name }));
    return at;
  };
  const [ticker, kind, value] = [column('Ticker'), column('Asset Class'), column('Market Value')];
  const positions = rows.map((row) => {
    if (row.length !== header.length) throw new Rejected(t('live.fileLine', { symbol }));
    const name = row[ticker] ?? '';
    return {
      ticker: name,
      kind: row[kind],
      usd: numberIn(row[value], () => t('live.theHolding', { name })) ?? 0,
    };
  });
  const shares = positions.filter((one) => one.kind === 'Equity' && /^[A-Z][A-Z0-9./-]*$/.test(one.ticker));
  if (shares.length < fewest) {
    throw new Rejected(t('live.fileFew', { symbol, count: shares.length }));
  }
  const total = positions.reduce((sum, { usd }) => sum + usd, 0);
  const holdings = shares.map(({ ticker, usd }) => {
    const weightPct = Number(((usd / total) * 100).toPrecision(4));
    if (!(weightPct >= 0 && weightPct < 25)) {
      throw new Rejected(t('live.fileWeight', { symbol, ticker, weight: weightPct }));
    }
    return { ticker, weightPct };
  });
  return { asOf: notAfter(dayInWords(asOf, symbol), latest, () => t('live.theFile', { symbol })), holdings };
}

/** "May 05, 2026" or "05-May-2026". */
function dayInWords(words: string, symbol: string): Day {
  const ms = Date.parse(`${words.replaceAll('-', ' ')} UTC`);
  if (Number.isNaN(ms)) throw new Rejected(t('live.fileDay', { symbol }));
  return parseDay(new Date(ms).toISOString().slice(0, 10));
}
