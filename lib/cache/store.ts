import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { t } from '../i18n';
import { readManifest } from '../market/manifest';
import type { SourceId, SourceState } from './state';

/** What the store holds of the data set: whole or not at all. */
export interface Held {
  manifest: Uint8Array;
  files: Map<string, Uint8Array>;
  /** Checksum of the list of parts of the data that came with the extension when this was begun. */
  base: string;
}

/** What one good answer changes, written in one transaction. */
export interface Commit {
  manifest?: Uint8Array;
  /** Files to be written, by name. */
  files?: ReadonlyMap<string, Uint8Array>;
  base?: string;
  states: SourceState[];
  /** Numbers of the SEC's filers by symbol. */
  ciks?: Map<string, number>;
  /** Milliseconds by which the servers' clocks are ahead of this computer's. */
  clockOff?: number;
}

/** Where live data and what is known of their sources are kept. */
export interface LiveStore {
  held(): Promise<Held | null>;
  ciks(): Promise<Map<string, number>>;
  clockOff(): Promise<number>;
  states(): Promise<Map<SourceId, SourceState>>;
  /** All or nothing. @throws StoreFailed */
  commit(change: Commit): Promise<void>;
  /** Forgets the data and asks every source anew. */
  clear(): Promise<void>;
  /** Size of what is kept, bytes. */
  bytes(): Promise<number>;
}

/** The browser did not keep something; the message says why, for the user. */
export class StoreFailed extends Error {
  override name = 'StoreFailed';
}

interface Schema extends DBSchema {
  files: { key: string; value: Uint8Array };
  meta: { key: string; value: Uint8Array | string | number | Map<string, number> };
  sources: { key: string; value: SourceState };
}

const NAME = 'minnow-data';
const VERSION = 1;

/**
 * The store in the browser's IndexedDB. A database that cannot be opened is made anew; one of a newer Minnow is left
 * as it is until the user clears it.
 */
export function indexedDbStore(name = NAME): LiveStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;

  const open = () =>
    openDB<Schema>(name, VERSION, {
      upgrade(database) {
        for (const store of ['files', 'meta', 'sources'] as const) database.createObjectStore(store);
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
      terminated() {
        opening = undefined;
      },
    });
  const database = () => {
    opening ??= open().catch(async (error) => {
      if (error?.name === 'VersionError') throw new StoreFailed(t('live.newerStore'), { cause: error });
      await deleteDB(name);
      return open();
    });
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };

  return {
    async held() {
      const transaction = (await database()).transaction(['files', 'meta']);
      const [files, meta] = [transaction.objectStore('files'), transaction.objectStore('meta')];
      const [names, bodies, manifest, base] = await Promise.all([
        files.getAllKeys(),
        files.getAll(),
        meta.get('manifest'),
        meta.get('base'),
      ]);
      if (!(manifest instanceof Uint8Array)) return null;
      return {
        manifest,
        files: new Map(names.map((file, i) => [file, bodies[i]!])),
        base: typeof base === 'string' ? base : '',
      };
    },

    async ciks() {
      const kept = await (await database()).get('meta', 'ciks');
      return kept instanceof Map ? kept : new Map();
    },

    async clockOff() {
      const kept = await (await database()).get('meta', 'clockOff');
      return typeof kept === 'number' ? kept : 0;
    },

    async states() {
      const kept = await (await database()).getAll('sources');
      return new Map(kept.map((state) => [state.id, state]));
    },

    async commit({ manifest, files, base, states, ciks, clockOff }) {
      let transaction: { abort(): void } | undefined;
      try {
        const writing = (await database()).transaction(['files', 'meta', 'sources'], 'readwrite', {
          durability: 'strict',
        });
        transaction = writing;
        // An abort is told by the writes as well.
        writing.done.catch(() => {});
        const meta = writing.objectStore('meta');
        const writes: Promise<unknown>[] = [];
        for (const [file, body] of files ?? []) writes.push(writing.objectStore('files').put(body, file));
        if (manifest) writes.push(meta.put(manifest, 'manifest'));
        if (base !== undefined) writes.push(meta.put(base, 'base'));
        if (clockOff !== undefined) writes.push(meta.put(clockOff, 'clockOff'));
        if (ciks) writes.push(meta.put(ciks, 'ciks'));
        for (const state of states) writes.push(writing.objectStore('sources').put(state, state.id));
        writes.push(writing.done);
        await Promise.all(writes);
      } catch (error) {
        try {
          transaction?.abort();
        } catch {
          // It has ended already.
        }
        if (error instanceof StoreFailed) throw error;
        throw new StoreFailed(isQuota(error) ? t('live.noRoom') : t('live.notKept'), { cause: error });
      }
    },

    async clear() {
      const opened = await database().catch((error) => {
        if (!(error instanceof StoreFailed)) throw error;
      });
      if (!opened) return deleteDB(name);
      const transaction = opened.transaction(['files', 'meta', 'sources'], 'readwrite');
      await Promise.all([
        transaction.objectStore('files').clear(),
        transaction.objectStore('meta').clear(),
        transaction.objectStore('sources').clear(),
        transaction.done,
      ]);
    },

    async bytes() {
      const manifest = await (await database()).get('meta', 'manifest');
      if (!(manifest instanceof Uint8Array)) return 0;
      // By the list of parts: the files themselves are read for nothing else.
      const parts = await readManifest(manifest).catch(() => []);
      return parts.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, manifest.length);
    },
  };
}

function isQuota(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'QuotaExceededError';
}
