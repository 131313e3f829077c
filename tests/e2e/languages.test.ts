import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { hover, until, useBrowser } from './stage';

/** An extension as a browser of that language takes it, whichever languages the browser under test itself has. */
const speaking = (language: string) => (folder: string) => {
  const locales = join(folder, '_locales');
  for (const other of readdirSync(locales)) {
    if (other !== language) rmSync(join(locales, other), { recursive: true });
  }
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, default_locale: language }));
};

/** Texts that are cut off at an edge that does not scroll, or that reach out of the window. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement!;
      if (!text.textContent!.trim() || !parent.checkVisibility() || parent.closest('.unseen, select'))
        continue;
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      // The nearest edge that hides what is beyond it.
      let up: HTMLElement | null = parent;
      while (up && getComputedStyle(up).overflowX === 'visible') up = up.parentElement;
      const style = up && getComputedStyle(up);
      if (
        style &&
        (style.overflowX === 'auto' || style.overflowX === 'scroll' || style.textOverflow === 'ellipsis')
      ) {
        continue;
      }
      const edge = up ? up.getBoundingClientRect() : { left: 0, right: document.documentElement.clientWidth };
      if (left < edge.left - 1 || right > edge.right + 1)
        found.push(`${parent.className}: ${text.textContent}`);
    }
    return found;
  });

describe.each(BROWSERS)('German in %s', (browser) => {
  const minnow = useBrowser(browser, speaking('de'));

  test('the card on a page, with figures and dates in German form', async () => {
    const open = await minnow.open('article.html');
    const badge = await open.badge('Enerpac');
    expect(badge.label).toMatch(/^Enerpac Tool Group.*, Score \d+ von 100, (?:passt|gemischt|passt nicht)$/);
    await hover(open.page, badge);
    const card = await until(async () => {
      const seen = await open.card();
      return seen && seen.charts > 0 && seen;
    }, 'the card with its chart');
    expect(card.text).toContain('von 100');
    expect(card.text).toContain('Faktoren');
    expect(card.text).toContain('Keine Anlageberatung');
    // "12,3 %", "21. Aug. 2026"; nothing in the English form.
    expect(card.text).toMatch(/\d,\d\s%/);
    expect(card.text).toMatch(/\d{1,2}\. \p{L}+\.? 20\d\d/u);
    expect(card.text).not.toMatch(/\d\.\d+%|\b[A-Z][a-z]{2} \d{1,2}, 20\d\d|Not investment advice/);
    const { markup } = await open.cardSource();
    expect(markup).toMatch(/role="dialog"[^>]*lang="de"|lang="de"[^>]*role="dialog"/);
    await open.close();
  });

  test('the popup, which says its language', async () => {
    const popup = await minnow.session.openExtensionPage('popup.html');
    await popup.setViewport({ width: 360, height: 900 });
    const text = await until(async () => {
      const words = await popup.evaluate(() => document.body.textContent);
      return words?.includes('Zinssenkungen') && words;
    }, 'the signals');
    expect(text).toContain('Die These für Small Caps');
    expect(text).toMatch(/\d+ von 11 Signalen stützen Small Caps\./);
    expect(text).toMatch(/Kurse vom \d{1,2}\. \p{L}+\.? 20\d\d, \d+ Handelstage alt/u);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(await cutOff(popup)).toEqual([]);
    await popup.close();
  });

  test.each([
    ['options.html', 360, 'Datenschutz'],
    ['options.html', 1200, 'Datenschutz'],
    ['sidepanel.html', 400, 'Unternehmen'],
    ['welcome.html', 360, '5 Small Caps in diesem Text gefunden'],
    ['lookup.html', 360, 'nachschlagen'],
  ])('%s at %d pixels, with no text cut off', async (path, width, words) => {
    const page = await minnow.session.openExtensionPage(path);
    await page.setViewport({ width, height: 900 });
    await until(() => page.evaluate((word) => document.body.textContent.includes(word), words), words);
    if (path === 'sidepanel.html')
      await until(() => page.$('.board-row[aria-rowindex="2"]'), 'the first row');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(await cutOff(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});
