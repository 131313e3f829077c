import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { hover, type OpenPage, until, useBrowser } from './stage';

const MARKUP = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
<p>Enerpac Tool Group (NYSE: EPAC) stands here.</p><p>Upwork (NASDAQ: UPWK) stands there.</p>`;

/** Everything that Minnow can leave on a page, as the page sees it. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    hosts: document.querySelectorAll('minnow-badges, minnow-card').length,
    marks: [...CSS.highlights.keys()].filter((name) => name.startsWith('minnow-')).length,
    sheets: document.adoptedStyleSheets.length,
    markup: document.documentElement.outerHTML.includes('minnow'),
  }));
const NOTHING = { hosts: 0, marks: 0, sheets: 0, markup: false };

const badges = (open: OpenPage) => until(async () => (await traces(open.page)).hosts === 2, 'both badges');

describe.each(BROWSERS)('Minnow in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('leaves no trace when it is switched off, and none on a page of a site that is off', async () => {
    const open = await minnow.openMarkup(MARKUP);
    await badges(open);
    await hover(open.page, await open.badge('Enerpac'));
    await until(() => open.card(), 'the card');
    await minnow.set({ sites: { added: [], off: ['localhost'] } });
    await until(async () => (await traces(open.page)).hosts === 0, 'every element to go');
    const left = await traces(open.page);
    await open.close();

    const { page } = await minnow.session.newTab();
    await page.setRequestInterception(true);
    page.on('request', (request) => request.respond({ contentType: 'text/html', body: MARKUP }));
    await page.goto('https://localhost/');
    await sleep(800);
    const never = await traces(page);
    await minnow.set({ sites: { added: [], off: [] } });
    expect(left).toEqual(NOTHING);
    expect(never).toEqual(NOTHING);
    await page.close();
  });

  test('copies of its elements that the page made go with it', async () => {
    const open = await minnow.openMarkup(MARKUP);
    await badges(open);
    await open.page.evaluate(() => document.body.append(document.querySelector('p')!.cloneNode(true)));
    await minnow.set({ on: false });
    await until(async () => (await traces(open.page)).hosts === 0, 'every element to go');
    expect(await traces(open.page)).toEqual(NOTHING);
    await minnow.set({ on: true });
    await open.close();
  });

  // Only Chromium can be told to stop the background script at a moment of our choosing.
  test.runIf(browser === 'chromium').each([0, 40, 150, 280, 310, 340, 400])(
    'the card opens although the background is stopped %i ms after the pointer came',
    async (ms) => {
      const open = await minnow.openMarkup(MARKUP);
      await badges(open);
      await hover(open.page, await open.badge('Enerpac'));
      await sleep(ms);
      await minnow.stopBackground();
      const card = await until(async () => {
        const seen = await open.card();
        return seen && seen.factors > 0 && seen;
      }, 'the card').catch(() => open.card());
      expect(card?.text).not.toContain('did not answer');
      expect(card?.factors).toBe(10);
      await open.close();
    },
  );

  test.runIf(browser === 'chromium')(
    'a page is read although the background stops again and again',
    async () => {
      const opening = minnow.openMarkup(MARKUP);
      for (let i = 0; i < 8; i++) {
        await sleep(60);
        await minnow.stopBackground();
      }
      const open = await opening;
      await badges(open);
      expect((await open.reportNow()).errors).toEqual([]);
      await open.close();
    },
  );
});

describe.each(BROWSERS)('an update of Minnow in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('starts anew in open tabs, and the older copy leaves cleanly', async () => {
    const open = await minnow.openMarkup(MARKUP);
    await badges(open);
    const before = await traces(open.page);
    await open.page.evaluate(() => {
      const old = document.querySelector('minnow-badges')!;
      (window as unknown as { old: Element }).old = old;
    });
    await minnow.reinstall();
    await until(
      () =>
        open.page.evaluate(() => {
          const { old } = window as unknown as { old: Element };
          return !old.isConnected && document.querySelectorAll('minnow-badges').length === 2;
        }),
      'new badges in place of the old ones',
    );
    expect(await traces(open.page)).toEqual(before);
    await open.page.evaluate(() => document.body.append('Blackbaud (NASDAQ: BLKB) comes later.'));
    await until(async () => (await traces(open.page)).hosts === 3, 'a badge at later text');
    await open.close();
  });
});

describe.each(BROWSERS)('what an earlier copy of Minnow left in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('goes although this copy finds nothing, also from a shadow root', async () => {
    const open = await minnow.openMarkup(`<!doctype html><title>Page</title>
      <p>Words about the weather.</p><minnow-badges></minnow-badges><div id="root"></div>
      <script>
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('@media screen { ::highlight(minnow-supports-light) { color: red } }');
        document.adoptedStyleSheets = [sheet];
        CSS.highlights.set('minnow-supports-light', new Highlight());
        const root = document.getElementById('root').attachShadow({ mode: 'open' });
        root.append(document.createElement('minnow-badges'), 'Rain later.');
      </script>`);
    await until(async () => (await traces(open.page)).hosts === 0, 'every element to go');
    expect({ ...(await traces(open.page)), markup: false }).toEqual(NOTHING);
    const inside = () =>
      open.page.evaluate(() => document.getElementById('root')!.shadowRoot!.childElementCount);
    await until(async () => (await inside()) === 0, 'the element in the shadow root to go');
    await open.close();
  });
});

describe.each(BROWSERS)('a page that could not be read in %s', (browser) => {
  // One of its parts fails twice in each page before it comes.
  const minnow = useBrowser(browser, (folder) => {
    const part = join(folder, 'lines.js');
    const failing =
      'globalThis.tries = (globalThis.tries ?? 0) + 1; if (tries < 3) throw new Error("Not yet.");';
    writeFileSync(part, failing + readFileSync(part, 'utf8'));
  });

  test('is read again although nothing on it changes', async () => {
    const open = await minnow.openMarkup(MARKUP);
    expect(open.report.errors).not.toEqual([]);
    await until(async () => (await traces(open.page)).hosts === 2, 'both badges', 20_000);
    await open.close();
  });
});

// Firefox ends the scripts of an extension that is removed without a word: its badges stay until the page is left.
describe('the removal of Minnow in chromium', () => {
  const minnow = useBrowser('chromium');

  test('leaves no trace on pages, be they quiet or go on changing', async () => {
    const quiet = await minnow.openMarkup(MARKUP);
    const open = await minnow.openMarkup(MARKUP);
    await badges(quiet);
    await badges(open);
    await minnow.uninstall();
    await open.page.evaluate(() => document.body.append('Blackbaud (NASDAQ: BLKB) comes later.'));
    await until(async () => (await traces(quiet.page)).hosts === 0, 'every element to go');
    expect(await traces(quiet.page)).toEqual(NOTHING);
    await until(async () => (await traces(open.page)).hosts === 0, 'every element to go');
    expect(await traces(open.page)).toEqual(NOTHING);
    await open.page.close();
  });
});
