import { t } from '../i18n';
import type { Day } from '../market/day';
import { lastCloseDay } from '../market/new-york';
import type { Series } from '../market/types';
import { ALPHA_VANTAGE, askAlphaVantage, readAlphaVantage } from '../providers/alpha-vantage';
import { Rejected, withoutKey } from '../providers/checks';
import { askTiingo, readTiingo, TIINGO } from '../providers/tiingo';
import { askTwelveData, readTwelveData, TWELVE_DATA } from '../providers/twelve-data';
import type { Ask, ProviderInfo } from '../providers/types';
import { askChart, readChart, YAHOO } from '../providers/yahoo';
import type { PriceSource } from '../settings/live';
import { AskFailed } from './http';
import type { Keys } from './keys';
import type { Kit } from './sources';

type PriceKit = Pick<Kit, 'get' | 'base' | 'keys' | 'priceOrder' | 'now'>;

interface PriceProvider {
  info: ProviderInfo;
  ask(symbol: string, since: Day, until: Day, key: string, base: string): Ask;
  read(text: string, symbol: string, latest: Day): Series;
  /** Whether it gives whole histories, in today's shares. */
  whole: boolean;
}

export const PRICE_PROVIDERS: Record<PriceSource, PriceProvider> = {
  yahoo: {
    info: YAHOO,
    ask: (symbol, since, until, _key, base) => askChart(symbol, since, until, base),
    read: readChart,
    whole: true,
  },
  tiingo: {
    info: TIINGO,
    ask: (symbol, since, _until, key, base) => askTiingo(symbol, since, key, base),
    read: readTiingo,
    whole: true,
  },
  'twelve-data': {
    info: TWELVE_DATA,
    ask: (symbol, since, _until, key, base) => askTwelveData(symbol, since, key, base),
    read: readTwelveData,
    whole: true,
  },
  'alpha-vantage': {
    info: ALPHA_VANTAGE,
    ask: (symbol, _since, _until, key, base) => askAlphaVantage(symbol, key, base),
    read: readAlphaVantage,
    whole: false,
  },
};

/** A whole history, as opposed to the newest days. */
export const WHOLE: Day = 0;

/**
 * Daily closes from the first of the user's sources that gives them; a close of a day that is not over is left out.
 * @throws AskFailed, Rejected of the last source, with what each said
 */
export async function priceHistory(
  kit: PriceKit,
  symbol: string,
  since: Day,
): Promise<{ series: Series; from: ProviderInfo }> {
  const said: string[] = [];
  let last: unknown;
  for (const name of kit.priceOrder) {
    const { info, whole } = PRICE_PROVIDERS[name];
    if (since === WHOLE && !whole) continue;
    if (name !== 'yahoo' && !kit.keys[name]) {
      said.push(t('live.noKey', { name: info.name }));
      continue;
    }
    try {
      return { series: await onePriceHistory(kit, name, symbol, since), from: info };
    } catch (error) {
      if (!(error instanceof AskFailed || error instanceof Rejected)) throw error;
      last = error;
      said.push(t('live.by', { name: info.name, words: error.message }));
    }
  }
  if (said.length === 1 && last) throw last;
  throw last instanceof AskFailed
    ? new AskFailed(said.join(' '), last.kind, last.status, last.retryAfterMs)
    : new Rejected(said.join(' ') || t('live.noWhole'));
}

/** @throws AskFailed, Rejected */
export async function onePriceHistory(
  kit: Pick<PriceKit, 'get' | 'base' | 'now'> & { keys: Keys },
  name: PriceSource,
  symbol: string,
  since: Day,
): Promise<Series> {
  const { info, ask, read } = PRICE_PROVIDERS[name];
  const key = name === 'yahoo' ? '' : (kit.keys[name] ?? '');
  const until = lastCloseDay(kit.now());
  const text = await kit.get(name, ask(symbol, since, until, key, kit.base(name)));
  const series = read(withoutKey(text!, key), symbol, until + 4);
  const days = series.days.filter((day) => day <= lastCloseDay(kit.now()));
  if (days.length === 0) throw new Rejected(t('live.noCloseYet', { name: info.name, symbol }));
  return { days, values: series.values.subarray(0, days.length) };
}
