import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, hostOf, hostOfPattern, normalizeHost, patternOf } from '../../lib/settings/host';

describe('a typed site', () => {
  it.each([
    ['example.com', 'example.com'],
    ['  https://www.Example.com/news?id=1#top ', 'example.com'],
    ['http://user:secret@news.example.com:8080/', 'news.example.com'],
    ['*://*.example.com/*', 'example.com'],
    ['www.com', 'www.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['example.com.', 'example.com'],
    ['localhost:8080', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]:80', '[::1]'],
  ])('%s is %s', (text, host) => {
    expect(normalizeHost(text)).toBe(host);
  });

  it.each([
    '',
    ' ',
    'com',
    'two words',
    'file:///etc/hosts',
    'about:blank',
    'chrome://settings',
    '*',
    'https://',
  ])('%j is none', (text) => {
    expect(normalizeHost(text)).toBeNull();
  });

  it('never throws, and what it gives it gives again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (text) => {
        const host = normalizeHost(text);
        if (host !== null) expect(normalizeHost(host)).toBe(host);
      }),
    );
  });
});

describe('the host of a tab', () => {
  it('is known for web pages only', () => {
    expect(hostOf('https://www.reuters.com/markets/')).toBe('reuters.com');
    expect(hostOf('about:addons')).toBeNull();
    expect(hostOf('file:///tmp/page.html')).toBeNull();
    expect(hostOf(undefined)).toBeNull();
  });
});

describe('a site', () => {
  it('covers itself and its subdomains, not a host that merely ends like it', () => {
    expect(covers('yahoo.com', 'yahoo.com')).toBe(true);
    expect(covers('yahoo.com', 'finance.yahoo.com')).toBe(true);
    expect(covers('yahoo.com', 'notyahoo.com')).toBe(false);
    expect(covers('finance.yahoo.com', 'yahoo.com')).toBe(false);
  });
});

describe('a match pattern', () => {
  it('stands for a host and its subdomains where it can have any', () => {
    expect(patternOf('example.com')).toBe('*://*.example.com/*');
    expect(patternOf('localhost')).toBe('*://localhost/*');
    expect(patternOf('127.0.0.1')).toBe('*://127.0.0.1/*');
  });

  it('leads back to its host', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const host = normalizeHost(domain);
        if (host !== null) expect(hostOfPattern(patternOf(host))).toBe(host);
      }),
    );
  });

  it('names no host when it names many', () => {
    expect(hostOfPattern('*://*/*')).toBeNull();
    expect(hostOfPattern('<all_urls>')).toBeNull();
    expect(hostOfPattern('https://*.com/*')).toBeNull();
    expect(hostOfPattern('file:///*')).toBeNull();
  });
});
