import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seeBadges } from '../lib/in-page';
import { findPages } from '../lib/pages';
import { benchSession } from './bench-page';
import { watch } from './main-thread';
import { median, type Row } from './row';

const REPEATS = 7;
/** How long the pointer rests on a badge before its card opens, milliseconds. */
const DWELL = 300;
/** How long the card may take from then, milliseconds. */
const TARGET = 100;
/** A card that has its chart and factors is at least this high, CSS pixels. */
const FULL = 250;

/** From the end of the pointer's rest to the full card, against the time that is meant for it. */
export async function cardOpen(): Promise<Row[]> {
  const { session, close } = await benchSession();
  try {
    const first: number[] = [];
    const again: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const tab = await watch(session);
      await tab.page.evaluateOnNewDocument((full) => {
        const seen = globalThis as unknown as { cameAt: number; openAt: number };
        addEventListener('pointermove', () => {
          seen.cameAt = performance.now();
          seen.openAt = 0;
        });
        const sizes = new ResizeObserver(([entry]) => {
          if (entry!.contentRect.height > full && !seen.openAt) seen.openAt = performance.now();
        });
        new MutationObserver((records) => {
          for (const { addedNodes } of records)
            for (const node of addedNodes)
              if (node.nodeName === 'MINNOW-CARD') sizes.observe(node as Element);
        }).observe(document, { childList: true, subtree: true });
      }, FULL);
      await tab.go(findPages([join('tests', 'pages', 'article.html')], process.cwd())[0]!);
      await tab.page.waitForSelector('minnow-badges');
      await tab.idle();
      for (const times of [first, again]) {
        const [badge] = await session.runInTab(tab.id, seeBadges);
        await tab.page.mouse.move(badge!.x + badge!.width / 2, badge!.y + badge!.height / 2);
        await tab.page.waitForFunction(() => (globalThis as unknown as { openAt: number }).openAt > 0);
        times.push(
          await tab.page.evaluate(() => {
            const { cameAt, openAt } = globalThis as unknown as { cameAt: number; openAt: number };
            return openAt - cameAt;
          }),
        );
        await tab.page.mouse.move(5, 5);
        await sleep(700);
      }
      await tab.page.close();
    }
    const beyond = (times: number[]) => Math.max(0, median(times) - DWELL) / TARGET;
    return [
      {
        name: 'card-open',
        what: `from the end of the pointer’s rest to the full card, first in its tab / ${TARGET} ms`,
        ratio: beyond(first),
      },
      {
        name: 'card-open-again',
        what: `the same once the card’s script is in the tab / ${TARGET} ms`,
        ratio: beyond(again),
        limit: 1,
      },
    ];
  } finally {
    await close();
  }
}
