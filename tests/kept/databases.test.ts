import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openHeld } from '../../lib/cache/held';
import { indexedDbKeys } from '../../lib/cache/keys';
import { indexedDbStore, StoreFailed } from '../../lib/cache/store';

/** Brings a database to a version that this Minnow does not know, as a newer one would. */
async function toTheFuture(name: string): Promise<void> {
  const database = await openDB(name, 9, { upgrade: (one) => void one.createObjectStore('later') });
  database.close();
}
const readShipped = async () => Uint8Array.of(1);

describe('a database that a newer Minnow made', () => {
  it('of keys is still read and written: no key is lost', async () => {
    const keys = indexedDbKeys('keys-future');
    await keys.set('tiingo', 'mine');
    await toTheFuture('keys-future');
    expect(await keys.read()).toEqual({ tiingo: 'mine' });
    await keys.set('fred-api', 'more');
    expect(await keys.read()).toEqual({ tiingo: 'mine', 'fred-api': 'more' });
  });

  it('of fetched data is left as it is, and the reason is told', async () => {
    const before = indexedDbStore('data-future');
    await before.commit({
      manifest: Uint8Array.of(7),
      files: new Map([['a', Uint8Array.of(8)]]),
      states: [],
    });
    await toTheFuture('data-future');
    const store = indexedDbStore('data-future');
    const opened = await openHeld(store, readShipped);
    expect(opened).toMatchObject({ live: false, problem: expect.stringContaining('newer Minnow') });
    await expect(store.commit({ states: [], base: 'other' })).rejects.toThrow(StoreFailed);
    await expect(store.commit({ states: [], base: 'other' })).rejects.toThrow('newer Minnow');
    const database = await openDB('data-future');
    expect(await database.get('files', 'a')).toEqual(Uint8Array.of(8));
    database.close();
  });

  it('of fetched data goes when the user clears it, and the next is kept', async () => {
    await toTheFuture('data-cleared');
    const store = indexedDbStore('data-cleared');
    await expect(store.held()).rejects.toThrow('newer Minnow');
    await store.clear();
    await store.commit({ manifest: Uint8Array.of(7), states: [] });
    expect((await store.held())?.manifest).toEqual(Uint8Array.of(7));
  });
});
