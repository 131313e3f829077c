import 'fake-indexeddb/auto';
import { indexedDbKeys } from '../../lib/cache/keys';
import { Refresher, type World } from '../../lib/cache/refresh';
import { indexedDbStore } from '../../lib/cache/store';
import { openDataset, type ReadFile } from '../../lib/market/dataset';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';
import { DEFAULT_LIVE, type LiveSettings } from '../../lib/settings/live';
import { ProviderAnswers } from '../../scripts/lib/provider-answers';
import { ProviderServer } from '../../scripts/lib/provider-server';
import { readShipped } from '../background/market';

/** A Monday evening in New York, after the close. */
export const TODAY = parseDay('2026-11-23');
export const EVENING = inNewYork(TODAY, 18 * 60);
export const HOUR = 3_600_000;

let stores = 0;

/** Providers on a loopback port with the figures that ship, carried on to `TODAY`. */
export async function startProviders(): Promise<ProviderServer> {
  return ProviderServer.start(await ProviderAnswers.of(await openDataset(readShipped), TODAY));
}

/** A refresher on a store of its own, at a moment that a test sets. */
export function liveOn(server: ProviderServer, change: Partial<World> & { settings?: never } = {}) {
  const settings: LiveSettings = { ...DEFAULT_LIVE, on: true, bases: server.bases };
  const time = { now: EVENING };
  server.clock = () => time.now;
  const name = `live-${++stores}`;
  const seen = { changes: 0, errors: [] as unknown[] };
  let running: Promise<void> | undefined;
  const world: World = {
    store: indexedDbStore(name),
    keys: indexedDbKeys(`keys-${stores}`),
    readShipped: readShipped as ReadFile,
    settings: async () => settings,
    fetch: (url, init) => fetch(url, init),
    clock: () => time.now,
    random: () => 0,
    online: () => true,
    lock: async (work, wait) => {
      if (running && !wait) return;
      const before = running;
      const mine = (async () => {
        await before;
        await work();
      })();
      running = mine;
      await mine.finally(() => {
        if (running === mine) running = undefined;
      });
    },
    changed: () => void seen.changes++,
    report: (error) => seen.errors.push(error),
    timeoutMs: 20_000,
    perSecond: 1000,
    ...change,
  };
  return {
    name,
    world,
    settings,
    time,
    seen,
    live: new Refresher(world),
    /** The same device after its background script was stopped. */
    again: () => new Refresher(world),
  };
}

/** What is served now. */
export async function served(live: Refresher) {
  const dataset = await openDataset((await live.opened()).read);
  return { dataset, market: await dataset.market(), universe: await dataset.universe() };
}
