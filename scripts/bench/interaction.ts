import { setTimeout as sleep } from 'node:timers/promises';
import type { PageSource } from '../lib/pages';
import type { Session } from '../lib/session';
import { realPages, watch } from './main-thread';
import { median, type Row } from './row';
import { withSetups } from './setups';

const REPEATS = 3;
/** A device four times as slow as this one. */
const THROTTLE = 4;
/** Events shorter than this are not reported by the browser, milliseconds. */
const SHORTEST = 16;
const WORDS = 'Enerpac Tool Group EPAC';

interface Felt {
  /** The longest interaction, from the event to the next frame, milliseconds. */
  inp: number;
  /** Milliseconds in tasks beyond 50 ms each. */
  blocked: number;
  /** What the main thread worked, milliseconds. */
  worked: number;
}

/** Scrolling, typing and clicking on a slow device, with Minnow against without. */
export function interaction(): Promise<Row[]> {
  return withSetups(async ({ none, minnow }) => {
    const all = { without: [] as Felt[], withMinnow: [] as Felt[] };
    for (const source of realPages().slice(0, 4)) {
      for (let i = 0; i < REPEATS; i++) {
        all.without.push(await feel(none, source));
        all.withMinnow.push(await feel(minnow, source));
      }
    }
    const ratio = (of: (felt: Felt) => number) =>
      median(all.withMinnow.map(of)) / median(all.without.map(of));
    const how = 'while scrolling, typing and clicking at 4x throttling: with Minnow / without an extension';
    return [
      { name: 'interaction-inp', what: `longest interaction ${how}`, ratio: ratio(({ inp }) => inp) },
      {
        name: 'interaction-blocked',
        // A base of one long task, since many pages have none.
        what: `time in long tasks, and 50 ms, ${how}`,
        ratio: ratio(({ blocked }) => blocked + 50),
      },
      {
        name: 'interaction-work',
        what: `work of the main thread ${how}`,
        ratio: ratio(({ worked }) => worked),
      },
    ];
  });
}

async function feel(session: Session, source: PageSource): Promise<Felt> {
  const tab = await watch(session);
  const { page, client } = tab;
  await tab.go(source);
  await tab.idle();
  await page.evaluate((shortest) => {
    const felt = { inp: shortest, blocked: 0 };
    Object.assign(window, { felt });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) felt.inp = Math.max(felt.inp, duration);
    }).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) felt.blocked += duration - 50;
    }).observe({ type: 'longtask' });
    const field = document.createElement('textarea');
    field.id = 'bench-field';
    field.style.cssText = 'position: fixed; left: 0; bottom: 0';
    document.body.append(field);
  }, SHORTEST);
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const before = await tab.worked();
  await page.mouse.move(600, 400);
  for (let i = 0; i < 12; i++) {
    await page.mouse.wheel({ deltaY: 500 });
    await sleep(60);
  }
  await page.evaluate(() => document.getElementById('bench-field')!.focus());
  await page.keyboard.type(WORDS, { delay: 30 });
  for (let i = 0; i < 5; i++) {
    // The field takes the clicks, so that no link of the page is followed.
    const box = await (await page.$('#bench-field'))!.boundingBox();
    await page.mouse.click(box!.x + 20 + i, box!.y + 10);
    await sleep(60);
  }
  await sleep(500);
  const worked = (await tab.worked()) - before;
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const felt = await page.evaluate(
    () => (window as unknown as { felt: { inp: number; blocked: number } }).felt,
  );
  await page.close();
  return { ...felt, worked };
}
