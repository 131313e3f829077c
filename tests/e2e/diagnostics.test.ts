import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { useProviders } from './live-stage';
import { type Stage, until, useBrowser } from './stage';

const KEY = 'tk-5f0c2d9a77b1';
const NOTE = 'a note of the reader';
const SECRETS = [
  KEY,
  NOTE,
  'EPAC',
  'Enerpac',
  'SHAK',
  'localhost',
  '127.0.0.1',
  'article',
  'https:',
  'http:',
];

const facts = (page: Page) => page.$eval('#diagnostics pre', (pre) => pre.textContent);
async function openDiagnostics(minnow: Stage): Promise<Page> {
  const page = await minnow.session.openExtensionPage('options.html#diagnostics');
  await until(
    async () => (await page.$('#diagnostics pre')) && /Errors in/.test(await facts(page)),
    'the facts',
  );
  return page;
}

describe.each(BROWSERS)('diagnostics in %s', (browser) => {
  const minnow = useBrowser(browser);
  const providers = useProviders();

  test('holds no key, ticker, address or note, and tells what a report of an error needs', async () => {
    const { sendToBackground, hub } = minnow.session;
    await sendToBackground({ type: 'live-key', name: 'tiingo', key: KEY });
    await sendToBackground({
      type: 'watchlist-put',
      entry: { ticker: 'SHAK', note: NOTE, added: '2026-11-23' },
    });
    await sendToBackground({ type: 'live-set', patch: { on: true, bases: providers.server.bases } });
    // As the background leaves one there.
    await hub.evaluate((key) => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: { session: { set(items: object): Promise<void> } } } }
      ).chrome;
      return storage.session.set({
        errors: [{ at: 1_791_417_600_000, work: 'card', kind: 'TypeError', place: '1:2345', times: 2 }],
        other: key,
      });
    }, KEY);
    const open = await minnow.open('article.html');
    await open.badge('Enerpac');
    const page = await openDiagnostics(minnow);
    const text = await until(async () => {
      await page.$$eval('#diagnostics button', (all) => all[1]!.click());
      const now = await facts(page);
      return /mentions \d+/.test(now) && now;
    }, 'the tab to be told of');
    expect(text).toMatch(/^Minnow: \d+\.\d+\.\d+\n/);
    expect(text).toMatch(browser === 'firefox' ? /Browser: Firefox \d+/ : /Browser: Chrome \d+/);
    expect(text).toMatch(/Data: prices as of 20\d\d-\d\d-\d\d/);
    expect(text).toMatch(/Live data: closes \w+/);
    expect(text).toMatch(/Cost there: read \d+\.\d ms/);
    expect(text).toContain('card: TypeError at background.js:1:2345, 2 times');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    await Promise.all([page.close(), open.close()]);
  });

  test('is copied with one press', async () => {
    const page = await openDiagnostics(minnow);
    await page.evaluate(() => {
      const { clipboard } = navigator;
      const write = clipboard.writeText.bind(clipboard);
      clipboard.writeText = (text) => {
        document.documentElement.dataset.copied = text;
        return write(text).catch(() => {});
      };
    });
    const shown = await facts(page);
    await page.focus('#diagnostics button');
    await page.keyboard.press('Enter');
    await until(
      () => page.$eval('#diagnostics [role="status"]', (one) => one.textContent === 'Copied.'),
      'the word',
    );
    expect(await page.evaluate(() => document.documentElement.dataset.copied)).toBe(shown);
    await page.close();
  });

  test('selects its text where the browser does not let it copy', async () => {
    const page = await openDiagnostics(minnow);
    const shown = await facts(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await page.$$eval('#diagnostics button', (all) => all[0]!.click());
    await until(
      () => page.$eval('#diagnostics [role="status"]', (one) => one.textContent !== ''),
      'the word',
    );
    expect(await page.evaluate(() => String(getSelection()))).toBe(shown);
    await page.close();
  });

  test('is one press away from the popup, accessible in light and dark, and fits a narrow window', async () => {
    const popup = await minnow.session.openExtensionPage('popup.html');
    const link = await until(
      () =>
        popup.evaluate(() =>
          [...document.querySelectorAll('footer button')].some((one) => one.textContent === 'Diagnostics'),
        ),
      'the link',
    );
    expect(link).toBe(true);
    await popup.close();
    for (const theme of ['light', 'dark'] as const) {
      await minnow.set({ theme });
      const page = await openDiagnostics(minnow);
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewport({ width: 340, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(340);
      await page.close();
    }
    await minnow.set({ theme: 'auto' });
  });
});
