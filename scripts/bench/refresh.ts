import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refresher } from '../../lib/cache/refresh';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';
import { DEFAULT_LIVE } from '../../lib/settings/live';
import { folderStore } from '../feed/folder-store';
import { ProviderAnswers } from '../lib/provider-answers';
import { ProviderServer } from '../lib/provider-server';
import { readDataset, readFileOf } from '../lib/read-dataset';
import { median, type Row } from './row';

const REPEATS = 5;
const DAY = parseDay('2026-11-23');

/** A refresh of the whole data set from loopback, against fetching the same answers and doing nothing with them. */
export async function refresh(): Promise<Row[]> {
  const server = await ProviderServer.start(await ProviderAnswers.of(await readDataset(), DAY));
  const now = () => inNewYork(DAY, 18 * 60);
  server.clock = now;
  try {
    const whole: number[] = [];
    const floor: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      server.log.length = 0;
      whole.push(await timed(() => refreshOnce(server, now)));
      const asked = [...server.log];
      const origin = new URL(server.bases.nasdaq).origin;
      floor.push(
        await timed(async () => {
          for (const { method, url, headers, body } of asked) {
            const type = { 'Content-Type': headers['content-type'] ?? 'text/plain' };
            const init = method === 'POST' ? { method, body, headers: type } : {};
            await (await fetch(origin + url, init)).arrayBuffer();
          }
        }),
      );
    }
    return [
      {
        name: 'refresh',
        what: 'refreshing the whole data set: fetched, checked, merged, read again / fetching the same answers',
        ratio: median(whole) / median(floor),
      },
    ];
  } finally {
    await server.close();
  }
}

async function refreshOnce(server: ProviderServer, now: () => number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'minnow-refresh-'));
  try {
    const refresher = new Refresher({
      store: await folderStore(folder),
      keys: { read: async () => ({}), set: async () => {} },
      readShipped: readFileOf(),
      settings: async () => ({ ...DEFAULT_LIVE, on: true, bases: server.bases }),
      fetch: (url, init) => fetch(url, init),
      clock: now,
      random: () => 0,
      online: () => true,
      lock: (work) => work(),
      changed: () => {},
      report: (error) => {
        throw error;
      },
      perSecond: 1000,
    });
    await refresher.run({ all: true });
    const { sources } = await refresher.status();
    if (sources.some(({ state }) => state !== 'fresh'))
      throw new Error('The refresh did not bring everything.');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
