import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, ensureBrowsers } from '../../scripts/lib/browsers';
import { type Session, startSession } from '../../scripts/lib/session';
import { WHOLE } from '../whole';
import { APPS, type AppName, buildApp } from './apps/build';
import type { Run } from './apps/driver';
import { openListening } from './complaints';
import { until, useBrowser } from './stage';

const SEED = 20260;
const BATCHES = WHOLE ? 20 : 4;
const OPERATIONS = 500;
/** Milliseconds between two batches in which Minnow may read and paint. */
const PAUSE = 200;

interface Watched extends Run {
  /** What the page said on its console that it should not have. */
  complaints: string[];
}

/** Opens an app, puts selection and caret, waits for Minnow where it is, and runs the operations. */
async function watch(
  session: Session,
  file: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<Watched> {
  const { page, complaints } = await openListening(session, file);
  await page.evaluate(() => {
    document.querySelector('textarea')!.focus();
    document.querySelector('textarea')!.setSelectionRange(3, 9);
    const [before] = document.querySelectorAll('p');
    getSelection()!.setBaseAndExtent(before!.firstChild!, 5, before!.firstChild!, 30);
  });
  await ready(page);
  const run: Run = await page.evaluate(
    (...args) => (window as unknown as { drive(...args: number[]): Promise<never> }).drive(...args),
    SEED,
    BATCHES,
    OPERATIONS,
    PAUSE,
  );
  await page.close();
  return { ...run, complaints: complaints() };
}

describe.each(BROWSERS)('random operations with and without Minnow in %s', (browser) => {
  const minnow = useBrowser(browser);
  let bare: Session;
  beforeAll(async () => {
    const program = ensureBrowsers([browser])[browser];
    bare = await startSession({ browser, program, headless: true });
  });
  afterAll(() => bare?.close());

  // Windows of Firefox take the focus, and with it the selection, from each other.
  const side = browser === 'chromium' ? test.concurrent : test;
  side.each(Object.keys(APPS) as AppName[])('%s: the app cannot tell the difference', async (name) => {
    const file = await buildApp(name);
    const badges = (page: Page) => page.$$eval('minnow-badges', (all) => all.length);
    const [without, withMinnow] = await Promise.all([
      watch(bare, file, async () => undefined),
      watch(minnow.session, file, (page) => until(async () => (await badges(page)) > 0, 'the first badges')),
    ]);
    expect(without.checkpoints).toHaveLength(BATCHES);
    expect(without.withBadges).toBe(0);
    expect(withMinnow.withBadges).toBeGreaterThan(BATCHES / 2);
    for (const [i, checkpoint] of withMinnow.checkpoints.entries()) {
      expect(checkpoint, `after ${(i + 1) * OPERATIONS} operations`).toEqual(without.checkpoints[i]);
    }
    expect(withMinnow.complaints).toEqual(without.complaints);
  });
});
