import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { findPages } from '../lib/pages';
import { benchSession, openPage } from './bench-page';
import { median, type Row } from './row';

const REPEATS = 15;
/** A page of the extension with one script that does nothing. */
const EMPTY = 'empty.html';

interface Times {
  /** First frame in which the score stands there; on the empty page, the first frame with its script. */
  painted: number;
  /** First frame in which the small caps of the tab stand there, each to be clicked. */
  usable: number;
}

/** From opening the popup to its score and to its list, against an empty page of the extension opened in the same way. */
export async function popup(): Promise<Row[]> {
  const { session, close } = await benchSession((folder) => {
    writeFileSync(
      join(folder, EMPTY),
      '<!doctype html><title>Empty</title><script type="module" src="empty.js"></script>',
    );
    writeFileSync(join(folder, 'empty.js'), '');
  });
  try {
    await openPage(session, findPages([join('tests', 'pages', 'article.html')], process.cwd())[0]!);
    const page = await session.openExtensionPage(EMPTY);
    await page.evaluateOnNewDocument(noteTimes);
    const base = new URL('.', page.url()).href;
    const [empty, again, first]: [number[], Times[], Times[]] = [[], [], []];
    // Whatever is to be started first is started here, and not measured.
    await timesOf(page, `${base}popup.html`, '.found-row');
    for (let i = 0; i < REPEATS; i++) {
      empty.push((await timesOf(page, `${base}${EMPTY}`)).painted);
      again.push(await timesOf(page, `${base}popup.html`, '.found-row'));
      await page.evaluate(() => localStorage.clear());
      first.push(await timesOf(page, `${base}popup.html`, '.found-row'));
    }
    const floor = median(empty);
    const row = (name: string, what: string, times: number[], limit?: number): Row => ({
      name,
      what: `${what} / an empty page of the extension`,
      ratio: median(times) / floor,
      limit,
    });
    return [
      row(
        'popup-score',
        'popup opened to its score, as remembered from the last time',
        again.map(({ painted }) => painted),
        3,
      ),
      row(
        'popup-usable',
        'popup opened to the list of the tab’s small caps',
        again.map(({ usable }) => usable),
        5,
      ),
      row(
        'popup-first-score',
        'popup opened to its score, with nothing remembered',
        first.map(({ painted }) => painted),
        4,
      ),
    ];
  } finally {
    await close();
  }
}

async function timesOf(page: Page, url: string, list?: string): Promise<Times> {
  await page.goto(url);
  await page.waitForFunction(
    (selector) => {
      const { painted, usable } = globalThis as unknown as Partial<Times>;
      return painted !== undefined && (selector === undefined || usable !== undefined);
    },
    { polling: 20 },
    list,
  );
  return page.evaluate(() => {
    const { painted, usable } = globalThis as unknown as Times;
    return { painted, usable };
  });
}

/** Runs in the page before anything else does. Functions in it have no names: the loader would add to named ones. */
function noteTimes(): void {
  const noted = globalThis as unknown as Partial<Times>;
  const wanted: [keyof Times, string][] = location.pathname.endsWith('/empty.html')
    ? [['painted', 'script']]
    : [
        ['painted', '.score'],
        ['usable', '.found-row'],
      ];
  new MutationObserver(() => {
    for (const [name, selector] of wanted) {
      if (noted[name] !== undefined || !document.querySelector(selector)) continue;
      requestAnimationFrame(() => {
        noted[name] ??= performance.now();
      });
    }
  }).observe(document, { childList: true, subtree: true });
}
