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

  it('takes its symbol from the address of a quote page', () => {
    expect(readPage(document, 'https://finance.yahoo.com/quote/EPAC').symbols).toEqual(['EPAC']);
    expect(readPage(document, 'https://www.example.com/news/today').symbols).toEqual([]);
  });

  it('takes symbols from JSON-LD, meta tags and the canonical link', () => {
    head('script', { type: 'application/ld+json' }, '{"@type":"Corporation","tickerSymbol":"NYSE: EPAC"}');
    head('meta', { name: 'ticker', content: 'BRK.B, ENSC' });
    head('link', { rel: 'canonical', href: 'https://finance.yahoo.com/quote/CLSK' });
    expect(readPage(document, 'https://www.example.com/').symbols.toSorted()).toEqual([
      'BRK.B',
      'CLSK',
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
