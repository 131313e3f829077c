import { type DBSchema, openDB } from 'idb';

export const KEYED = ['fred-api', 'tiingo', 'twelve-data', 'alpha-vantage'] as const;
export type Keyed = (typeof KEYED)[number];
export type Keys = Partial<Record<Keyed, string>>;

/**
 * The user's own keys, in a database of the extension's own: no page and no page script can open it, in any
 * browser, and an export of the options holds it only where the user asks for it.
 */
export interface KeyStore {
  read(): Promise<Keys>;
  /** An empty key is forgotten. */
  set(name: Keyed, key: string): Promise<void>;
}

interface Schema extends DBSchema {
  keys: { key: string; value: string };
}

export function indexedDbKeys(name = 'minnow-keys'): KeyStore {
  const open = () =>
    openDB<Schema>(name, 1, { upgrade: (database) => void database.createObjectStore('keys') }).catch(
      (error) => {
        // A newer Minnow made it: its keys are still keys, and stay where they are.
        if (error?.name !== 'VersionError') throw error;
        return openDB<Schema>(name);
      },
    );
  return {
    async read() {
      const database = await open();
      const kept = await Promise.all(
        KEYED.map(async (one) => [one, await database.get('keys', one)] as const),
      );
      database.close();
      return Object.fromEntries(kept.filter(([, key]) => key !== undefined));
    },
    async set(one, key) {
      const database = await open();
      if (key === '') await database.delete('keys', one);
      else await database.put('keys', key, one);
      database.close();
    },
  };
}
