import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TabReport } from '../../lib/messages';
import { findPages, type PageSource } from '../lib/pages';
import { benchSession, openPage } from './bench-page';
import { median, type Row } from './row';

const REPEATS = 7;
const SAVED = '../shared/pages';

/** What the always-on script does to read the largest page there is, against a bare walk over its text nodes. */
export async function scan(): Promise<Row[]> {
  const page = largest(findPages([existsSync(SAVED) ? SAVED : 'tests/pages'], process.cwd()));
  const { session, close } = await benchSession();
  try {
    const reads: number[] = [];
    const walks: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const tab = await openPage(session, page);
      let timings: TabReport['timings'] = {};
      while (timings.done === undefined) {
        await sleep(200);
        ({ timings } = await session.reportOf(tab.id));
      }
      reads.push((timings.read ?? 0) + (timings.extract ?? 0));
      walks.push(await session.runInTab(tab.id, walk));
      await tab.page.close();
    }
    return [
      {
        name: 'scan',
        what: `reading ${page.name} in the page / a bare walk over its text nodes`,
        ratio: median(reads) / median(walks),
      },
    ];
  } finally {
    await close();
  }
}

function largest(pages: PageSource[]): PageSource {
  const size = ({ file }: PageSource) => statSync(file!).size;
  return pages.reduce((most, page) => (size(page) > size(most) ? page : most));
}

/** Runs in the tab: milliseconds to visit every text node once. */
function walk(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  const ms = performance.now() - start;
  return length >= 0 ? ms : 0;
}
