import { t } from '../lib/i18n';
import { number } from '../lib/i18n/format';
import { parseDay } from '../lib/market/day';
import type { DataState } from '../lib/messages';
import { showDay } from './format';

/** A week without a newer close is stale. */
const STALE_AFTER = 5;

/** How old the prices are, e.g. "Prices of Oct 5, 2026, 33 trading days old", and whether that is stale. */
export function dataAge({ pricesAsOf, tradingDaysOld: old }: DataState): { words: string; stale: boolean } {
  if (pricesAsOf === undefined) return { words: t('age.none'), stale: false };
  const day = showDay(parseDay(pricesAsOf));
  if (old === undefined) return { words: t('age.unchecked', { day }), stale: false };
  if (old === 0) return { words: t('age.newest', { day }), stale: false };
  return { words: t('age.old', old, { day, n: number(old) }), stale: old > STALE_AFTER };
}
