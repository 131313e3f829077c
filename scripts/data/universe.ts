import { isCommon, universeSpelling } from '../../lib/market/listing';
import { numberOf } from '../../lib/market/points';
import type { Company } from '../../lib/market/types';
import { IWM, readHoldings } from '../../lib/providers/ishares';
import type { RawFolder } from './raw';

export type Membership = Record<'sp500' | 'sp600' | 'russell2000', Set<string>>;

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
  const { holdings } = readHoldings(raw.text('universe/IWM_holdings_2026-05-05.csv'), IWM);
  return new Map(holdings.map(({ ticker, weightPct }) => [ticker, weightPct]));
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

function exchangeOf(text: string | undefined): NonNullable<Company['exchange']> {
  if (text === 'NASDAQ' || text === 'NYSE' || text === 'AMEX') return text;
  throw new Error(`Unknown exchange ${text}`);
}
