import { formatDay } from '../../lib/market/day';
import type { MarketData } from '../../lib/market/types';
import type { CompanyStudy, TrackRecord } from '../../lib/track-record/schema';
import { STOCKS_AS_OF } from '../data/prices';
import type { RawFolder } from '../data/raw';
import { RESAMPLES } from './bootstrap';
import { readListings } from './companies';
import { companyRecord, readMonths } from './company-record';
import { indexRecord } from './index-record';
import { longRecord, readFactors } from './long-record';
import { readMarket, readWithDividends } from './market';
import { sinceArticle } from './since-article';
import { sourcesOf } from './sources';

/** Told of each study when it begins; answers what hears how far it is. */
export type Report = (title: string) => (done: number, of: number) => void;

/** The whole record from a folder of raw files. */
export function trackRecord(raw: RawFolder, report: Report): TrackRecord {
  const market = readMarket(raw);
  return { ...indexStudies(raw, market, report), companies: companyStudy(raw, market, report) };
}

/** Both funds, the size factor, and the time since the article. */
export function indexStudies(
  raw: RawFolder,
  market: MarketData,
  report: Report,
): Omit<TrackRecord, 'companies'> {
  const factors = readFactors(raw);
  return {
    asOf: formatDay(market.index.IWM.days.at(-1)!),
    sources: sourcesOf(market, factors, STOCKS_AS_OF),
    resamples: RESAMPLES,
    index: indexRecord(market, readWithDividends(raw), report('Index since 2000')),
    long: longRecord(factors, market.macro, report('Size factor since 1963')),
    sinceArticle: sinceArticle(market),
  };
}

/** The whole market, stock by stock. */
export function companyStudy(raw: RawFolder, market: MarketData, report: Report): CompanyStudy {
  const { listings, ends } = readListings(raw);
  return companyRecord(readMonths(market, listings, ends, report('Whole market since 2021')));
}
