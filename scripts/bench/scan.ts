import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TabReport } from '../../lib/messages';
import { findPages, type PageSource } from '../lib/pages';
import type { Session, Tab } from '../lib/session';
import { benchSession, openPage } from './bench-page';
import { median, type Row } from './row';

const SAVED = '../shared/pages';
/** The longest document and the longest table there are; the sample pages stand in for them. */
const PAGES = existsSync(SAVED)
  ? ['filing/edgar_10q_hubspot.html', 'screener/barchart_2016_russell2000.html'].map((file) =>
      join(SAVED, file),
    )
  : [join('tests', 'pages', 'article.html'), join('tests', 'pages', 'watchlist.html')];
const SMALL = join('tests', 'pages', 'recipe.html');
const REPEATS = 7;
/** A slow machine: the processor's time is stretched by this. */
const THROTTLE = 4;
/** Milliseconds from which a task is felt. */
const LONG = 50;
const TEXT = 'Then Upwork Inc. (Nasdaq: UPWK) fell 2%.';
const TWICE = 2;

/** What the page's script does to read the largest pages there are, against a bare walk over their texts and a peer. */
export async function scan(): Promise<Row[]> {
  const minnow = await benchSession();
  // The same browser with an extension that only walks the text when told to.
  const bare = await benchSession(withoutScripts);
  try {
    const rows: Row[] = [];
    for (const page of findPages(PAGES, process.cwd()))
      rows.push(...(await scanOf(page, minnow.session, bare.session)));
    rows.push(await change(minnow.session));
    return rows;
  } finally {
    await Promise.all([minnow.close(), bare.close()]);
  }
}

async function scanOf(page: PageSource, minnow: Session, bare: Session): Promise<Row[]> {
  const reads: number[] = [];
  const walks: number[] = [];
  const longest: number[] = [];
  const peers: number[] = [];
  const heaps = { minnow: [] as number[], bare: [] as number[] };
  let symbols: string[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const read = await openPage(minnow, page, THROTTLE);
    const { timings, mentions } = await whenRead(minnow, read);
    reads.push(timings.read!);
    longest.push(await read.page.evaluate(longestTask, timings.settled!));
    heaps.minnow.push(await heapOf(read));
    symbols = [...new Set(mentions.map(({ ticker }) => ticker))];
    await read.page.close();

    const walked = await openPage(bare, page, THROTTLE);
    await sleep(500);
    walks.push(await bare.runInTab(walked.id, walk));
    heaps.bare.push(await heapOf(walked));
    // mark.js changes the page, and so comes last
    if (i < 3 && symbols.length > 0) peers.push(await markJs(walked, symbols));
    await walked.page.close();
  }
  const name = page.name.replace(/^.*\//, '').replace('.html', '');
  const rows: Row[] = [
    {
      name: `scan ${name}`,
      what: 'reading the page up to what is asked of the background, 4x throttled / walking its texts',
      ratio: median(reads) / median(walks),
      limit: TWICE,
    },
    {
      name: `longest task ${name}`,
      what: 'longest task after the page has settled, 4x throttled / a task that is felt (50 ms)',
      ratio: median(longest) / LONG,
      limit: 1,
    },
    {
      name: `memory ${name}`,
      what: 'JavaScript memory of the tab / the same without Minnow',
      ratio: median(heaps.minnow) / median(heaps.bare),
    },
  ];
  if (peers.length > 0)
    rows.push({
      name: `mark.js ${name}`,
      what: `the same reading / mark.js with the page's ${symbols.length} symbols`,
      ratio: median(reads) / median(peers),
      limit: 1,
    });
  return rows;
}

/** The work after one added paragraph, on the largest page and on a small one. */
async function change(session: Session): Promise<Row> {
  const [large, small] = findPages([PAGES[0]!, SMALL], process.cwd());
  const work = async (source: PageSource): Promise<number> => {
    const tab = await openPage(session, source, THROTTLE);
    await whenRead(session, tab);
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      await session.runInTab(tab.id, append, `${TEXT} ${i}`);
      times.push(await followed(session, tab, i + 1));
    }
    await tab.page.close();
    return median(times);
  };
  return {
    name: 'change',
    what: 'work after a paragraph is added to the largest page / to a small one',
    ratio: (await work(large!)) / (await work(small!)),
    limit: TWICE,
  };
}

async function whenRead(session: Session, tab: Tab): Promise<TabReport> {
  for (;;) {
    const report = await session.reportOf(tab.id).catch(() => undefined);
    if (report?.timings.done !== undefined) return report;
    await sleep(100);
  }
}

/** Milliseconds of work for the last of `count` paragraphs added so far. */
async function followed(session: Session, tab: Tab, count: number): Promise<number> {
  for (;;) {
    await sleep(100);
    const { mentions, timings } = await session.reportOf(tab.id);
    const found = mentions.filter(
      ({ ticker, evidence }) => ticker === 'UPWK' && evidence === 'exchange',
    ).length;
    if (found >= count) return timings.follow!;
  }
}

/** Leaves the page alone until it is told to run something. */
function withoutScripts(folder: string): void {
  const file = join(folder, 'manifest.json');
  const { content_scripts: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest));
}

async function heapOf({ page }: Tab): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}

async function markJs({ page }: Tab, symbols: string[]): Promise<number> {
  await page.evaluate(readFileSync(join('node_modules', 'mark.js', 'dist', 'mark.min.js'), 'utf8'));
  return page.evaluate((list) => {
    const { Mark } = globalThis as unknown as {
      Mark: new (root: Element) => { markRegExp(pattern: RegExp): void };
    };
    // All in one pattern, which is its fastest way: word by word it takes minutes
    const pattern = new RegExp(`\\b(?:${list.map((word) => word.replace('/', '[./-]')).join('|')})\\b`, 'g');
    const start = performance.now();
    new Mark(document.body).markRegExp(pattern);
    return performance.now() - start;
  }, symbols);
}

/** Runs in the page: the longest task since a moment, in milliseconds; 0 when none was long. */
function longestTask(since: number): number {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'longtask', buffered: true });
  const tasks = [...observer.takeRecords(), ...performance.getEntriesByType('longtask')];
  return Math.max(0, ...tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration));
}

/** Runs in the tab: milliseconds to visit every text once. */
function walk(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  const ms = performance.now() - start;
  return length >= 0 ? ms : 0;
}

/** Runs in the tab. */
function append(text: string): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.append(paragraph);
}
