import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { PARTS } from '../../components/options/transfer/parts';
import { readForm } from '../../lib/kept/form';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { changeLive, DEFAULT_LIVE, LIVE_FORM, LIVE_KEY } from '../../lib/settings/live';
import { SETTINGS_FORM } from '../../lib/settings/migrations';
import { createSettingsStore } from '../../lib/settings/store';
import { differences, imported, readFile, writeFile } from '../../lib/settings/transfer';
import { WATCHLIST_KEY } from '../../lib/watchlist/keys';
import { WATCHLIST_FORM } from '../../lib/watchlist/migrations';
import { writeWatchlist } from '../../lib/watchlist/store';
import { memoryArea } from '../settings/area';
import { CASES } from './cases';
import { changed, damaged } from './mutations';

/** Milliseconds; far more than a test takes. */
const PATIENCE = 120_000;

vi.mock('webextension-polyfill', () => ({ default: { runtime: {}, storage: {}, permissions: {} } }));

const KEY = 'tk-5f0c2d9a77b1';
const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'kept', 'fixtures', `${name}-1.json`), 'utf8'));
const KEPT = new Map<string, unknown>([
  ['options', DEFAULT_SETTINGS],
  ['live', DEFAULT_LIVE],
  ['watchlist', fixture('watchlist')],
  ['keys', { tiingo: KEY }],
]);
const FILE = new Map<string, unknown>([
  ['options', fixture('settings')],
  ['live', fixture('live')],
  ['watchlist', fixture('watchlist')],
  ['keys', { tiingo: KEY, 'fred-api': KEY }],
]);
const TEXT = writeFile(FILE, '2026-11-25');
const FULL = writeFile(new Map([...FILE, ['options', DEFAULT_SETTINGS]]), '2026-11-25');

const file = fc.oneof(
  damaged([TEXT, FULL, JSON.stringify(JSON.parse(TEXT))]),
  changed(JSON.parse(TEXT)).map((value) => JSON.stringify(value) ?? ''),
  changed(JSON.parse(FULL)).map((value) => JSON.stringify(value) ?? ''),
);

describe('a damaged file of options', () => {
  it(
    'is refused in words, or holds only what the schemas allow',
    () => {
      expect(readFile(TEXT, PARTS)).toHaveProperty('values');
      let read = 0;
      fc.assert(
        fc.property(file, (text) => {
          const answer = readFile(text, PARTS);
          if ('problem' in answer) {
            expect(answer.problem).toMatch(/^(?:[A-Z]|“).*\.\)?$/s);
            expect(answer.problem).not.toContain(KEY);
            return;
          }
          read++;
          for (const { key, schema } of PARTS) {
            if (answer.values.has(key)) expect(v.is(schema, answer.values.get(key)), key).toBe(true);
          }
          // What would be written in either way can be told before, and takes nothing from the lists that are kept.
          for (const mode of ['add', 'replace'] as const) {
            differences(PARTS, KEPT, imported(PARTS, KEPT, answer.values, mode));
          }
          const grown = imported(PARTS, KEPT, answer.values, 'add').get('watchlist') as
            | { entries: unknown[] }
            | undefined;
          if (grown) expect(grown.entries).toEqual(expect.arrayContaining(fixture('watchlist').entries));
        }),
        { numRuns: CASES.optionsFiles },
      );
      expect(read).toBeGreaterThan(CASES.optionsFiles / 50);
    },
    PATIENCE,
  );
});

describe('a change of what is kept', () => {
  it(
    'that is wrong changes nothing, and one that is right can be read again',
    async () => {
      const { version: _, ...patch } = DEFAULT_SETTINGS;
      await fc.assert(
        fc.asyncProperty(
          changed({ settings: patch, live: fixture('live'), watchlist: fixture('watchlist') }),
          async (value) => {
            const { settings, live, watchlist } = (value ?? {}) as {
              settings: object;
              live: object;
              watchlist: unknown;
            };
            const before = {
              [SETTINGS_KEY]: fixture('settings'),
              [LIVE_KEY]: fixture('live'),
              [WATCHLIST_KEY]: fixture('watchlist'),
            };
            const area = memoryArea(structuredClone(before));
            const answers = [
              [SETTINGS_KEY, SETTINGS_FORM, await createSettingsStore(area).change(() => settings)],
              [LIVE_KEY, LIVE_FORM, await changeLive(area, live)],
              [WATCHLIST_KEY, WATCHLIST_FORM, await writeWatchlist(area, watchlist)],
            ] as const;
            for (const [key, form, { error }] of answers) {
              if (error === undefined)
                expect(readForm<unknown>(form as never, area.kept[key])).toHaveProperty('value');
              else {
                expect(error).toMatch(/^(?:[A-Z]|[a-z]+\S* is missing).*\.$/s);
                expect(area.kept[key]).toEqual(before[key]);
              }
            }
            expect(Object.keys(area.kept).sort()).toEqual(Object.keys(before).sort());
          },
        ),
        { numRuns: CASES.patches },
      );
    },
    PATIENCE,
  );
});
