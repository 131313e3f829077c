import { linkSymbol } from './quote-url';
import type { Site } from './types';

export const sites: Site[] = [];

/** Match patterns of all built-in sites, for the manifest. */
export const hostPatterns: string[] = sites.flatMap((site) => site.hosts.map((host) => `*://*.${host}/*`));

/** The built-in site that an address belongs to. */
export function siteOf(url: string): Site | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return sites.find((site) => site.hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)));
}

/** Symbol of a quote page of a built-in site, in the universe's spelling; null for any other page. */
export function quoteSymbol(url: string): string | null {
  return siteOf(url) ? linkSymbol(url) : null;
}
