import type { Part, PartName } from '../../lib/market/manifest';

/** Title, sources and dates of every part, for the list of parts and for people. */
export const SOURCES: Record<PartName, Pick<Part, 'title' | 'sources'>> = {
  prices: {
    title: 'Index prices',
    sources: [
      {
        what: 'IWM and SPY daily closes over their whole history, adjusted for splits, without dividends',
        source: 'Yahoo Finance',
        url: 'https://finance.yahoo.com/quote/IWM/history/',
        asOf: '2026-10-05',
      },
      {
        what: 'Weekly closes of the large AI names',
        source: 'Nasdaq stock screener, nightly copies',
        url: 'https://www.nasdaq.com/market-activity/stocks/screener',
        asOf: '2026-08-21',
      },
    ],
  },
  macro: {
    title: 'Economic series',
    sources: [
      {
        what: 'Unemployment, consumer prices, core consumer spending prices, claims: newest rows',
        source: 'FRED, Federal Reserve Bank of St. Louis',
        url: 'https://fred.stlouisfed.org/',
        asOf: '2026-10-05',
        note: 'The day is judged by the newest rows, which were published from 1 to 5 October 2026.',
      },
      {
        what: 'All series as served on one day',
        source: 'FRED, Federal Reserve Bank of St. Louis',
        url: 'https://fred.stlouisfed.org/',
        asOf: '2026-08-21',
        note: 'The 2-year yield of 2026 is the 10-year yield less the published difference of both.',
      },
      {
        what: 'Long histories as served on one day',
        source: 'FRED, Federal Reserve Bank of St. Louis',
        url: 'https://fred.stlouisfed.org/',
        asOf: '2026-01-02',
      },
      {
        what: 'Expected sales and planned pay of small firms, published monthly readings',
        source: 'NFIB Research Foundation, Small Business Economic Trends',
        url: 'https://www.nfib-sbet.org/',
        asOf: '2025-12-01',
        note: 'Months that were not published in a source at hand are missing.',
      },
    ],
  },
  figures: {
    title: 'Index figures',
    sources: [
      {
        what: 'Market values behind the weights of the AI names',
        source: 'Nasdaq stock screener',
        url: 'https://www.nasdaq.com/market-activity/stocks/screener',
        asOf: '2026-08-21',
      },
      {
        what: "Analysts' expected growth, multiple and premium as an article quoted them",
        source: 'Investing weekly, article of 2025-12-10',
        asOf: '2025-12-09',
      },
    ],
  },
  universe: {
    title: 'List of stocks',
    sources: [
      {
        what: 'Members of the S&P 500 and the S&P 600',
        source: 'Wikipedia, lists of S&P 500 and S&P 600 companies',
        url: 'https://en.wikipedia.org/wiki/List_of_S%26P_600_companies',
        asOf: '2026-08-22',
      },
      {
        what: 'Every US-listed stock: name, exchange, price, market value, country, sector, industry',
        source: 'Nasdaq stock screener',
        url: 'https://www.nasdaq.com/market-activity/stocks/screener',
        asOf: '2026-08-21',
      },
      {
        what: 'Members of the Russell 2000, by the holdings of the iShares Russell 2000 ETF',
        source: 'iShares by BlackRock',
        url: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
        asOf: '2026-08-20',
      },
      {
        what: 'Weights in the Russell 2000, by the holdings of the same fund',
        source: 'iShares by BlackRock',
        url: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
        asOf: '2026-05-05',
        note: 'Before the June reconstitution: members that joined then have no weight.',
      },
    ],
  },
  names: {
    title: 'Company names',
    sources: [
      {
        what: 'Short names and aliases of US stocks',
        source: 'free-ticker-database (MIT)',
        asOf: '2026-05-31',
      },
    ],
  },
  companies: {
    title: 'Company data',
    sources: [
      {
        what: 'Closes, weekly to April 2025 and daily from May 2025, adjusted for splits',
        source: 'Nasdaq stock screener, nightly copies',
        url: 'https://www.nasdaq.com/market-activity/stocks/screener',
        asOf: '2026-08-21',
      },
      {
        what: 'Multiples, growth and margins',
        source: 'Yahoo Finance',
        url: 'https://finance.yahoo.com/',
        asOf: '2026-08-08',
      },
      {
        what: 'Last fiscal year',
        source: 'SEC EDGAR, company facts',
        url: 'https://www.sec.gov/search-filings',
        asOf: '2026-07-24',
      },
      {
        what: 'Latest quarter and the same quarter a year before',
        source: 'Company filings (quarterly statements)',
        url: 'https://www.sec.gov/search-filings',
        asOf: '2026-04-07',
      },
    ],
  },
};
