import { t } from '../i18n';
import type { Day } from '../market/day';
import type { Series } from '../market/types';
import { closesOf, csvRows, dataLines, dataText, dayIn, priceIn, Rejected } from './checks';
import { type Ask, type ProviderInfo, withQuery } from './types';

export const ALPHA_VANTAGE: ProviderInfo = {
  name: 'Alpha Vantage',
  page: 'https://www.alphavantage.co/documentation/',
  base: 'https://www.alphavantage.co',
  maxBytes: 2e6,
};

/** The last hundred days, which is what the free plan gives. */
export function askAlphaVantage(symbol: string, key: string, base = ALPHA_VANTAGE.base): Ask {
  return {
    url: withQuery(`${base}/query`, {
      function: 'TIME_SERIES_DAILY',
      symbol: symbol.replace('/', '-'),
      outputsize: 'compact',
      datatype: 'csv',
      apikey: key,
    }),
  };
}

/** Closes as traded, newest first in the answer. Refusals come as JSON with status 200. @throws Rejected */
export function readAlphaVantage(body: string, symbol: string, latest: Day): Series {
  const text = dataText(body);
  if (text.startsWith('{')) {
    // Its words repeat the key, so they are not passed on.
    throw new Rejected(
      /rate limit|frequency|per day|per second/i.test(text)
        ? t('live.keyTooMany', { name: 'Alpha Vantage' })
        : /premium/i.test(text)
          ? t('live.plan', { name: 'Alpha Vantage' })
          : t('live.keyOrSymbol', { name: 'Alpha Vantage' }),
    );
  }
  const [header = [], ...rows] = csvRows(text.trimEnd());
  if (header[0] !== 'timestamp' || header[4] !== 'close') {
    throw new Rejected(t('live.form', { name: 'Alpha Vantage' }));
  }
  dataLines(text);
  const points = rows.toReversed().map((row) => {
    if (row.length !== header.length) throw new Rejected(t('live.brokeOff', { name: 'Alpha Vantage' }));
    const day = dayIn(row[0] ?? '', latest, () => t('live.aClose', { symbol }));
    const close = priceIn(row[4], () => t('live.theClose', { symbol }));
    if (close === undefined) throw new Rejected(t('live.lacksClose', { name: 'Alpha Vantage', symbol }));
    return [day, close] as const;
  });
  return closesOf(points, symbol, 'Alpha Vantage');
}
