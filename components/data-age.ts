import { parseDay } from '../lib/market/day';
import type { DataState } from '../lib/messages';
import { showDay } from './format';

/** A week without a newer close is stale. */
const STALE_AFTER = 5;

/** How old the prices are, e.g. "Prices of 5 Oct 2026, 33 trading days old", and whether that is stale. */
export function dataAge({ pricesAsOf, tradingDaysOld = 0 }: DataState): { words: string; stale: boolean } {
  if (pricesAsOf === undefined) return { words: 'No market data', stale: false };
  const day = `Prices of ${showDay(parseDay(pricesAsOf))}`;
  if (tradingDaysOld === 0) return { words: `${day}, the newest there can be`, stale: false };
  const age = `${tradingDaysOld} trading ${tradingDaysOld === 1 ? 'day' : 'days'} old`;
  return { words: `${day}, ${age}`, stale: tradingDaysOld > STALE_AFTER };
}
