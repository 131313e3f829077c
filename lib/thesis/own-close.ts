import { t } from '../i18n';
import type { PriceSeries } from '../market/types';
import type { CompanyAsOf, MarketAsOf } from './as-of';
import { type Evidence, unknown } from './evidence';
import { isStale, stale } from './freshness';
import { newest, type Point } from './series';

/** The stock's closes with the newest of them, when that is fresh enough; else why not. */
export function ownCloses(
  company: CompanyAsOf,
  market: MarketAsOf,
): { history: PriceSeries; now: Point } | { missing: Evidence } {
  const { history } = company;
  const now = history && newest(history);
  if (!history || !now) return { missing: unknown(() => t('thesis.noOwnCloses')) };
  if (isStale(now.day, market.day, 'companyDaily')) return { missing: unknown(stale('ownClose', now.day)) };
  return { history, now };
}
