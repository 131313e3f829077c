import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { findPages, type PageSource } from '../lib/pages';
import { SavedPageServer } from '../lib/serve';
import type { Session } from '../lib/session';

const SAVED = join('..', 'shared', 'pages');
/** Real pages of different kinds and sizes; the sample pages stand in where there are none. */
const REAL = [
  'article/fool_2014_7_top_stocks.html',
  'article/cnbc_2019_coty.html',
  'article/finviz_2025_news_page.html',
  'quote/yahoo_2026_SHOP.html',
  'screener/marketwatch_2019_market_summary.html',
  'screener/insidermonitor_2018_insider_sales.html',
  'filing/edgar_8k_buckle.html',
];

/** The page counts as idle when its main thread has worked less than this share for a while. */
const IDLE_SHARE = 0.03;
const LOOK = 400;
const PATIENCE = 15_000;

export function realPages(): PageSource[] {
  const given = existsSync(SAVED)
    ? REAL.map((file) => join(SAVED, file))
    : ['article', 'quote', 'watchlist'].map((name) => join('tests', 'pages', `${name}.html`));
  return findPages(given, process.cwd());
}

/** A page in a tab of its own, with a line to its process. */
interface Watched {
  /** The browser's number of the tab, as the extension knows it. */
  id: number;
  page: Page;
  client: CDPSession;
  /** Milliseconds that the main thread has worked for this tab so far. */
  worked(): Promise<number>;
  /** Waits until the main thread rests; answers what it has worked by then. */
  idle(): Promise<number>;
}

/** Opens an empty tab that serves saved pages. */
export async function watch(session: Session): Promise<Watched & { go(source: PageSource): Promise<void> }> {
  const { id, page } = await session.newTab();
  const server = await SavedPageServer.on(page);
  const client = await page.createCDPSession();
  // The processor's time: what other programs take meanwhile does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  async function worked(): Promise<number> {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  }
  async function idle(): Promise<number> {
    const deadline = performance.now() + PATIENCE;
    let before = await worked();
    for (;;) {
      await sleep(LOOK);
      const now = await worked();
      if (now - before < LOOK * IDLE_SHARE || performance.now() > deadline) return before;
      before = now;
    }
  }
  return {
    id,
    page,
    client,
    worked,
    idle,
    async go(source) {
      server.show(source);
      await page.goto(source.url, { timeout: 60_000 });
    },
  };
}
