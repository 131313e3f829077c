import { setTimeout as sleep } from 'node:timers/promises';
import type { TabReport } from '../../lib/messages';
import type { PageSource } from './pages';
import type { PageReport } from './report';
import { SavedPageServer } from './serve';
import type { Session, Tab } from './session';

/** Milliseconds. */
const LIMITS = {
  /** Until the document is there. */
  load: 30_000,
  /** For everything on one page. */
  page: 60_000,
  /** A page that never finishes loading is taken as loaded after this. */
  patience: 5_000,
  poll: 50,
};

/** How long nothing new may turn up before a page counts as read, milliseconds. */
const QUIET = 500;

/** A tab that is used for one page after another. */
export interface Visitor {
  session: Session;
  tab: Tab;
  visit(source: PageSource): Promise<PageReport>;
}

/**
 * Opens a tab that visits pages and reports what the extension found there, once it has read the page and nothing new
 * has turned up for `quiet` milliseconds.
 */
export async function openVisitor(session: Session, quiet = QUIET): Promise<Visitor> {
  const tab = await session.newTab();
  const { page } = tab;
  const server = await SavedPageServer.on(page);
  let errors: string[] = [];
  const note = (message: string) => {
    if (!errors.includes(message)) errors.push(message);
  };
  page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
  let crashed = false;
  page.on('error', (error) => {
    crashed = true;
    note(`The page crashed: ${error.message}`);
  });
  page.on('pageerror', (error) => {
    // Only what the extension's own scripts throw; a page's own errors are its own.
    const stack = error instanceof Error ? `${error.message} ${error.stack}` : String(error);
    if (/(?:chrome|moz)-extension:/.test(stack)) note(`An error in the extension on this page: ${stack}`);
  });

  async function visit(source: PageSource): Promise<PageReport> {
    const start = performance.now();
    errors = [];
    const timings: Record<string, number> = {};
    let found: TabReport | undefined;
    server.show(source);
    try {
      await open(source.url);
      timings.load = Math.round(performance.now() - start);
      found = await settled(start);
    } catch (error) {
      if (!session.browser.connected) throw new Error('it stopped');
      note(loadError(error));
    }
    for (const error of found?.errors ?? []) note(error);
    timings.total = Math.round(performance.now() - start);
    return {
      page: source.name,
      url: source.url,
      browser: session.name,
      mentions: (found?.mentions ?? []).map(({ id: _, frame: __, ...mention }) => mention),
      timings: { ...found?.timings, ...timings },
      errors,
    };
  }

  /** Opens a page; once more when the page sent itself elsewhere before it was there. */
  async function open(url: string): Promise<void> {
    const options = { waitUntil: 'domcontentloaded', timeout: LIMITS.load } as const;
    try {
      await page.goto(url, options);
    } catch (error) {
      if (!/interrupted/i.test(String(error))) throw error;
      await page.goto(url, options);
    }
  }

  /** The extension's report once it has read the page and nothing new turns up. */
  async function settled(start: number): Promise<TabReport | undefined> {
    let last: TabReport | undefined;
    let seen = '';
    let quietSince = performance.now();
    for (;;) {
      if (!session.browser.connected) throw new Error('it stopped');
      if (crashed) return last;
      const now = performance.now();
      if (now - start > LIMITS.page) {
        note(
          last
            ? 'The page kept changing; this is what had been found when its time was up.'
            : 'The extension gave no answer on this page before its time was up.',
        );
        return last;
      }
      const report = await within(session.reportOf(tab.id), start);
      if (report) last = report;
      const state = report
        ? JSON.stringify(report.mentions.map(({ ticker, surface }) => [ticker, surface]))
        : '';
      if (!report || state !== seen) quietSince = now;
      seen = state;
      const done = report?.timings.done !== undefined && now - quietSince >= quiet;
      if (done && (now - start > LIMITS.patience || (await isLoaded(start)))) return report;
      await sleep(LIMITS.poll);
    }
  }

  async function isLoaded(start: number): Promise<boolean> {
    return (
      (await within(
        page.evaluate(() => document.readyState === 'complete'),
        start,
      )) ?? false
    );
  }

  return { session, tab, visit };
}

/** The answer, or undefined when it fails or the page's time is up first. */
async function within<T>(promise: Promise<T>, start: number): Promise<T | undefined> {
  const left = new AbortController();
  const limit = sleep(Math.max(0, start + LIMITS.page - performance.now()), undefined, {
    signal: left.signal,
  });
  try {
    return await Promise.race([promise, limit.catch(() => undefined)]);
  } catch {
    return undefined;
  } finally {
    left.abort();
  }
}

function loadError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /timeout/i.test(message)
    ? `The page did not load within ${LIMITS.load / 1000} seconds.`
    : `The page could not be loaded: ${message.split('\n')[0]}`;
}
