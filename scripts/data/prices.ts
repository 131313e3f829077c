import { parseDay } from '../../lib/market/day';
import type { Prices } from '../../lib/market/prices';
import type { IndexSymbol, PriceSeries, Series } from '../../lib/market/types';
import type { RawFolder } from './raw';

/** AI and data-center names that a user may put into the basket; the article's five come first. */
export const AI_CANDIDATES = [
  'MSFT',
  'META',
  'AMZN',
  'GOOGL',
  'ORCL',
  'NVDA',
  'AVGO',
  'AAPL',
  'TSLA',
  'AMD',
  'MU',
  'PLTR',
  'ANET',
  'DELL',
  'SMCI',
  'VRT',
  'MRVL',
  'QCOM',
  'INTC',
  'IBM',
  'CRM',
  'NOW',
  'EQIX',
  'DLR',
];

export const WEEKLY = 'stocks/weekly_close_2021-2026.csv.gz';
export const DAILY = 'stocks/daily_close_2025-05_2026-08.csv.gz';
/** Delisted stocks too, and some of today's that the table above leaves out. */
export const WHOLE_MARKET = 'stocks/whole_market_weekly_close_2021-2026.csv.gz';
/** Day of the list of stocks and of the newest closes. */
export const STOCKS_AS_OF = parseDay('2026-08-21');

export function buildPrices(raw: RawFolder): Prices {
  return { index: { IWM: index(raw, 'IWM'), SPY: index(raw, 'SPY') }, aiBasket: basket(raw) };
}

function index(raw: RawFolder, symbol: IndexSymbol): PriceSeries {
  const series = raw.series(`index/${symbol}_close.csv`);
  return {
    ...series,
    provenance: {
      source: 'Yahoo Finance, daily closes adjusted for splits',
      url: `https://finance.yahoo.com/quote/${symbol}/history/`,
      asOf: series.days.at(-1) ?? 0,
    },
  };
}

function basket(raw: RawFolder): Record<string, Series> {
  const weekly = raw.table(WEEKLY, (symbol) => AI_CANDIDATES.includes(symbol));
  return Object.fromEntries(
    AI_CANDIDATES.flatMap((symbol) => {
      const series = weekly.get(symbol);
      return series ? [[symbol, series]] : [];
    }),
  );
}
