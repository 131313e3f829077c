import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOOK_FORM, EMPTY_BOOK } from '../../lib/alerts/book';
import { Alerts } from '../../lib/background/alerts';
import { type Form, readForm } from '../../lib/kept/form';
import { type Area, asideKey } from '../../lib/kept/kept';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { changeLive, LIVE_FORM, LIVE_KEY, readLiveKept } from '../../lib/settings/live';
import { SETTINGS_FORM } from '../../lib/settings/migrations';
import { createSettingsStore } from '../../lib/settings/store';
import { WATCHLIST_KEY } from '../../lib/watchlist/keys';
import { WATCHLIST_FORM } from '../../lib/watchlist/migrations';
import { createWatchlistStore } from '../../lib/watchlist/store';
import { memoryArea } from '../settings/area';

interface Store {
  key: string;
  form: Form<unknown>;
  /** What is wrong with what is kept, as the user is told. */
  problem(area: Area): Promise<string | undefined>;
  /** A change that the user may make. */
  change(area: Area): Promise<unknown>;
}

const alertsOn = (area: Area) =>
  new Alerts({
    area,
    kinds: async () => ({ signal: true, band: true, record: true, level: true }),
    watched: async () => [],
    state: async () => null,
    show: async () => {},
    now: () => 0,
  });

const STORES: Record<string, Store> = {
  settings: {
    key: SETTINGS_KEY,
    form: SETTINGS_FORM,
    problem: async (area) => (await createSettingsStore(area).read()).problem,
    change: (area) => createSettingsStore(area).change(() => ({ on: false })),
  },
  live: {
    key: LIVE_KEY,
    form: LIVE_FORM,
    problem: async (area) => (await readLiveKept(area)).problem,
    change: (area) => changeLive(area, { on: false }),
  },
  watchlist: {
    key: WATCHLIST_KEY,
    form: WATCHLIST_FORM,
    problem: async (area) => (await createWatchlistStore(area).read()).problem,
    change: (area) => createWatchlistStore(area).put({ ticker: 'SHAK', note: '', added: '2026-11-25' }),
  },
  alerts: {
    key: 'alerts',
    form: BOOK_FORM,
    problem: async (area) => (await alertsOn(area).history()).problem,
    change: (area) => alertsOn(area).clear(),
  },
};

const fixture = (name: string, version: number) =>
  join(import.meta.dirname, 'fixtures', `${name}-${version}.json`);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const versions = Object.entries(STORES).flatMap(([name, { form }]) =>
  Array.from({ length: form.version }, (_, i) => [name, i + 1] as const),
);

describe.each(Object.entries(STORES))('the store of %s', (name, { key, form, problem, change }) => {
  it('has a step from each version to the next, and a fixture of each', () => {
    expect(Object.keys(form.steps).map(Number)).toEqual(
      Array.from({ length: form.version - 1 }, (_, i) => i + 1),
    );
    for (let version = 1; version <= form.version; version++) {
      expect(existsSync(fixture(name, version))).toBe(true);
      expect(read(fixture(name, version)).version).toBe(version);
    }
  });

  it.each([
    [
      'from the future',
      { ...read(fixture(name, 1)), version: form.version + 1, more: { of: 'it' } },
      'newer Minnow',
    ],
    ['damaged', { ...read(fixture(name, 1)), version: 'one' }, ''],
    ['no record at all', ['EPAC'], ''],
  ])('that is %s is told of in words, and kept aside when something is changed', async (_, kept, words) => {
    const area = memoryArea({ [key]: kept });
    expect(await problem(area)).toContain(words || ' ');
    expect(area.kept).toEqual({ [key]: kept });
    await change(area);
    expect(area.kept[asideKey(key)]).toEqual([kept]);
    expect(readForm(form, area.kept[key])).toHaveProperty('value');
    expect(await problem(area)).toBeUndefined();
  });

  it('is written over by nobody who could not read it', async () => {
    const area = memoryArea({ [key]: read(fixture(name, 1)) });
    await change({ ...area, get: () => Promise.reject(new Error('I/O')) }).catch(() => {});
    expect(area.kept).toEqual({ [key]: read(fixture(name, 1)) });
  });
});

it.each(versions)('%s of version %i come whole to today’s', (name, version) => {
  const old = read(fixture(name, version));
  const now = readForm(STORES[name]!.form, old);
  expect('value' in now && now.value).toMatchObject({ ...old, version: STORES[name]!.form.version });
});

it('an empty store is no problem', async () => {
  for (const { problem } of Object.values(STORES)) expect(await problem(memoryArea())).toBeUndefined();
  expect(readForm(BOOK_FORM, EMPTY_BOOK)).toEqual({ value: EMPTY_BOOK });
});
