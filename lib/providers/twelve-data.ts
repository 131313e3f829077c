import * as v from 'valibot';
import { t } from '../i18n';
import { type Day, formatDay } from '../market/day';
import type { Series } from '../market/types';
import { closesOf, dataJson, dayIn, priceIn, Rejected } from './checks';
import { type Ask, type ProviderInfo, withQuery } from './types';

export const TWELVE_DATA: ProviderInfo = {
  name: 'Twelve Data',
  page: 'https://twelvedata.com/docs',
  base: 'https://api.twelvedata.com',
  maxBytes: 8e6,
};

/** Most days that one answer holds. */
const LONGEST = 5000;

export function askTwelveData(symbol: string, since: Day, key: string, base = TWELVE_DATA.base): Ask {
  return {
    url: withQuery(`${base}/time_series`, {
      symbol: symbol.replace('/', '.'),
      interval: '1day',
      start_date: formatDay(since),
      outputsize: LONGEST,
      order: 'ASC',
      adjust: 'splits',
    }),
    headers: { Authorization: `apikey ${key}` },
  };
}

const Answer = v.object({
  status: v.literal('ok'),
  meta: v.object({ symbol: v.string(), interval: v.literal('1day'), currency: v.literal('USD') }),
  values: v.array(v.object({ datetime: v.string(), close: v.string() })),
});
const Refusal = v.object({ status: v.literal('error'), code: v.number(), message: v.string() });

/** Closes adjusted for splits. Errors come with status 200 too. @throws Rejected */
export function readTwelveData(body: string, symbol: string, latest: Day): Series {
  const json = dataJson(body);
  const refusal = v.safeParse(Refusal, json);
  if (refusal.success) {
    const { code } = refusal.output;
    const name = TWELVE_DATA.name;
    const why: Record<number, string> = {
      401: t('live.keyUnknown', { name }),
      403: t('live.plan', { name }),
      404: t('live.noSymbol', { name, symbol }),
      429: t('live.keyTooMany', { name }),
    };
    throw new Rejected(why[code] ?? t('live.errorCode', { name, code }));
  }
  const answer = v.safeParse(Answer, json);
  if (!answer.success) throw new Rejected(t('live.form', { name: 'Twelve Data' }));
  const { meta, values } = answer.output;
  if (meta.symbol.replace('.', '/') !== symbol) {
    throw new Rejected(t('live.otherSymbol', { name: 'Twelve Data', other: meta.symbol, symbol }));
  }
  const points = values.flatMap(({ datetime, close }) => {
    const value = priceIn(close, () => t('live.theClose', { symbol }));
    return value === undefined
      ? []
      : [
          [
            dayIn(datetime.slice(0, 10), latest, () => t('live.aClose', { symbol })),
            Math.round(value * 1e4) / 1e4,
          ] as const,
        ];
  });
  return closesOf(points, symbol, 'Twelve Data');
}
