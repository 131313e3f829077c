import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderName } from '../../lib/cache/bases';
import { allFiles } from '../../lib/cache/held';
import { KEYED, type Keys } from '../../lib/cache/keys';
import { Refresher } from '../../lib/cache/refresh';
import type { SourceStatus } from '../../lib/cache/status';
import { openDataset, type ReadFile } from '../../lib/market/dataset';
import { DEFAULT_LIVE, type LiveSettings, PRICE_SOURCES } from '../../lib/settings/live';
import { folderStore, STATE_FILE } from './folder-store';
import { type FeedSizes, publish } from './publish';

export interface FeedOptions {
  /** The data set that the first day continues. */
  readShipped: ReadFile;
  bases?: Partial<Record<ProviderName, string>>;
  keys?: Keys;
  clock?: () => number;
  report?: (error: unknown) => void;
  perSecond?: number;
}

/** Brings a feed's folder up to date from the providers, by the very code that runs in the extension. */
export async function buildFeed(
  folder: string,
  { readShipped, bases = {}, keys = {}, clock = Date.now, report = console.error, perSecond }: FeedOptions,
): Promise<{ sources: SourceStatus[]; sizes: FeedSizes }> {
  const store = await folderStore(folder);
  const keyed = PRICE_SOURCES.filter((name) => name !== 'yahoo' && keys[name]);
  const settings: LiveSettings = { ...DEFAULT_LIVE, on: true, bases, priceOrder: ['yahoo', ...keyed] };
  const refresher = new Refresher({
    store,
    keys: { read: async () => keys, set: async () => {} },
    readShipped,
    settings: async () => settings,
    fetch: (url, init) => fetch(url, init),
    clock,
    // One builder asks for all, so there is nothing to spread.
    random: () => 0,
    online: () => true,
    lock: (work) => work(),
    changed: () => {},
    report,
    ...(perSecond !== undefined && { perSecond }),
  });
  await refresher.run();
  const { sources } = await refresher.status();
  const { read } = await refresher.opened();
  // Opened once more, as a user's browser will.
  await (await openDataset(read)).market();
  const sizes = await publish(folder, await allFiles(read));
  writeFileSync(join(folder, STATE_FILE), store.state());
  return { sources, sizes };
}

/** Keys from the environment, e.g. MINNOW_KEY_TIINGO. */
export function keysFromEnvironment(): Keys {
  const name = (keyed: string) => `MINNOW_KEY_${keyed.toUpperCase().replaceAll('-', '_')}`;
  return Object.fromEntries(
    KEYED.flatMap((keyed) => {
      const key = process.env[name(keyed)];
      return key ? [[keyed, key]] : [];
    }),
  );
}
