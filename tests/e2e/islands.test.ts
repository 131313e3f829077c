import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, ensureBrowsers } from '../../scripts/lib/browsers';
import { type Session, startSession } from '../../scripts/lib/session';
import { buildIslands } from './apps/build';
import { openListening } from './complaints';
import { until, useBrowser } from './stage';

/** How long after it was loaded the page is taken over, milliseconds. */
const LATE = 3000;
const ISLANDS = ['react', 'preact', 'vue', 'svelte'];

/** Opens the page, has it taken over late, and presses each island's button. Answers what the page complained of. */
async function takeOver(session: Session, file: string): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openListening(session, file);
  await sleep(LATE);
  await page.evaluate(() => (window as unknown as { awaken(): void }).awaken());
  await sleep(300);
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) button.click();
  });
  await sleep(100);
  return { page, complaints: complaints() };
}

const presses = (page: Page) => page.$$eval('button', (all) => all.map((button) => button.textContent));

describe.each(BROWSERS)('parts of a page that a framework takes over late in %s', (browser) => {
  const minnow = useBrowser(browser);
  let bare: Session;
  beforeAll(async () => {
    bare = await startSession({ browser, program: ensureBrowsers([browser])[browser], headless: true });
  });
  afterAll(() => bare?.close());

  test('are taken over as without Minnow, and get their badges then', async () => {
    const file = await buildIslands();
    const without = await takeOver(bare, file);
    const { page, complaints } = await takeOver(minnow.session, file);
    expect(complaints).toEqual(without.complaints);
    expect(await presses(page)).toEqual(await presses(without.page));
    for (const id of ISLANDS)
      await until(() => page.$(`#${id} minnow-badges`), `a badge in the island of ${id}`);
    await without.page.close();
    await page.close();
  });
});
