import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from '../lib/browsers';
import { findPages } from '../lib/pages';
import { type Session, startSession } from '../lib/session';
import { benchSession } from './bench-page';
import { watch } from './main-thread';
import { median, type Row } from './row';

const REPEATS = 7;

/** The least that an extension can do: once the page is idle, ask its background one thing and add one element. */
const BARE = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['*://*/*'], js: ['page.js'], run_at: 'document_start' }],
  }),
  'background.js':
    'chrome.runtime.onMessage.addListener((message, sender, respond) => { respond(message); return true; });',
  'page.js': `addEventListener('load', () => requestIdleCallback(async () => {
    await chrome.runtime.sendMessage({ text: document.body.textContent });
    document.body.append(document.createElement('bare-badge'));
  }, { timeout: 1500 }));`,
};

/** Milliseconds from the page's rest to the first badge, against a bare extension that makes the same round trip. */
export async function firstBadge(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minnow-bare-'));
  for (const [file, text] of Object.entries(BARE)) writeFileSync(join(folder, file), text);
  const bare = await startSession({
    browser: 'chromium',
    program: ensureBrowsers(['chromium']).chromium,
    headless: true,
  });
  const { session, close } = await benchSession();
  try {
    await bare.browser.installExtension(folder);
    const times = { minnow: [] as number[], bare: [] as number[] };
    for (let i = 0; i <= REPEATS; i++) {
      const minnow = await toFirst(session, 'minnow-badges');
      const least = await toFirst(bare, 'bare-badge');
      // The first time warms the background.
      if (i > 0) {
        times.minnow.push(minnow);
        times.bare.push(least);
      }
    }
    return [
      {
        name: 'first-badge',
        what: 'from the page’s rest to the first badge on the sample article / to the element of a bare extension',
        ratio: median(times.minnow) / median(times.bare),
      },
    ];
  } finally {
    await Promise.all([close(), bare.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function toFirst(session: Session, tag: string): Promise<number> {
  const tab = await watch(session);
  await tab.page.evaluateOnNewDocument((name) => {
    const seen = globalThis as unknown as { idleAt: number; badgeAt: number };
    addEventListener('load', () =>
      requestIdleCallback(() => (seen.idleAt = performance.now()), { timeout: 1500 }),
    );
    new MutationObserver(() => {
      if (document.querySelector(name)) seen.badgeAt ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  }, tag);
  await tab.go(findPages([join('tests', 'pages', 'article.html')], process.cwd())[0]!);
  await tab.page.waitForSelector(tag);
  const ms = await tab.page.evaluate(() => {
    const { idleAt, badgeAt } = globalThis as unknown as { idleAt: number; badgeAt: number };
    return Math.max(1, badgeAt - idleAt);
  });
  await tab.page.close();
  return ms;
}
