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
  const filers = new Set(
    raw
      .rows('companies/sec_annual_2026-07-24.csv.gz', 'ticker')
      .map(({ ticker }) => universeSpelling(ticker ?? '')),
  );
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
        common:
          Object.values(member).some(Boolean) ||
          isCommon(name, symbol, field('industry'), filers.has(symbol)),
      };
    });
}

function exchangeOf(text: string | undefined): Company['exchange'] {
  if (text === 'NASDAQ' || text === 'NYSE' || text === 'AMEX') return text;
  throw new Error(`Unknown exchange ${text}`);
}

/** Words by which the list of stocks marks what is no ordinary share. */
const OTHER_SECURITY =
  /\b(warrants?|rights?|units?|preferred|preference|notes?|debentures?|bonds|subordinated notes|perpetual|capital trust [ivx]+)\b|\d%/i;
const PARTNERSHIP_UNITS = /\b(limited partner|common units?|units? representing|partnership interests?)/i;
/** Depositary shares stand for preferred shares when they are not those of a foreign company. */
const DEPOSITARY_SHARES = /\bdeposit[ao]ry shares?\b/i;
const AMERICAN_DEPOSITARY = /\bamerican deposit[ao]ry|\bADS\b|\bADR\b/i;
/** A shell that looks for a business to merge with. */
const BLANK_CHECK = /acquisition\b|\bSPAC\b|\bmerger corp/i;

const FUND = /\bfund\b|\bincome trust\b|\bmunicipal|\bBDC\b|\bbusiness development\b/i;
/** Names and industries that funds share with businesses; only a business files yearly accounts with sales. */
const FUND_NAME = /\b(capital|lending|investment|finance|credit) (corp|corporation|inc|ltd|company)\b/i;
const FUND_INDUSTRIES = new Set([
  'Trusts Except Educational Religious and Charitable',
  'Investment Managers',
  'Finance/Investors Services',
  'Finance Companies',
]);

/**
 * Whether a stock is an ordinary share in a business: no warrant, unit, right, preferred share, note,
 * fund (business development companies included) or blank check. Judged by name, symbol and industry,
 * and for funds by whether the company files yearly accounts.
 */
export function isCommon(
  name: string,
  symbol: string,
  industry: string | undefined,
  filesAccounts: boolean,
): boolean {
  if (symbol.includes('^') || industry === 'Blank Checks' || BLANK_CHECK.test(name)) return false;
  if (OTHER_SECURITY.test(name) && !PARTNERSHIP_UNITS.test(name)) return false;
  if (DEPOSITARY_SHARES.test(name) && !AMERICAN_DEPOSITARY.test(name)) return false;
  if (industry?.startsWith('Real Estate')) return true;
  if (FUND.test(name)) return false;
  return filesAccounts || !(FUND_NAME.test(name) || FUND_INDUSTRIES.has(industry ?? ''));
}
