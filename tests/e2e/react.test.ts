import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { findPages } from '../../scripts/lib/pages';
import { SavedPageServer } from '../../scripts/lib/serve';
import { until, useBrowser } from './stage';

describe.each(BROWSERS)('a React page in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('hydrates, reorders, adds, edits and removes its lines without an error, and badges follow', async () => {
    const { page, id } = await minnow.session.newTab();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const [source] = findPages(['tests/pages/react.html'], process.cwd());
    const server = await SavedPageServer.on(page);
    server.show(source!);
    await page.goto(source!.url);

    const tickers = async () => {
      const { mentions } = await minnow.session.sendToTab<{ mentions: { ticker: string }[] }>(id, {
        type: 'tab-report',
      });
      return new Set(mentions.map(({ ticker }) => ticker));
    };
    const hosts = () => page.$$eval('li > minnow-badges', (all) => all.length);
    const lines = () => page.$$eval('.cards > li', (all) => all.map((line) => line.textContent));
    await until(async () => (await tickers()).has('UPWK'), 'the last line to be read');
    await until(async () => (await hosts()) === 3, 'three badges');
    expect(await page.evaluate(() => document.documentElement.dataset.hydrated)).toBe('yes');

    await page.click('#reverse');
    expect((await lines())[0]).toContain('Upwork');
    await page.click('#add');
    await until(async () => (await tickers()).has('BLKB'), 'the added line to be read');
    await page.click('#add');
    await until(async () => (await tickers()).has('PLAB'), 'the second added line to be read');
    await page.click('#edit');
    await until(async () => (await tickers()).has('SXI'), 'the edited line to be read');
    expect(await tickers()).not.toContain('PLAB');
    for (let left = 6; left > 0; left--) await page.click('#remove');
    expect(await lines()).toEqual([]);
    await until(async () => (await tickers()).size === 0, 'nothing to be left');
    expect(await hosts()).toBe(0);

    const ticks = () => page.$eval('#ticks', (span) => Number(span.textContent));
    const before = await ticks();
    await until(async () => (await ticks()) > before, 'the page to go on counting');
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
    await page.close();
  });
});
