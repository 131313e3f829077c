import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { type Stage, until, useBrowser } from './stage';

const textOf = (page: Page) => page.evaluate(() => document.body.textContent);

/** The popup in a tab of its own, once it says what is waited for. */
async function openPopup(minnow: Stage, words: string): Promise<Page> {
  const popup = await minnow.session.openExtensionPage('popup.html');
  await until(async () => (await textOf(popup))?.includes(words), `the popup to say “${words}”`);
  return popup;
}

/** Clicks the first element of a kind that says something. */
const click = (page: Page, selector: string, words = '') =>
  page.evaluate(
    (kind, said) => {
      const all = [...document.querySelectorAll<HTMLElement>(kind)];
      all.find(({ textContent }) => textContent.includes(said))!.click();
    },
    selector,
    words,
  );

describe.each(BROWSERS)('the popup in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('says how old the prices are, and once that it gives no advice', async () => {
    const popup = await openPopup(minnow, 'Rate cuts');
    const text = await textOf(popup);
    expect(text).toMatch(/Prices of \w+ \d+, \d{4}, \d+ trading days old · stale/);
    expect(text!.match(/Not investment advice/g)).toHaveLength(1);
    await popup.close();
  });

  test('opens a signal on its explanation and its source', async () => {
    const popup = await openPopup(minnow, 'Rate cuts');
    await click(popup, '.factor-row', 'Rate cuts');
    await until(async () => popup.$('.factor-more:not([hidden])'), 'the signal to open');
    expect(await popup.$eval('.factor-more:not([hidden])', (more) => more.textContent)).toContain(
      'raised to 4.00%',
    );
    expect(await popup.$eval('.factor-more:not([hidden]) a', (link) => link.getAttribute('href'))).toContain(
      'fred.stlouisfed.org',
    );
    await until(async () => popup.$('.factor-more:not([hidden]) canvas'), 'the chart of its measure');
    const more = () => popup.$eval('.factor-more:not([hidden])', (one) => one.textContent);
    expect(await more()).toMatch(/supports: up to −0\.1.*against: 0\.1 and up/);
    await click(popup, '.factor-more:not([hidden]) .chip', 'over six months');
    await until(
      async () => (await more()).includes('against: 0.05 and up'),
      'the chart of the other measure',
    );
    await click(popup, '.factor-more:not([hidden]) summary');
    expect(await popup.$$eval('.factor-more:not([hidden]) tbody tr', (rows) => rows.length)).toBeGreaterThan(
      50,
    );
    expect(await axeFindings(popup)).toEqual([]);
    await popup.close();
  });

  test('puts the small caps of the page in order', async () => {
    const open = await minnow.open('article.html');
    const popup = await openPopup(minnow, 'EPAC');
    const scores = () =>
      popup.$$eval('.found-row .pill', (pills) =>
        pills.map(({ textContent }) => Number.parseInt(textContent.replace(/\D*/, ''), 10)),
      );
    const before = await scores();
    await click(popup, '.chip', 'Score');
    const sorted = before.toSorted((a, b) => b - a);
    await until(async () => JSON.stringify(await scores()) === JSON.stringify(sorted), 'them by score');
    expect(before).not.toEqual(sorted);
    await popup.close();
    await open.close();
  });

  test('says plainly that live data are off, and where to turn them on', async () => {
    const popup = await openPopup(minnow, 'Live data are off');
    await popup.close();
  });

  test('brings a company into view on the page', async () => {
    const open = await minnow.open('article.html');
    const { mentions } = await open.reportNow();
    const badges = mentions.filter(({ badge }) => badge);
    const firsts = badges.filter((one, i) => badges.findIndex(({ ticker }) => ticker === one.ticker) === i);
    const lowest = firsts.toSorted((a, b) => b.rect.y - a.rect.y)[0]!;
    const popup = await openPopup(minnow, lowest.ticker);
    await click(popup, '.found-row', lowest.ticker);
    await until(
      () => open.page.evaluate((y) => y > scrollY && y < scrollY + innerHeight, lowest.rect.y),
      `${lowest.ticker} to come into view`,
    );
    await open.close();
  });

  test('switches the site off and on again', async () => {
    const open = await minnow.open('article.html');
    const popup = await openPopup(minnow, 'EPAC');
    await click(popup, '[role=switch]');
    await until(async () => (await textOf(popup))?.includes('Minnow is off on'), 'the popup to say so');
    await until(async () => (await open.reportNow()).mentions.length === 0, 'the badges to go');
    expect(await axeFindings(popup)).toEqual([]);
    await click(popup, '[role=switch]');
    await until(async () => (await open.reportNow()).mentions.length > 0, 'the badges to come back');
    await popup.close();
    await open.close();
  });

  test('says when a page has no small caps', async () => {
    const open = await minnow.open('recipe.html');
    const popup = await openPopup(minnow, 'No small caps found on this page.');
    expect(await axeFindings(popup)).toEqual([]);
    await popup.close();
    await open.close();
  });
});

describe.each(BROWSERS)('the popup in %s without data', (browser) => {
  const minnow = useBrowser(browser, (folder) => rmSync(join(folder, 'data'), { recursive: true }));

  test('says so', async () => {
    const popup = await openPopup(minnow, 'without its market data');
    expect(await axeFindings(popup)).toEqual([]);
    await popup.close();
  });
});

// Firefox runs nothing of a test's before its own pages load.
describe('the popup in chromium, opened again', () => {
  const minnow = useBrowser('chromium');

  test('shows at once what it showed last, without waiting for the background', async () => {
    const popup = await openPopup(minnow, 'Rate cuts');
    await until(() => popup.evaluate(() => localStorage.getItem('popup') !== null), 'it to be remembered');
    const told = await popup.$eval('.score', ({ textContent }) => textContent);
    await popup.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('popup')!);
      kept.thesis.report.score = 99;
      localStorage.setItem('popup', JSON.stringify(kept));
    });
    await popup.evaluateOnNewDocument(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const score = document.querySelector('.score')?.textContent;
        if (score && seen.at(-1) !== score) seen.push(score);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await popup.evaluate(() => location.reload());
    const scores = () =>
      popup.evaluate(() => (globalThis as { seen?: string[] }).seen ?? []).catch((): string[] => []);
    await until(async () => (await scores()).length === 2, 'both scores');
    expect(await scores()).toEqual(['99', told]);
    await popup.close();
  });
});
