import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { type Stage, until, useBrowser } from './stage';

declare const chrome: {
  extension: { getViews(): Window[] };
  tabs: { query(filter: object): Promise<unknown[]> };
};

const textOf = (page: Page) => page.evaluate(() => document.body.textContent!);

/** The panel's track record in a tab of its own, once it says what is waited for. */
async function openPanel(minnow: Stage, words: string): Promise<Page> {
  const panel = await minnow.session.openExtensionPage('sidepanel.html');
  await until(() => panel.$('#tab-track-record'), 'the tabs');
  await panel.click('#tab-track-record');
  await until(async () => (await textOf(panel)).includes(words), `the panel to say “${words}”`);
  return panel;
}

/** How many canvases have something drawn on them. */
const drawn = (page: Page) =>
  page.$$eval(
    'canvas',
    (all) =>
      all.filter((canvas) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
        return pixels.some((value) => value !== 0);
      }).length,
  );

const tabCount = (minnow: Stage) =>
  minnow.session.hub.evaluate(async () => (await chrome.tabs.query({})).length);

describe.each(BROWSERS)('the side panel in %s', (browser) => {
  const minnow = useBrowser(browser);

  test.each([360, 800])('answers first, and holds to the rules at %i px', async (width) => {
    const panel = await openPanel(minnow, 'Does the score predict?');
    await panel.setViewport({ width, height: 900 });
    expect(await textOf(panel)).toMatch(/Over 26 years .*95% interval .*: no evidence either way\./);
    expect(await textOf(panel)).toContain('Computed from data to Oct 5, 2026');
    await until(async () => (await drawn(panel)) === 4, 'four charts');
    await panel.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
    expect(await axeFindings(panel)).toEqual([]);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await panel.close();
  });

  test('has a table beside every chart and plot, with the same figures', async () => {
    const panel = await openPanel(minnow, 'Does the score predict?');
    const { plots, tables } = await panel.evaluate(() => ({
      plots: [...document.querySelectorAll('[role=img]')].filter(
        (one) => one.closest('.record') && !one.matches('.shape'),
      ).length,
      tables: document.querySelectorAll('table').length,
    }));
    expect(plots).toBe(10);
    // The legs have one too.
    expect(tables).toBe(11);
    const said = await panel.$eval('.intervals', (plot) => plot.getAttribute('aria-label')!);
    const row = await panel.$eval('table tbody tr', (one) =>
      [...one.children].map(({ textContent }) => textContent!),
    );
    expect(said).toContain(`${row[0]}: ${row[3]}, 95% interval ${row[4]}, ${row[6]}`);
    await panel.close();
  });

  test('shows another window when asked', async () => {
    const panel = await openPanel(minnow, 'Does the score predict?');
    const first = () => panel.$eval('.intervals', (plot) => plot.getAttribute('aria-label')!);
    expect(await first()).toContain('over the next 12 months');
    await panel.$$eval('.window button', (all) =>
      all.find(({ textContent }) => textContent === '1 month')!.click(),
    );
    await until(async () => (await first()).includes('over the next 1 month,'), 'the other window');
    await panel.close();
  });

  test('has tabs by the rules, each of which leads into its panel', async () => {
    const panel = await openPanel(minnow, 'Does the score predict?');
    const found = await panel.evaluate(() => {
      const tab = document.querySelector<HTMLElement>('[role=tablist] [role=tab][aria-selected=true]')!;
      const body = document.getElementById(tab.getAttribute('aria-controls')!)!;
      return {
        titles: [...document.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent),
        title: tab.textContent,
        role: body.getAttribute('role'),
        back: body.getAttribute('aria-labelledby') === tab.id,
      };
    });
    expect(found).toEqual({
      titles: ['Board', 'Track record'],
      title: 'Track record',
      role: 'tabpanel',
      back: true,
    });
    await panel.close();
  });

  test('is opened from the popup, under one honest sentence', async () => {
    const popup = await minnow.session.openExtensionPage('popup.html');
    const line = await until(
      () => popup.$eval('.record-line p', (one) => one.textContent).catch(() => ''),
      'the sentence',
    );
    expect(line).toMatch(
      /^In 26 years, months with a score of 40 to 60 were followed by small caps \d\.\d points (ahead of|behind) the S&P 500 after 12 months on average, 95% interval −\d+\.\d to \+\d+\.\d: (no evidence either way|too few to tell)\.$/,
    );
    expect(await axeFindings(popup)).toEqual([]);
    // The popup closes itself; here that would close its whole window, and the panel with it.
    await popup.evaluate(() => {
      window.close = () => {};
    });
    const tabs = await tabCount(minnow);
    await popup.click('.record-line button');
    await until(
      () =>
        minnow.session.hub.evaluate(() =>
          chrome.extension
            .getViews()
            .some(
              ({ location, document }) =>
                location.pathname === '/sidepanel.html' &&
                document.querySelector('[aria-selected=true]')?.id === 'tab-track-record',
            ),
        ),
      'the panel to open at the track record',
    );
    expect(await tabCount(minnow), 'beside the page, not in a tab').toBe(tabs);
    await popup.close();
  });
});

describe.each(BROWSERS)('the side panel in %s without its record', (browser) => {
  const minnow = useBrowser(browser, (folder) => rmSync(join(folder, 'data', 'track-record.jsonl')));

  test('says so, and so does the popup, which keeps its score', async () => {
    const panel = await openPanel(minnow, 'Minnow was installed without its track record.');
    expect(await axeFindings(panel)).toEqual([]);
    await panel.close();
    const popup = await minnow.session.openExtensionPage('popup.html');
    await until(
      async () => (await textOf(popup)).includes('without its track record'),
      'the popup to say so',
    );
    expect(await textOf(popup)).toContain('Rate cuts');
    await popup.close();
  });
});
