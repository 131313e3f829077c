import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPages, type PageSource } from '../lib/pages';
import type { Session } from '../lib/session';
import { watch } from './main-thread';
import { median, type Row } from './row';
import { withSetups } from './setups';

const REPEATS = 3;
const SECONDS = 8;
/** Milliseconds after which Minnow knows that the page keeps changing. */
const SETTLE = 6000;
const LIMIT = 0.02;

const NAMES = [
  'Enerpac Tool Group (NYSE: EPAC)',
  'Progress Software (NASDAQ: PRGS)',
  'Upwork (NASDAQ: UPWK)',
  'Blackbaud (NASDAQ: BLKB)',
];

/** A table of quotes of which 50 cells a second change, some by new text and some by new nodes. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quotes</title><table></table><script>
  const names = ${JSON.stringify(NAMES)};
  const table = document.querySelector('table');
  for (let i = 0; i < 60; i++) {
    const row = table.insertRow();
    row.insertCell().textContent = names[i % names.length];
    for (let column = 0; column < 5; column++) row.insertCell().textContent = '10.00';
  }
  let tick = 0;
  setInterval(() => {
    const cell = table.rows[(tick * 7) % 60].cells[1 + (tick % 5)];
    const price = (10 + (tick % 100) / 10).toFixed(2);
    if (tick++ % 2) cell.textContent = price;
    else cell.firstChild.data = price;
  }, 20);
</script>`;

/** The share of the main thread that Minnow takes on a table that ticks 50 times a second. */
export async function ticking(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minnow-ticking-'));
  const file = join(folder, 'ticking.html');
  writeFileSync(file, PAGE);
  const [source] = findPages([file], process.cwd());
  try {
    return await withSetups(async ({ none, minnow }) => {
      const added: number[] = [];
      for (let i = 0; i < REPEATS; i++) {
        const without = await share(none, source!);
        added.push((await share(minnow, source!)) - without);
      }
      return [
        {
          name: 'ticking',
          what: 'share of the main thread that Minnow takes on a table ticking 50 times a second',
          ratio: median(added),
          limit: LIMIT,
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function share(session: Session, source: PageSource): Promise<number> {
  const tab = await watch(session);
  await tab.go(source);
  await sleep(SETTLE);
  const [before, start] = [await tab.worked(), performance.now()];
  await sleep(SECONDS * 1000);
  const worked = ((await tab.worked()) - before) / (performance.now() - start);
  await tab.page.close();
  return worked;
}
