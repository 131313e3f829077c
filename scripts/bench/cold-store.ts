import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';
import type { LiveView } from '../../lib/messages';
import { ProviderAnswers } from '../lib/provider-answers';
import { ProviderServer } from '../lib/provider-server';
import { readDataset } from '../lib/read-dataset';
import type { Session } from '../lib/session';
import { ask, coldAnswer, type Setup, setUp } from './cold-background';
import { median, type Row } from './row';

const REPEATS = 15;
const DAY = parseDay('2026-11-23');

/**
 * With fetched data in the store: from a stopped background script to its first scored answer, against the answer of
 * one without data and the bare reading of the same bytes; and the memory it then holds, against those bytes.
 */
export async function coldStore(): Promise<Row[]> {
  const server = await ProviderServer.start(await ProviderAnswers.of(await readDataset(), DAY));
  server.clock = () => inNewYork(DAY, 18 * 60);
  const [live, empty] = await Promise.all([
    setUp(),
    setUp((folder) => rmSync(join(folder, 'data'), { recursive: true })),
  ]);
  try {
    const bytes = await fill(live.session, server);
    const times = { live: [] as number[], without: [] as number[], reading: [] as number[] };
    for (let i = 0; i < REPEATS; i++) {
      times.without.push(await coldAnswer(empty, true));
      times.reading.push(await readBytes(live.session));
      times.live.push(await coldAnswer(live, true));
    }
    const heap = await heapOf(live);
    return [
      {
        name: 'cold-store',
        what: 'first scored answer of a stopped background script from the store / one without data, and reading the same bytes',
        ratio: median(times.live) / (median(times.without) + median(times.reading)),
      },
      {
        name: 'memory',
        what: `heap of the background script after its first answer / the ${(bytes / 1e6).toFixed(1)} MB of the data set`,
        ratio: heap / bytes,
      },
    ];
  } finally {
    await Promise.all([live.close(), empty.close(), server.close()]);
  }
}

/** Refreshes until everything is there; answers its size in bytes. */
async function fill(session: Session, server: ProviderServer): Promise<number> {
  await session.sendToBackground({ type: 'live-set', patch: { on: true, bases: server.bases } });
  for (let tries = 0; tries < 5; tries++) {
    await session.sendToBackground({ type: 'live-refresh' });
    for (;;) {
      await sleep(300);
      const { status } = await session.sendToBackground<LiveView>({ type: 'live-get' });
      if (status.running) continue;
      if (status.sources.every(({ state }) => state === 'fresh')) return status.bytes;
      break;
    }
  }
  throw new Error('The data set could not be refreshed.');
}

/** Milliseconds to read every byte of the store, and nothing else. */
function readBytes(session: Session): Promise<number> {
  return session.hub.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        const opening = indexedDB.open('minnow-data');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('files').objectStore('files').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(performance.now() - start);
          };
        };
      }),
  );
}

/** Bytes that the background script's heap holds, its buffers included, once what is no longer used is gone. */
async function heapOf(setup: Setup): Promise<number> {
  if ((await ask(setup)).answer.facts[0]?.score == null) throw new Error('The background gave no score.');
  const target = setup.session.browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker();
  if (!worker) throw new Error('The background script is not running.');
  await worker.client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await worker.client.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usedSize + backingStorageSize;
}
