import { ALPHA_VANTAGE } from '../providers/alpha-vantage';
import { FRED, FRED_API } from '../providers/fred';
import { ISHARES } from '../providers/ishares';
import { NASDAQ } from '../providers/nasdaq';
import { NFIB } from '../providers/nfib';
import { SEC_FRAMES, SEC_TICKERS } from '../providers/sec';
import { TIINGO } from '../providers/tiingo';
import { TWELVE_DATA } from '../providers/twelve-data';
import { YAHOO } from '../providers/yahoo';

/** Every provider by the name that settings use. */
export const PROVIDERS = {
  nasdaq: NASDAQ,
  fred: FRED,
  'fred-api': FRED_API,
  'sec-tickers': SEC_TICKERS,
  'sec-frames': SEC_FRAMES,
  ishares: ISHARES,
  nfib: NFIB,
  yahoo: YAHOO,
  tiingo: TIINGO,
  'twelve-data': TWELVE_DATA,
  'alpha-vantage': ALPHA_VANTAGE,
} as const;

export type ProviderName = keyof typeof PROVIDERS;

/** Where each provider is asked when the user gives no other address. */
export const SOURCE_BASES = Object.fromEntries(
  Object.entries(PROVIDERS).map(([name, { base }]) => [name, base]),
) as Record<ProviderName, string>;
