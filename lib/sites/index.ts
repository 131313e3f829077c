import { twentyFourSevenWallSt } from './247-wall-st';
import { associatedPress } from './associated-press';
import { barchart } from './barchart';
import { barrons } from './barrons';
import { benzinga } from './benzinga';
import { bloomberg } from './bloomberg';
import { businessInsider } from './business-insider';
import { businessWire } from './business-wire';
import { cnbc } from './cnbc';
import { cnnBusiness } from './cnn-business';
import { etrade } from './etrade';
import { fidelity } from './fidelity';
import { financialTimes } from './financial-times';
import { finviz } from './finviz';
import { forbes } from './forbes';
import { foxBusiness } from './fox-business';
import { globenewswire } from './globenewswire';
import { googleFinance } from './google-finance';
import { gurufocus } from './gurufocus';
import { ibd } from './ibd';
import { interactiveBrokers } from './interactive-brokers';
import { investing } from './investing';
import { investorplace } from './investorplace';
import { kiplinger } from './kiplinger';
import { koyfin } from './koyfin';
import { macrotrends } from './macrotrends';
import { marketbeat } from './marketbeat';
import { marketwatch } from './marketwatch';
import { merrill } from './merrill';
import { morningstar } from './morningstar';
import { motleyFool } from './motley-fool';
import { nasdaq } from './nasdaq';
import { openinsider } from './openinsider';
import { prNewswire } from './pr-newswire';
import { publicCom } from './public';
import { quiver } from './quiver';
import { ownSymbol } from './quote-url';
import { reuters } from './reuters';
import { robinhood } from './robinhood';
import { schwab } from './schwab';
import { secEdgar } from './sec-edgar';
import { seekingAlpha } from './seeking-alpha';
import { simplyWallSt } from './simply-wall-st';
import { sofi } from './sofi';
import { stockanalysis } from './stockanalysis';
import { stocktwits } from './stocktwits';
import { thestreet } from './thestreet';
import { tipranks } from './tipranks';
import { tradingview } from './tradingview';
import type { Site } from './types';
import { vanguard } from './vanguard';
import { webull } from './webull';
import { wsj } from './wsj';
import { yahooFinance } from './yahoo-finance';
import { zacks } from './zacks';

export const sites: Site[] = [
  yahooFinance,
  barrons,
  marketwatch,
  wsj,
  cnbc,
  reuters,
  bloomberg,
  seekingAlpha,
  motleyFool,
  investing,
  benzinga,
  businessInsider,
  nasdaq,
  finviz,
  tradingview,
  googleFinance,
  stockanalysis,
  zacks,
  stocktwits,
  secEdgar,
  schwab,
  fidelity,
  robinhood,
  etrade,
  interactiveBrokers,
  webull,
  vanguard,
  merrill,
  morningstar,
  tipranks,
  simplyWallSt,
  barchart,
  forbes,
  financialTimes,
  associatedPress,
  thestreet,
  investorplace,
  twentyFourSevenWallSt,
  globenewswire,
  prNewswire,
  businessWire,
  ibd,
  kiplinger,
  foxBusiness,
  cnnBusiness,
  gurufocus,
  macrotrends,
  marketbeat,
  quiver,
  openinsider,
  koyfin,
  publicCom,
  sofi,
];

/** Match patterns of all built-in sites, for the manifest. */
export const hostPatterns: string[] = sites.flatMap(
  (site) => site.patterns ?? site.hosts.map((host) => `*://*.${host}/*`),
);

/** The built-in site that an address belongs to. */
export function siteOf(url: string): Site | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  return sites.find(
    (site) =>
      site.hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ||
      site.patterns?.some((pattern) => `*://${hostname}${pathname}`.startsWith(pattern.slice(0, -1))),
  );
}

/** Symbols that a page's addresses give for it, and those of its markup, each once. */
export function ownSymbols(page: { addresses?: string[]; symbols: string[] }): string[] {
  const given = page.addresses?.flatMap((address) => pageSymbol(address) ?? []) ?? [];
  return [...new Set([...given, ...page.symbols])];
}

/** Symbol that the address of a page gives for it, on whatever site; null when it gives none. */
export function pageSymbol(url: string): string | null {
  const site = siteOf(url);
  return site ? symbolOn(site, url) : ownSymbol(url);
}

/** Symbol of a quote page of a built-in site, in the universe's spelling; null for any other page. */
export function quoteSymbol(url: string): string | null {
  const site = siteOf(url);
  return site ? symbolOn(site, url) : null;
}

function symbolOn(site: Site, url: string): string | null {
  if (!site.quote) return ownSymbol(url, { known: true });
  for (const shape of site.quote) {
    const symbol = shape.exec(url)?.[1];
    if (symbol) return symbol.toUpperCase().replace(/[.-]/, '/');
  }
  return null;
}
