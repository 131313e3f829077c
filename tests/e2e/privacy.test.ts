import { describe, expect, test } from 'vitest';
import { lastCloseDay } from '../../lib/market/new-york';
import { BROWSERS, type BrowserName } from '../../scripts/lib/browsers';
import type { Logged, ProviderServer } from '../../scripts/lib/provider-server';
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

const DAY_MS = 86_400_000;

/** Milliseconds until there is another last close than now. */
function toNextClose(): number {
  let ahead = DAY_MS;
  while (lastCloseDay(Date.now() + ahead) === lastCloseDay(Date.now())) ahead += DAY_MS;
  return ahead;
}

/** Sets the providers' clock and data that much ahead of this computer's. */
function setClock(server: ProviderServer, ahead: number): void {
  server.clock = () => Date.now() + ahead;
  server.answers.day = lastCloseDay(server.clock());
}

function readAs(browser: BrowserName, { name, pages, tickers }: (typeof READERS)[number]): void {
  describe(`${name} in ${browser}`, () => {
    const minnow = useBrowser(browser);
    const providers = useProviders();

    test('reads pages and opens cards while live data are refreshed on two days', async () => {
      const { server } = providers;
      setClock(server, 0);
      await setLive(minnow, { on: true, bases: server.bases });
      for (const ahead of [0, toNextClose()]) {
        setClock(server, ahead);
        // The first answer tells the time: what is asked before it goes by the day before, here as in no one's life.
        if (ahead > 0) await refreshed(minnow, { only: ['tickers'] });
        const [first, second] = pages;
        const open = await minnow.open(first!);
        await refreshed(minnow);
        const other = await minnow.open(second!);
        for (const ticker of tickers) await minnow.session.sendToBackground({ type: 'card', ticker });
        await minnow.session.sendToBackground({ type: 'trends', tickers });
        await Promise.all([open.close(), other.close()]);
      }
      const log = [...new Set(server.log.map(asSeen))].sort();
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
