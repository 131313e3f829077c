import type { Company } from './types';

/** Histories are kept of every stock that is a small cap by the widest bounds a user is likely to set, US dollars. */
export const HISTORY_CAP = { min: 20e6, max: 10e9 };

/**
 * Whether a stock counts as a US small cap: a member of the Russell 2000 or the S&P 600, or common
 * stock of a US company whose market cap lies within the bounds.
 * @param bounds US dollars, both ends included
 */
export function isSmallCap(company: Company, bounds: { min: number; max: number }): boolean {
  const { russell2000Pct, sp600, common, country, marketCapUsd } = company;
  if (russell2000Pct !== undefined || sp600) return true;
  return (
    common &&
    country === 'United States' &&
    marketCapUsd !== undefined &&
    marketCapUsd >= bounds.min &&
    marketCapUsd <= bounds.max
  );
}
