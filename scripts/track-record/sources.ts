import { formatDay } from '../../lib/market/day';
import type { MarketData } from '../../lib/market/types';
import type { TrackRecord } from '../../lib/track-record/schema';
import { SOURCES } from '../data/sources';
import type { Factors } from './long-record';

/** What the record was computed from, with dates; the figures in it are derived. */
export function sourcesOf(
  { index }: MarketData,
  factors: Factors,
  stocksUntil: number,
): TrackRecord['sources'] {
  const { IWM } = index;
  const { provenance } = factors.market;
  return [
    {
      what: 'IWM and SPY daily closes, adjusted for splits, without dividends',
      source: 'Yahoo Finance',
      url: IWM.provenance.url,
      asOf: formatDay(IWM.provenance.asOf),
    },
    ...SOURCES.macro.sources.map(({ what, source, url, asOf }) => ({ what, source, url, asOf })),
    {
      what: 'Market and size factors (SMB), daily from 1963; © Eugene F. Fama and Kenneth R. French',
      source: provenance.source,
      url: provenance.url,
      asOf: formatDay(provenance.asOf),
    },
    {
      what: 'Weekly closes and month-end market values of all US-listed stocks from 2021, delisted ones included',
      source: 'Nasdaq stock screener, nightly copies',
      url: 'https://www.nasdaq.com/market-activity/stocks/screener',
      asOf: formatDay(stocksUntil),
    },
  ];
}
