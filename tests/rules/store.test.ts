import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../../lib/sites';
import { BROWSERS } from '../../scripts/lib/browsers';
import { ensureBuilt } from '../../scripts/lib/build';
import { read, repositoryProviders } from './source';

/** The parts of a document by their headings of the second level. */
const partsOf = (file: string) =>
  new Map(
    read(file)
      .split(/^## /m)
      .slice(1)
      .map((part): [string, string] => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end).trim()];
      }),
  );

const listing = partsOf('docs/store/listing.md');
const permissions = partsOf('docs/store/permissions.md');

describe.each(BROWSERS)('the texts for the stores and the extension for %s', (browser) => {
  let manifest: Record<string, string[]>;
  let messages: Record<string, { message: string }>;
  beforeAll(() => {
    const folder = ensureBuilt(browser);
    const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    manifest = json('manifest.json');
    messages = json('_locales/en/messages.json');
  }, 120_000);

  test('give one name and one summary, within the stores’ limits', () => {
    expect(listing.get('Name')).toBe(messages.extName!.message);
    expect(listing.get('Summary')).toBe(messages.extDescription!.message);
    expect(listing.get('Name')!.length).toBeLessThanOrEqual(45);
    expect(listing.get('Summary')!.length).toBeLessThanOrEqual(132);
  });

  test('say of each permission what it is for', () => {
    const asked = [...manifest.permissions!, ...(manifest.optional_permissions ?? [])];
    expect(asked.filter((name) => (permissions.get(name) ?? '').length < 40)).toEqual([]);
    expect(manifest.host_permissions!.length).toBeGreaterThan(0);
    expect(permissions.has('Host permissions')).toBe(true);
    expect(permissions.get('Optional host permissions')).toContain(manifest.optional_host_permissions![0]);
  });
});

describe('the texts for the stores', () => {
  test('promise nothing and advise nothing', () => {
    const texts = [...listing.values()].join('\n');
    expect(texts).not.toMatch(
      /guarante|outperform|beat the market|get rich|should (?:buy|sell)|best|profit from/i,
    );
    expect(listing.get('Description')).toContain('not investment advice');
  });

  test('name no more sites than there are', () => {
    const [, told] = /on more than (\d+) finance sites/.exec(listing.get('Description')!)!;
    expect(sites.length).toBeGreaterThan(Number(told));
  });
});

describe('the privacy policy', () => {
  test('names every host that live data may ask, and no other', () => {
    const hosts = [...read('docs/privacy.md').matchAll(/`([a-z0-9.-]+\.[a-z]{2,3})`/g)].map(
      ([, host]) => host,
    );
    expect([...new Set(hosts)].toSorted()).toEqual(repositoryProviders());
  });
});

/** Width and height that a PNG file says it has. */
const sizeOf = (file: string) => {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the pictures for the stores', () => {
  test.each(['1-article', '2-quote-page', '3-popup', '4-side-panel', '5-options'])(
    '%s is of the size they take',
    (name) => {
      expect(sizeOf(`docs/store/pictures/${name}.png`)).toEqual([1280, 800]);
    },
  );

  test('the tile and the icons are too', () => {
    expect(sizeOf('docs/store/pictures/tile-440x280.png')).toEqual([440, 280]);
    for (const size of [16, 32, 48, 96, 128])
      expect(sizeOf(`public/icons/${size}.png`)).toEqual([size, size]);
  });
});
