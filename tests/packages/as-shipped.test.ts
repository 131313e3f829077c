import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserName, ensureBrowsers } from '../../scripts/lib/browsers';
import { seeBadges, seeCard } from '../../scripts/lib/in-page';
import { type PackedBrowser, unpackedPackage } from '../../scripts/lib/packages';
import { findPages } from '../../scripts/lib/pages';
import { SavedPageServer } from '../../scripts/lib/serve';
import { type Session, startSession } from '../../scripts/lib/session';
import { openVisitor } from '../../scripts/lib/visit';
import { hover, until } from '../e2e/stage';

const PACKAGES: [PackedBrowser, BrowserName][] = [
  ['chrome', 'chromium'],
  ['edge', 'chromium'],
  ['firefox', 'firefox'],
];

// Nothing is changed in these, not even the sites that they may read.
describe.each(PACKAGES)('the package for %s, as it is shipped, in %s', (packed, browser) => {
  let folder: string;
  let session: Session;
  beforeAll(async () => {
    folder = unpackedPackage(packed);
    const program = ensureBrowsers([browser])[browser];
    session = await startSession({ browser, program, extension: folder, headless: true });
  });
  afterAll(() => session?.close());

  test('shows badges on a page of a site that it reads, and a card with a chart', async () => {
    const { tab, visit } = await openVisitor(session);
    const report = await visit(findPages(['tests/pages/article.html'], process.cwd())[0]!);
    expect(report.errors).toEqual([]);
    const badges = () => session.runInTab(tab.id, seeBadges);
    const badge = await until(async () => (await badges())[0], 'a badge');
    await hover(tab.page, badge);
    const card = await until(async () => {
      const seen = await session.runInTab(tab.id, seeCard);
      return seen && seen.charts > 0 && seen;
    }, 'a card with a chart');
    expect(card.factors).toBeGreaterThan(0);
    await tab.page.close();
  });

  test('leaves a page alone that it was given no access to', async () => {
    const { page } = await session.newTab();
    const server = await SavedPageServer.on(page);
    const [article] = findPages(['tests/pages/article.html'], process.cwd());
    server.show({ ...article!, url: 'https://elsewhere.example/article' });
    await page.goto('https://elsewhere.example/article', { waitUntil: 'domcontentloaded' });
    await sleep(2_000);
    expect(await page.evaluate(() => document.body.textContent.includes('Enerpac'))).toBe(true);
    expect(await page.evaluate(() => document.querySelectorAll('minnow-badges').length)).toBe(0);
    await page.close();
  });

  test('opens each of its own pages', async () => {
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
    expect(pages).toContain('popup.html');
    for (const file of pages) {
      const page = await session.openExtensionPage(file);
      await until(() => page.evaluate(() => document.querySelector('main, h1, h2') !== null), file);
      await page.close();
    }
  });
});
