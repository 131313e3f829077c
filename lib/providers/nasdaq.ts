import * as v from 'valibot';
import { t } from '../i18n';
import { dataJson, numberIn, priceIn, Rejected } from './checks';
import { type Ask, type ProviderInfo, withQuery } from './types';

export const NASDAQ: ProviderInfo = {
  name: 'Nasdaq stock screener',
  page: 'https://www.nasdaq.com/market-activity/stocks/screener',
  base: 'https://api.nasdaq.com',
  maxBytes: 12e6,
};

/** One line of the screener. */
export interface Listing {
  symbol: string;
  name: string;
  /** Last price in US dollars. */
  last?: number;
  /** The close before, in today's shares: the last price less the change. */
  previous?: number;
  marketCapUsd?: number;
  country?: string;
  sector?: string;
  industry?: string;
}

/** Fewer stocks than this are not the whole market. */
const FEWEST = 4000;

const text = v.nullish(v.string());
const Answer = v.object({
  data: v.object({
    rows: v.array(
      v.object({
        symbol: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9./^ -]{0,11}$/)),
        name: v.string(),
        lastsale: text,
        netchange: text,
        marketCap: text,
        country: text,
        sector: text,
        industry: text,
      }),
    ),
  }),
});

/** Every US-listed stock in one answer. */
export function askScreener(base = NASDAQ.base): Ask {
  return { url: withQuery(`${base}/api/screener/stocks`, { tableonly: 'true', download: 'true' }) };
}

/** @throws Rejected */
export function readScreener(body: string): Listing[] {
  const answer = v.safeParse(Answer, dataJson(body));
  if (!answer.success) throw new Rejected(t('live.form', { name: 'Nasdaq' }));
  const { rows } = answer.output.data;
  if (rows.length < FEWEST) {
    throw new Rejected(t('live.fewStocks', { count: rows.length }));
  }
  const seen = new Set<string>();
  return rows.map((row): Listing => {
    const symbol = row.symbol.trim();
    if (seen.has(symbol)) throw new Rejected(t('live.twice', { symbol }));
    seen.add(symbol);
    const last = priceIn(row.lastsale, () => t('live.thePrice', { symbol }));
    const change = numberIn(row.netchange, () => t('live.theChange', { symbol }));
    const cap = numberIn(row.marketCap, () => t('live.theValue', { symbol }));
    if (cap !== undefined && (cap < 0 || cap > 1e14)) {
      throw new Rejected(t('live.noValue', { symbol, value: cap }));
    }
    const previous = last !== undefined && change !== undefined ? last - change : undefined;
    if (previous !== undefined && previous <= 0) {
      throw new Rejected(t('live.ownChange', { symbol }));
    }
    return {
      symbol,
      name: row.name.trim().replace(/\s+/g, ' '),
      last,
      previous,
      // The provider writes 0.00 where it knows no market value.
      marketCapUsd: cap || undefined,
      country: row.country?.trim() || undefined,
      sector: row.sector?.trim() || undefined,
      industry: row.industry?.trim() || undefined,
    };
  });
}
