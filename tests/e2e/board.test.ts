import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { countOf, fill, focused, openBoard, pressButton, rowsOf } from './board-page';
import { until, useBrowser } from './stage';

const ALL = /^(\d,\d{3}) companies · /;

/** Number of small caps that the line over the list tells. */
async function allOf(panel: Page): Promise<number> {
  return Number(ALL.exec(await countOf(panel))![1]!.replace(',', ''));
}

const text = (panel: Page) => panel.evaluate(() => document.body.textContent!);
const firstTicker = async (panel: Page) => (await rowsOf(panel))[0]?.ticker;

describe.each(BROWSERS)('the board in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('holds every small cap and draws those in view', async () => {
    const panel = await openBoard(minnow);
    await panel.setViewport({ width: 1300, height: 900 });
    const all = await allOf(panel);
    expect(all).toBeGreaterThan(1900);
    expect(await panel.$eval('[role=grid]', (grid) => grid.getAttribute('aria-rowcount'))).toBe(
      String(all + 1),
    );
    const rows = await rowsOf(panel);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.length).toBeLessThan(60);
    expect(rows.map(({ index }) => index)).toEqual(rows.map((_, i) => i + 2));
    const scores = rows.map(({ cells }) => Number(/\d+/.exec(cells.Score!)![0]));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(await text(panel)).toContain(
      'Scores as of Oct 5, 2026. Market values and last closes as of Aug 21, 2026.',
    );
    // Far down there are other rows, and no more of them.
    await panel.$eval('[role=grid]', (grid) => grid.scrollTo({ top: 40_000, behavior: 'instant' }));
    await until(async () => (await rowsOf(panel)).some(({ index }) => index > 900), 'rows far down');
    expect((await rowsOf(panel)).length).toBeLessThan(60);
    await panel.close();
  });

  test('is sorted by its heads and by a choice, and says so', async () => {
    const panel = await openBoard(minnow);
    await panel.setViewport({ width: 1300, height: 900 });
    const sortOf = (name: string) =>
      panel.$eval(`[role=columnheader]:has([title="${name}"])`, (head) => head.getAttribute('aria-sort'));
    expect(await sortOf('Score')).toBe('descending');
    await pressButton(panel, 'Value: Market value');
    await until(async () => (await countOf(panel)).endsWith('Market value: highest first'), 'the order');
    expect(await sortOf('Market value')).toBe('descending');
    expect(await sortOf('Score')).toBe('none');
    expect((await rowsOf(panel))[0]!.cells['Market value']).toMatch(/^\$\d+(\.\d+)?B$/);
    await pressButton(panel, 'Value: Market value');
    await until(async () => (await sortOf('Market value')) === 'ascending', 'the other order');
    expect((await rowsOf(panel))[0]!.cells['Market value']).toMatch(/^\$[\d.]+M$/);
    // A narrow list has the column that it is sorted by.
    await panel.setViewport({ width: 340, height: 800 });
    await fill(panel, 'Sort by', 'earnings-growth');
    await until(async () => (await countOf(panel)).includes('Earnings growth: highest first'), 'the choice');
    expect((await rowsOf(panel))[0]!.cells['Earnings growth']).toMatch(/^▲Fits 100$/);
    await panel.close();
  });

  test('finds a company by name and symbol, and says when nothing matches', async () => {
    const panel = await openBoard(minnow);
    await fill(panel, 'Search by name or symbol', 'enerpac');
    await until(async () => (await firstTicker(panel)) === 'EPAC', 'Enerpac');
    expect(await countOf(panel)).toMatch(/^1 of \d,\d{3} companies/);
    await fill(panel, 'Search by name or symbol', 'calm');
    await until(async () => (await firstTicker(panel)) === 'CALM', 'the symbol first');
    await fill(panel, 'Search by name or symbol', 'no such company');
    await until(async () => (await text(panel)).includes('No company matches.'), 'the words');
    expect(await axeFindings(panel)).toEqual([]);
    await pressButton(panel, 'Clear search and filters');
    await until(async () => ALL.test(await countOf(panel)), 'the whole list');
    await panel.close();
  });

  test('is filtered by score, sector, market value and factors together', async () => {
    const panel = await openBoard(minnow);
    await panel.setViewport({ width: 1300, height: 1000 });
    await pressButton(panel, 'Filters');
    await fill(panel, 'Score from', '50');
    await fill(panel, 'Sector', 'Industrials');
    await fill(panel, 'Market value from, $ million', '500');
    await fill(panel, 'Earnings multiple', 'supports');
    await until(async () => (await countOf(panel)).includes(' of '), 'fewer companies');
    const rows = await rowsOf(panel);
    expect(rows.length).toBeGreaterThan(3);
    for (const { cells } of rows) {
      expect(cells.Sector).toBe('Industrials');
      expect(Number(/\d+/.exec(cells.Score!)![0])).toBeGreaterThanOrEqual(50);
      expect(cells['Earnings multiple']).toMatch(/^▲Fits (6\d|[789]\d|100)$/);
      expect(cells['Market value']).toMatch(/^\$([\d.]+B|[5-9]\d\dM)$/);
    }
    expect(await text(panel)).toContain('Filters, 4 on');
    expect(await axeFindings(panel)).toEqual([]);
    await pressButton(panel, 'Clear all');
    await until(async () => ALL.test(await countOf(panel)), 'the whole list');
    await panel.close();
  });

  test('is worked by the keyboard alone', async () => {
    const panel = await openBoard(minnow);
    await panel.setViewport({ width: 1300, height: 900 });
    await panel.focus('[data-place="0:2"]');
    const [first, second] = await rowsOf(panel);
    await panel.keyboard.press('ArrowDown');
    expect(await focused(panel)).toContain(second!.ticker);
    await panel.keyboard.press('ArrowUp');
    await panel.keyboard.press('Home');
    expect(await focused(panel)).toBe(`Watch ${first!.ticker}`);
    const all = await allOf(panel);
    await panel.keyboard.down('Control');
    await panel.keyboard.press('End');
    await panel.keyboard.up('Control');
    const focusedRow = () =>
      panel.evaluate(() =>
        Number(document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')),
      );
    await until(async () => (await focusedRow()) === all + 1, 'the last row');
    await panel.keyboard.press('PageUp');
    await until(async () => (await focusedRow()) < all - 5, 'a screen up');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('Home');
    await panel.keyboard.up('Control');
    await until(async () => (await focusedRow()) === 2, 'the first row');
    // There is one stop for Tab in the grid.
    expect(await panel.$$eval('[role=grid] [tabindex="0"]', (all) => all.length)).toBe(1);
    await panel.keyboard.press('ArrowRight');
    await panel.keyboard.press('ArrowRight');
    await panel.keyboard.press('Enter');
    await until(() => panel.$('.board-detail .factors'), 'the card');
    await panel.keyboard.press('Escape');
    await until(async () => (await focused(panel)).includes(first!.ticker), 'the focus back in the list');
    expect(await panel.$('.board-detail')).toBeNull();
    await panel.close();
  });

  test('keeps the focus in the list when the row that has it goes', async () => {
    for (const ticker of ['CALM', 'PLUG']) {
      await minnow.session.sendToBackground({
        type: 'watchlist-put',
        entry: { ticker, note: '', added: '2026-11-25' },
      });
    }
    const panel = await openBoard(minnow);
    await pressButton(panel, 'Watchlist');
    await until(async () => (await countOf(panel)).startsWith('2 of '), 'the watched alone');
    const [first, second] = await rowsOf(panel);
    await panel.focus('[data-place="1:0"]');
    expect(await focused(panel)).toBe(`Watch ${second!.ticker}`);
    await panel.keyboard.press('Enter');
    await until(async () => (await focused(panel)) === `Watch ${first!.ticker}`, 'the focus on what is left');
    await panel.keyboard.press('Enter');
    await until(
      async () => (await text(panel)).includes('Nothing is on your watchlist yet.'),
      'the empty list',
    );
    await panel.close();
  });

  test('opens the full card of a row, with five years of closes as chart and table', async () => {
    const panel = await openBoard(minnow);
    await fill(panel, 'Search by name or symbol', 'EPAC');
    await until(async () => (await firstTicker(panel)) === 'EPAC', 'Enerpac');
    await panel.click('.board-name');
    const label = await until(
      () => panel.$eval('.board-detail canvas', (one) => one.getAttribute('aria-label')).catch(() => ''),
      'the chart',
    );
    expect(label).toMatch(
      /^5 years from Aug \d+, 2021 to Aug 21, 2026: EPAC [+−]\d+\.\d% and IWM [+−]\d+\.\d%$/,
    );
    expect(await panel.$$eval('.board-detail .factor', (all) => all.length)).toBe(10);
    expect(await panel.$$eval('.board-detail tbody tr', (all) => all.length)).toBeGreaterThan(55);
    await until(
      () =>
        panel.$eval('.board-detail canvas', (one) =>
          one
            .getContext('2d')!
            .getImageData(0, 0, one.width, one.height)
            .data.some((value) => value !== 0),
        ),
      'the chart to be drawn',
    );
    // A line under the pointer, with the day.
    const canvas = (await (await panel.$('.board-detail canvas'))!.boundingBox())!;
    await panel.mouse.move(canvas.x + 100, canvas.y + 50);
    const cursor = await until(() => panel.$('.chart-cursor'), 'the line under the pointer');
    expect(Math.abs((await cursor.boundingBox())!.x - canvas.x - 100)).toBeLessThan(5);
    await panel.close();
  });

  test('keeps what is watched, with its note and levels, and undoes', async () => {
    let panel = await openBoard(minnow);
    await fill(panel, 'Search by name or symbol', 'EPAC');
    await until(async () => (await firstTicker(panel)) === 'EPAC', 'Enerpac');
    await pressButton(panel, 'Watch EPAC');
    await until(() => panel.$('.board-star[aria-pressed=true]'), 'the star');
    await panel.click('.board-name');
    await until(() => panel.$('.watch-editor'), 'the editor');
    await fill(panel, 'Note', '=cheap?');
    await fill(panel, 'Price above, $', '50');
    await fill(panel, 'Price below, $', '60');
    await pressButton(panel, 'Save');
    await until(async () => (await text(panel)).includes('must be below the upper one'), 'the complaint');
    await fill(panel, 'Price below, $', '30.5');
    await pressButton(panel, 'Save');
    await until(async () => (await text(panel)).includes('Saved.'), 'it to be kept');
    expect(await axeFindings(panel)).toEqual([]);
    await panel.close();
    if (browser === 'chromium') await minnow.stopBackground();

    panel = await openBoard(minnow);
    await pressButton(panel, 'Watchlist');
    await until(async () => (await countOf(panel)).startsWith('1 of '), 'the watched alone');
    await panel.click('.board-name');
    await until(() => panel.$('.watch-editor'), 'the editor');
    const kept = await panel.$$eval('.watch-editor :is(textarea, input)', (all) =>
      all.map(({ value }) => value),
    );
    expect(kept).toEqual(['=cheap?', '50', '30.5']);
    await pressButton(panel, 'Remove EPAC from the watchlist');
    await until(async () => (await text(panel)).includes('EPAC is no longer watched.'), 'it to be gone');
    expect(await text(panel)).toContain('Nothing is on your watchlist yet.');
    await pressButton(panel, 'Watch EPAC again, with its note and levels');
    await until(async () => (await countOf(panel)).startsWith('1 of '), 'it to be back');
    const { watchlist } = await minnow.session.sendToBackground<{ watchlist: { entries: object[] } }>({
      type: 'watchlist-get',
    });
    expect(watchlist.entries).toMatchObject([{ ticker: 'EPAC', note: '=cheap?', above: 50, below: 30.5 }]);
    await panel.close();

    const options = await minnow.session.openExtensionPage('options.html');
    const shown = () => options.$eval('#watchlist', (one) => one.textContent!).catch(() => '');
    await until(
      async () => (await shown()).includes('above $50.00 and below $30.50'),
      'the options to list it',
    );
    await pressButton(options, 'Remove EPAC from the watchlist');
    await until(async () => (await shown()).includes('EPAC is no longer watched.'), 'it to be gone');
    await options.close();
  });

  test('compares four companies in one chart, and no fifth', async () => {
    const panel = await openBoard(minnow);
    await panel.setViewport({ width: 1200, height: 900 });
    await fill(panel, 'Sort by', 'capUsd');
    await until(async () => (await countOf(panel)).includes('Market value'), 'the order');
    const tickers = (await rowsOf(panel)).slice(0, 5).map(({ ticker }) => ticker);
    for (const ticker of tickers) {
      await panel.click(`[aria-label="Compare ${ticker}"]`);
    }
    await until(async () => (await text(panel)).includes('Four at most.'), 'the fifth to be refused');
    expect(await panel.$$eval('.board-box input', (all) => all.filter(({ checked }) => checked).length)).toBe(
      4,
    );
    await pressButton(panel, 'Show chart');
    const label = await until(
      () => panel.$eval('.board-detail canvas', (one) => one.getAttribute('aria-label')).catch(() => ''),
      'the chart',
    );
    for (const ticker of [...tickers.slice(0, 4), 'IWM'])
      expect(label).toMatch(new RegExp(`${ticker} [+−]?\\d`));
    expect(await panel.$$eval('.board-detail .chart-equal', (all) => all.length)).toBe(4);
    expect(await panel.$$eval('.board-detail thead th', (all) => all.length)).toBe(6);
    expect(await axeFindings(panel)).toEqual([]);
    await pressButton(panel, `Remove ${tickers[0]} from the comparison`);
    await until(async () => (await panel.$$('.board-detail .chart-equal')).length === 3, 'three');
    await panel.close();
  });

  test('exports what is seen as CSV and JSON', async () => {
    const panel = await openBoard(minnow);
    await panel.evaluate(() => {
      const kept: Promise<string>[] = [];
      Object.assign(globalThis, { exported: kept });
      URL.createObjectURL = (blob: Blob) => {
        kept.push(blob.text());
        return 'data:text/plain,';
      };
    });
    await fill(panel, 'Search by name or symbol', 'tool');
    await until(async () => (await rowsOf(panel)).some(({ ticker }) => ticker === 'EPAC'), 'Enerpac');
    const seen = (await rowsOf(panel)).map(({ ticker }) => ticker);
    await pressButton(panel, 'CSV');
    await pressButton(panel, 'JSON');
    const [csv, json] = await panel.evaluate(() =>
      Promise.all((globalThis as unknown as { exported: Promise<string>[] }).exported),
    );
    const rows = csvParse(csv!);
    expect(rows.map(({ ticker }) => ticker)).toEqual(seen);
    const parsed = JSON.parse(json!);
    expect(parsed.rows.map(({ ticker }: { ticker: string }) => ticker)).toEqual(seen);
    const [epac, same] = [
      rows.find(({ ticker }) => ticker === 'EPAC')!,
      parsed.rows.find(({ ticker }: { ticker: string }) => ticker === 'EPAC'),
    ];
    expect(Number(epac.score)).toBe(same.score);
    expect(epac.scoresAsOf).toBe('2026-10-05');
    expect(await text(panel)).toMatch(/compan(y|ies) written to minnow-board-2026-10-05\.json\./);
    await panel.close();
  });

  test('shows the companies on the page beside it, and says when there are none to read', async () => {
    const open = await minnow.open('article.html');
    const panel = await openBoard(minnow);
    await pressButton(panel, 'On this page');
    await until(async () => (await rowsOf(panel)).some(({ ticker }) => ticker === 'EPAC'), 'the page');
    const tickers = (await rowsOf(panel)).map(({ ticker }) => ticker);
    expect(tickers).toEqual(expect.arrayContaining(['EPAC', 'PRGS', 'ROCK', 'SXI', 'SHAK']));
    expect(tickers.length).toBeLessThan(20);
    await open.close();
    const blank = await minnow.session.newTab();
    await until(async () => (await text(panel)).includes('page of the browser itself'), 'why there is none');
    await blank.page.close();
    await panel.close();
  });

  test.each([
    ['light', 320],
    ['light', 1300],
    ['dark', 320],
    ['dark', 1300],
  ] as const)('holds to the rules in %s at %i px', async (theme, width) => {
    await minnow.set({ theme });
    const panel = await openBoard(minnow);
    await panel.setViewport({ width, height: 800 });
    await until(
      () => panel.$eval('html', (html, wanted) => html.dataset.theme === wanted, theme),
      'the look',
    );
    const small = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
          )
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
          .map((one) => one.outerHTML),
      );
    const isTooWide = () => panel.evaluate((limit) => document.documentElement.scrollWidth > limit, width);
    await pressButton(panel, 'Filters');
    expect(await axeFindings(panel)).toEqual([]);
    expect(await isTooWide()).toBe(false);
    expect(await small()).toEqual([]);
    await pressButton(panel, 'Filters');
    await panel.click('.board-name');
    await until(() => panel.$('.board-detail .factors'), 'the card');
    expect(await axeFindings(panel)).toEqual([]);
    expect(await isTooWide()).toBe(false);
    expect(await small()).toEqual([]);
    await panel.close();
  });
});

describe.each(BROWSERS)('the board in %s with damaged data', (browser) => {
  const minnow = useBrowser(browser, (folder) => {
    const shards = join(folder, 'data', 'companies');
    writeFileSync(join(shards, readdirSync(shards)[0]!), 'damaged');
  });

  test('says so, and shows the rest', async () => {
    const panel = await openBoard(minnow);
    await until(async () => (await text(panel)).includes('The market data are damaged'), 'the words');
    expect((await rowsOf(panel))[0]!.cells.Score).toMatch(/▲\d+/);
    expect(await axeFindings(panel)).toEqual([]);
    await panel.close();
  });
});
