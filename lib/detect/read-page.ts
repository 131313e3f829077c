import type { PageFacts } from './types';

const META =
  'meta[name="ticker" i],meta[name="symbol" i],meta[name="tickerSymbol" i],meta[property="ticker" i],meta[itemprop="tickerSymbol"]';

/** Address of a page; that of the page around it for a frame whose text stands in the page itself. */
export function addressOf(document: Document): string {
  const { href } = document.location;
  return href.startsWith('about:') ? document.baseURI : href;
}

/** An address as long as this gives no symbol. */
const LONGEST = 2000;

/** What a page says of itself: its addresses, title, language and the symbols its own markup gives. */
export function readPage(document: Document, url: string): PageFacts {
  const symbols = new Set<string>();
  const add = (symbol: string | null | undefined) => symbol && symbols.add(symbol);
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  for (const meta of document.querySelectorAll(META)) {
    for (const part of (meta.getAttribute('content') ?? '').split(/[,;\s]+/)) {
      if (/^[A-Z]{1,5}(?:[./-][A-Z])?$/.test(part)) add(part);
    }
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const found of (script.textContent ?? '').matchAll(
      /"tickerSymbol"\s*:\s*"(?:[A-Z]+\s*:\s*)?([A-Z]{1,5}(?:[./-][A-Z])?)"/g,
    ))
      add(found[1]);
  }
  return {
    url,
    addresses: [url, canonical ?? ''].filter(({ length }) => length > 0 && length < LONGEST),
    symbols: [...symbols].slice(0, 8),
    title: document.title,
    lang: (document.documentElement.lang || '').slice(0, 2).toLowerCase(),
  };
}
