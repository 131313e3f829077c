import * as v from 'valibot';
import { t } from '../i18n';
import { type Day, formatDay } from '../market/day';
import type { Series } from '../market/types';
import { closesOf, dataJson, dayIn, priceIn, Rejected } from './checks';
import { type Ask, type ProviderInfo, withQuery } from './types';

export const TIINGO: ProviderInfo = {
  name: 'Tiingo',
  page: 'https://www.tiingo.com/documentation/end-of-day',
  base: 'https://api.tiingo.com',
  maxBytes: 8e6,
};

/** The key goes into a header, so that it stands in no address. */
export function askTiingo(symbol: string, since: Day, key: string, base = TIINGO.base): Ask {
  const ticker = encodeURIComponent(symbol.replace('/', '-').toLowerCase());
  return {
    url: withQuery(`${base}/tiingo/daily/${ticker}/prices`, { startDate: formatDay(since), format: 'json' }),
    headers: { Authorization: `Token ${key}` },
  };
}

const Days = v.array(
  v.object({ date: v.string(), close: v.number(), splitFactor: v.pipe(v.number(), v.minValue(0)) }),
);

/** Raw closes brought to today's shares by the splits that came after them. @throws Rejected */
export function readTiingo(body: string, symbol: string, latest: Day): Series {
  const json = dataJson(body);
  const answer = v.safeParse(Days, json);
  if (!answer.success) {
    const detail = (json as { detail?: unknown } | null)?.detail;
    throw new Rejected(
      typeof detail === 'string'
        ? t('live.said', { name: 'Tiingo', words: detail.slice(0, 100) })
        : t('live.form', { name: 'Tiingo' }),
    );
  }
  let shares = 1;
  const points = answer.output
    .toReversed()
    .map(({ date, close, splitFactor }) => {
      const day = dayIn(date.slice(0, 10), latest, () => t('live.aClose', { symbol }));
      const value = priceIn(close, () => t('live.theClose', { symbol }))! / shares;
      if (splitFactor > 0) shares *= splitFactor;
      return [day, Math.round(value * 1e4) / 1e4] as const;
    })
    .reverse();
  return closesOf(points, symbol, 'Tiingo');
}
