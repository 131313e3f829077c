import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { extract } from '../../lib/detect/extract';
import type { Answer } from '../../lib/messages';
import { findPages } from '../lib/pages';
import type { Session, Tab } from '../lib/session';
import { benchSession, openPage } from './bench-page';
import { median, type Row } from './row';

declare const chrome: { storage: { session: { clear(): Promise<void> } } };

const REPEATS = 25;
const TEXT = 'Enerpac Tool Group Corp. (NYSE: EPAC) stands here.';
const LIMIT = 2;

export interface Setup {
  session: Session;
  tab: Tab;
  close(): Promise<void>;
}

/**
 * From a stopped background script to its first answer to a page: a scored one with the data set, against the
 * answer of the same extension without data. Once with nothing remembered, as after an installation or a restart
 * of the browser, and once with the scores that were computed before the browser stopped the idle script.
 */
export async function coldBackground(): Promise<Row[]> {
  const [full, empty] = await Promise.all([
    setUp(),
    setUp((folder) => rmSync(join(folder, 'data'), { recursive: true })),
  ]);
  try {
    await check(full, empty);
    const times = { fresh: [] as number[], known: [] as number[], without: [] as number[] };
    for (let i = 0; i < REPEATS; i++) {
      times.without.push(await coldAnswer(empty, true));
      times.fresh.push(await coldAnswer(full, true));
      times.known.push(await coldAnswer(full, false));
    }
    const without = median(times.without);
    return [
      {
        name: 'cold-background',
        what: 'first scored answer of a stopped background script with nothing remembered / the same without data',
        ratio: median(times.fresh) / without,
        limit: LIMIT,
      },
      {
        name: 'cold-background-again',
        what: 'first scored answer of a background script that was stopped when idle / the same without data',
        ratio: median(times.known) / without,
        limit: LIMIT,
      },
    ];
  } finally {
    await Promise.all([full.close(), empty.close()]);
  }
}

export async function setUp(change?: (folder: string) => void): Promise<Setup> {
  const { session, close } = await benchSession(change);
  const [page] = findPages([join('tests', 'pages', 'recipe.html')], process.cwd());
  return { session, close, tab: await openPage(session, page!) };
}

/** Makes sure that the answers are what this bench says they are. */
async function check(full: Setup, empty: Setup): Promise<void> {
  const [scored] = (await ask(full)).answer.facts;
  if (scored?.ticker !== 'EPAC' || scored.score === null) throw new Error('The background gave no score.');
  if ((await ask(empty)).answer.facts.length > 0) throw new Error('Without data there should be no answer.');
}

export async function coldAnswer(setup: Setup, forget: boolean): Promise<number> {
  await stopBackground(setup, forget);
  return (await ask(setup)).ms;
}

export function ask({ session, tab }: Setup): Promise<{ ms: number; answer: Answer<'resolve'> }> {
  const candidates = extract([{ text: TEXT, kind: 'prose' }], {
    url: tab.page.url(),
    symbols: [],
    title: '',
  });
  const update = {
    page: candidates.page,
    parts: 0,
    splices: [{ at: 0, remove: 0, add: [candidates.items] }],
  };
  return session.runInTab(
    tab.id,
    async (message) => {
      const start = performance.now();
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<Answer<'resolve'>> } };
      };
      const answer = await chrome.runtime.sendMessage(message);
      return { ms: performance.now() - start, answer };
    },
    { type: 'resolve', update },
  );
}

/** Stops the background script as the browser does when it is idle, and waits until it is gone. */
async function stopBackground({ session }: Setup, forget: boolean): Promise<void> {
  if (forget) await session.hub.evaluate(() => chrome.storage.session.clear());
  if (session.browser.targets().some((target) => target.type() === 'service_worker'))
    await session.stopBackground();
  const running = () => session.browser.targets().some((target) => target.type() === 'service_worker');
  while (running()) await sleep(10);
  await sleep(100);
}
