import { describe, expect, test } from 'vitest';
import { BROWSERS, type BrowserName } from '../../scripts/lib/browsers';
import type { Logged } from '../../scripts/lib/provider-server';
import { refreshed, setLive, useProviders } from './live-stage';
import { useBrowser } from './stage';

/** What the providers of a profile saw once it had read some pages, in an order of its own. */
const seen = new Map<string, string[]>();

/** Everything that a provider can see of a request but its own name and port, and where this copy is installed. */
function asSeen({ method, url, headers, body }: Logged): string {
  const { host: _, ...rest } = headers;
  // From the store every user of Chrome has the same; the copies under test have each their own.
  if (rest.origin?.startsWith('chrome-extension://')) rest.origin = 'chrome-extension://minnow';
  return JSON.stringify([method, url, Object.entries(rest).sort(), body]);
}

const READERS = [
  { name: 'one reader', pages: ['article.html', 'quote.html'], tickers: ['EPAC', 'PLUG'] },
  { name: 'another reader', pages: ['recipe.html', 'watchlist.html'], tickers: ['SHAK'] },
];

function readAs(browser: BrowserName, { name, pages, tickers }: (typeof READERS)[number]): void {
  describe(`${name} in ${browser}`, () => {
    const minnow = useBrowser(browser);
    const providers = useProviders();

    test('reads pages and opens cards while live data are refreshed on two days', async () => {
      await setLive(minnow, { on: true, bases: providers.server.bases });
      for (const day of [0, 1]) {
        providers.server.answers.day += day;
        const [first, second] = pages;
        const open = await minnow.open(first!);
        await refreshed(minnow);
        const other = await minnow.open(second!);
        for (const ticker of tickers) await minnow.session.sendToBackground({ type: 'card', ticker });
        await minnow.session.sendToBackground({ type: 'trends', tickers });
        await Promise.all([open.close(), other.close()]);
      }
      const log = [...new Set(providers.server.log.map(asSeen))].sort();
      expect(log.length).toBeGreaterThan(20);
      seen.set(`${browser} ${name}`, log);
    }, 180_000);
  });
}

describe.each(BROWSERS)('two profiles that read different pages in %s', (browser) => {
  for (const reader of READERS) readAs(browser, reader);

  test('send the same requests', () => {
    const [one, other] = READERS.map(({ name }) => seen.get(`${browser} ${name}`)!);
    expect(one).toEqual(other);
  });

  test('name no company to anyone', () => {
    const all = READERS.flatMap(({ name }) => seen.get(`${browser} ${name}`)!).join('\n');
    for (const { tickers } of READERS) for (const ticker of tickers) expect(all).not.toContain(ticker);
    expect(all).not.toMatch(/cookie|referer/i);
    // Firefox gives each installation an address of its own, by which its user could be known again.
    expect(all).not.toContain('moz-extension');
  });
});
