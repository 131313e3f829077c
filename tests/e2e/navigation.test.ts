import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { until, useBrowser } from './stage';

const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body>${body}</body></html>`;
const SINGLE_PAGE = `
  <main><p>Enerpac Tool Group (NYSE: EPAC) on the first view.</p></main>
  <script>
    function show(view) {
      document.querySelector('main').innerHTML = view === 'two'
        ? '<p>Upwork (NASDAQ: UPWK) on the second view.</p>'
        : '<p>Enerpac Tool Group (NYSE: EPAC) on the first view.</p>';
    }
    addEventListener('popstate', () => show(location.pathname.slice(1)));
    function go(view) {
      if (window.navigation) navigation.navigate('/' + view);
      else { history.pushState(null, '', '/' + view); show(view); }
    }
    window.navigation?.addEventListener('navigate', (event) => {
      if (event.canIntercept) event.intercept({ handler: async () => show(new URL(event.destination.url).pathname.slice(1)) });
    });
  </script>`;
const PAGES: Record<string, string> = {
  '/a': page('<p>Enerpac Tool Group (NYSE: EPAC) on page A.</p>'),
  '/b': page('<p>Upwork (NASDAQ: UPWK) on page B.</p>'),
  '/one': page(SINGLE_PAGE),
  '/start': page(
    `<p>Enerpac Tool Group (NYSE: EPAC) on the page before.</p><a href="/b">On</a>
     <script type="speculationrules">{ "prerender": [{ "urls": ["/b"], "eagerness": "immediate" }] }</script>`,
  ),
};

const hosts = (tab: Page) => tab.$$eval('minnow-badges', (all) => all.length);
/** While one page takes the other's place there is none to ask. */
const badge = (tab: Page) => until(async () => (await hosts(tab).catch(() => 0)) === 1, 'one badge');
const goBack = (tab: Page) => tab.evaluate(() => history.back());
const textOf = (tab: Page) =>
  tab.evaluate(() => document.querySelector('p')?.textContent ?? '').catch(() => '');

describe.each(BROWSERS)('on the way from page to page in %s', (browser) => {
  const minnow = useBrowser(browser);
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.statusCode = url in PAGES ? 200 : 404;
      response.end(PAGES[url]);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server?.close());

  const found = async (id: number) => {
    const { mentions } = await minnow.session.sendToTab<{ mentions: { ticker: string }[] }>(id, {
      type: 'tab-report',
    });
    return [...new Set(mentions.map(({ ticker }) => ticker))];
  };

  test('badges stand on each page, and again after back and forward', async () => {
    const { page: tab } = await minnow.session.newTab();
    await tab.goto(`${base}/a`);
    await badge(tab);
    await tab.goto(`${base}/b`);
    await badge(tab);
    await goBack(tab);
    await until(async () => (await textOf(tab)).includes('page A'), 'the page before');
    await badge(tab);
    await tab.evaluate(() => history.forward());
    await until(async () => (await textOf(tab)).includes('page B'), 'the page after');
    await badge(tab);
    await tab.close();
  });

  test('a page that waited in the back/forward cache hears that Minnow was switched off meanwhile', async () => {
    const { page: tab } = await minnow.session.newTab();
    await tab.goto(`${base}/a`);
    await badge(tab);
    await tab.goto(`${base}/b`);
    await badge(tab);
    await minnow.set({ on: false });
    await goBack(tab);
    await until(async () => (await textOf(tab)).includes('page A'), 'the page before');
    await until(async () => (await hosts(tab)) === 0, 'no badge to be left');
    await minnow.set({ on: true });
    await badge(tab);
    await tab.close();
  });

  test('a page that navigates by itself is read at each of its addresses', async () => {
    const { page: tab, id } = await minnow.session.newTab();
    await tab.goto(`${base}/one`);
    await badge(tab);
    await tab.evaluate('go("two")');
    await until(async () => (await found(id)).join() === 'UPWK', 'the second view');
    await badge(tab);
    await goBack(tab);
    await until(async () => (await textOf(tab)).includes('first view'), 'the first view');
    await until(async () => (await found(id)).join() === 'EPAC', 'the first view to be read');
    await badge(tab);
    await tab.close();
  });

  // Firefox does not prerender: there the link is followed as any other.
  test('a page that was prerendered is read when it is shown', async () => {
    const { page: tab } = await minnow.session.newTab();
    await tab.goto(`${base}/start`);
    await badge(tab);
    await tab.evaluate(() => document.querySelector('a')!.click());
    await until(async () => (await textOf(tab)).includes('page B'), 'the page that was prerendered');
    await badge(tab);
    await tab.close();
  });
});
