// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '../../lib/detect/read-page';

function head(tag: string, attributes: Record<string, string>, text = '') {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.head.append(element);
}

describe('what a page says of itself', () => {
  beforeEach(() => document.head.replaceChildren());

  it('gives its own address and the canonical one', () => {
    const url = 'https://www.example.com/';
    expect(readPage(document, url).addresses).toEqual([url]);
    head('link', { rel: 'canonical', href: 'https://finance.yahoo.com/quote/CLSK' });
    expect(readPage(document, url).addresses).toEqual([url, 'https://finance.yahoo.com/quote/CLSK']);
    expect(readPage(document, `${url}?${'x'.repeat(2000)}`).addresses).toHaveLength(1);
  });

  it('takes symbols from JSON-LD and meta tags', () => {
    head('script', { type: 'application/ld+json' }, '{"@type":"Corporation","tickerSymbol":"NYSE: EPAC"}');
    head('meta', { name: 'ticker', content: 'BRK.B, ENSC' });
    expect(readPage(document, 'https://www.example.com/').symbols.toSorted()).toEqual([
      'BRK.B',
      'ENSC',
      'EPAC',
    ]);
  });

  it('knows its language', () => {
    document.documentElement.lang = 'fr-FR';
    expect(readPage(document, 'https://www.example.com/').lang).toBe('fr');
    document.documentElement.lang = '';
  });
});
