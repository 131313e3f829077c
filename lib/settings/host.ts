/**
 * The host that a typed address stands for: "https://www.Example.com/news" is "example.com".
 * @returns null when the text names no web site.
 */
export function normalizeHost(text: string): string | null {
  const typed = text.trim().replace(/^(\*:\/\/)?(\*\.)?/, '');
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const host = hostname.replace(/^www\.(?=.*\.)/, '').replace(/\.$/, '');
  // One label alone ("com") would stand for a large part of the web.
  return host === 'localhost' || (/^[a-z0-9[][a-z0-9.:[\]-]*$/.test(host) && /[.:]/.test(host)) ? host : null;
}

/** Host of an address, or null when it is no web page (browser pages, files). */
export function hostOf(url: string | undefined): string | null {
  return url !== undefined && /^https?:/i.test(url) ? normalizeHost(url) : null;
}

/** Whether `host` is `site` or a subdomain of it. */
export function covers(site: string, host: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** Match pattern of a host and its subdomains, for the browser's permissions and content scripts. */
export function patternOf(host: string): string {
  const hasSubdomains = host.includes('.') && !/^[\d.]+$/.test(host) && !host.startsWith('[');
  return hasSubdomains ? `*://*.${host}/*` : `*://${host}/*`;
}

/** The host that a match pattern names; null for one that names many ("<all_urls>") or no web site. */
export function hostOfPattern(pattern: string): string | null {
  const named = /^(?:\*|https?):\/\/(?:\*\.)?([^*/]+)\//.exec(pattern)?.[1];
  return named === undefined ? null : normalizeHost(named);
}
