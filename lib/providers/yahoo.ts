import * as v from 'valibot';
import { t } from '../i18n';
import { type Day, dayOf } from '../market/day';
import type { Series } from '../market/types';
import { closesOf, dataJson, notAfter, priceIn, Rejected } from './checks';
import { type Ask, type ProviderInfo, withQuery } from './types';

export const YAHOO: ProviderInfo = {
  name: 'Yahoo Finance',
  page: 'https://finance.yahoo.com/',
  base: 'https://query1.finance.yahoo.com',
  maxBytes: 8e6,
};

const SECONDS_PER_DAY = 86_400;

/** Daily closes from a day on. */
export function askChart(symbol: string, since: Day, until: Day, base = YAHOO.base): Ask {
  return {
    url: withQuery(`${base}/v8/finance/chart/${encodeURIComponent(symbol.replace('/', '-'))}`, {
      interval: '1d',
      period1: since * SECONDS_PER_DAY,
      period2: (until + 1) * SECONDS_PER_DAY,
      events: 'split',
    }),
  };
}

const Chart = v.object({
  chart: v.object({
    result: v.nullable(
      v.array(
        v.object({
          meta: v.object({
            symbol: v.string(),
            currency: v.string(),
            gmtoffset: v.number(),
            dataGranularity: v.string(),
          }),
          timestamp: v.optional(v.array(v.number())),
          indicators: v.object({
            quote: v.array(v.object({ close: v.optional(v.array(v.nullable(v.number()))) })),
          }),
        }),
      ),
    ),
    error: v.nullish(v.object({ code: v.string(), description: v.string() })),
  }),
});

/** Closes adjusted for splits, without dividends. @throws Rejected */
export function readChart(body: string, symbol: string, latest: Day): Series {
  const answer = v.safeParse(Chart, dataJson(body));
  if (!answer.success) throw new Rejected(t('live.form', { name: 'Yahoo' }));
  const { result, error } = answer.output.chart;
  if (error) throw new Rejected(t('live.said', { name: 'Yahoo', words: error.description }));
  const [one] = result ?? [];
  if (!one) throw new Rejected(t('live.noChart', { name: 'Yahoo', symbol }));
  const { meta, timestamp = [], indicators } = one;
  const closes = indicators.quote[0]?.close ?? [];
  if (meta.symbol.replace('-', '/') !== symbol) {
    throw new Rejected(t('live.otherSymbol', { name: 'Yahoo', other: meta.symbol, symbol }));
  }
  if (meta.currency !== 'USD')
    throw new Rejected(t('live.currency', { name: 'Yahoo', symbol, currency: String(meta.currency) }));
  if (meta.dataGranularity !== '1d') throw new Rejected(t('live.notDaily', { name: 'Yahoo', symbol }));
  if (closes.length !== timestamp.length) throw new Rejected(t('live.chartBroke', { name: 'Yahoo', symbol }));
  const points = timestamp.flatMap((second, i) => {
    const close = priceIn(closes[i], () => t('live.theClose', { symbol }));
    // A day without trading stands as null.
    if (close === undefined) return [];
    const day = dayOf(new Date((second + meta.gmtoffset) * 1000));
    return [
      [notAfter(day, latest, () => t('live.aClose', { symbol })), Math.round(close * 1e4) / 1e4] as const,
    ];
  });
  return closesOf(points, symbol, 'Yahoo');
}
