import { csvParseRows } from 'd3-dsv';
import type { Company } from '../../lib/market/types';
import { numberOf, type RawFolder } from './raw';

export type Membership = Record<'sp500' | 'sp600' | 'russell2000', Set<string>>;

/** Index lists write BRK-B or BRK.B where the list of stocks writes BRK/B. */
export const universeSpelling = (symbol: string) => symbol.replace(/[-.]/, '/');

export function readMembership(raw: RawFolder): Membership {
  const { indices } = JSON.parse(raw.text('universe/constituents_2026-08-22.json')) as {
    indices: Record<string, { members: { symbol: string }[] }>;
  };
  const members = (index: string) =>
    new Set((indices[index]?.members ?? []).map(({ symbol }) => universeSpelling(symbol)));
  return { sp500: members('S&P 500'), sp600: members('S&P 600'), russell2000: members('Russell 2000') };
}

/** Share of the fund's assets in percent by symbol without its class mark (MOGA), from the fund's own file. */
function fundWeights(raw: RawFolder): Map<string, number> {
  const text = raw.text('universe/IWM_holdings_2026-05-05.csv');
  const rows = csvParseRows(text.slice(text.indexOf('Ticker,Name')));
  const holdings = rows
    .slice(1)
    .flatMap(([ticker, , , kind, value]) =>
      ticker && value
        ? [{ ticker, kind, usd: numberOf(value.replaceAll(',', ''), `IWM ${ticker}`) ?? 0 }]
        : [],
    );
  const total = holdings.reduce((sum, { usd }) => sum + usd, 0);
  return new Map(
    holdings
      .filter(({ kind }) => kind === 'Equity')
      .map(({ ticker, usd }) => [ticker, Number(((usd / total) * 100).toPrecision(4))]),
  );
}

/** Every US-listed stock, with its place in the indexes. */
export function buildUniverse(raw: RawFolder, members: Membership): Company[] {
  const weights = fundWeights(raw);
  return raw
    .rows(
      'stocks/us_listed_2026-08-21.csv.gz',
      'symbol',
      'name',
      'exchange',
      'last',
      'market_cap_usd',
      'industry',
    )
    .map((row): Company => {
      const field = (name: string) => row[name]?.trim().replace(/\s+/g, ' ') || undefined;
      const symbol = field('symbol') ?? '';
      const name = field('name') ?? '';
      const member = {
        sp500: members.sp500.has(symbol),
        sp600: members.sp600.has(symbol),
        russell2000: members.russell2000.has(symbol),
      };
      return {
        symbol,
        name,
        exchange: exchangeOf(field('exchange')),
        // The provider writes 0.00 where it knows no market value.
        marketCapUsd: numberOf(field('market_cap_usd'), symbol) || undefined,
        last: numberOf(field('last'), symbol) || undefined,
        country: field('country'),
        sector: field('sector'),
        industry: field('industry'),
        russell2000Pct: member.russell2000 ? (weights.get(symbol.replace('/', '')) ?? 0) : undefined,
        sp500: member.sp500,
        sp600: member.sp600,
        common: Object.values(member).some(Boolean) || isCommon(name, symbol, field('industry')),
      };
    });
}

function exchangeOf(text: string | undefined): Company['exchange'] {
  if (text === 'NASDAQ' || text === 'NYSE' || text === 'AMEX') return text;
  throw new Error(`Unknown exchange ${text}`);
}

/** Words by which the list of stocks marks what is not a share in a business. */
const NOT_COMMON =
  /\b(warrants?|rights?|units?|preferred|preference|notes?|debentures?|bonds?|subordinated|perpetual|acquisition (corp|co|company|inc|limited|ltd|holdings|group)|etn|contingent value|when.issued)\b|\d%/i;
const PARTNERSHIP_UNITS =
  /\b(limited partner|common units?|units? representing|lp units?|partners?(hip)? (l\.?p\.?|interests?))/i;
const CLOSED_END_FUND = /\bfund\b|\bincome (trust|shares)\b|\bmunicipal|\bmuni\b/i;

/** Whether a stock is an ordinary share in an operating business, judged by name, symbol and industry. */
export function isCommon(name: string, symbol: string, industry: string | undefined): boolean {
  if (symbol.includes('^') || industry === 'Blank Checks') return false;
  if (CLOSED_END_FUND.test(name)) return false;
  return !NOT_COMMON.test(name) || PARTNERSHIP_UNITS.test(name);
}
