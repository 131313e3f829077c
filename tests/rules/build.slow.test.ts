import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { ensureBuilt } from '../../scripts/lib/build';
import { LIMITS_KB, loadedKb } from '../../scripts/lib/surface-sizes';

const KB = 1024;

/** Bytes that a zip archive spends on one file besides its packed content, at most. */
const ZIP_ENTRY = 200;

describe.each(BROWSERS)('the extension built for %s', (browser) => {
  let folder: string;
  let files: string[];
  beforeAll(() => {
    folder = ensureBuilt(browser);
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(folder, file)).isFile(),
    );
  }, 120_000);

  test('puts at most 30 KB, 12 KB packed, into every page', () => {
    const { content_scripts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const scripts = content_scripts.flatMap(({ js }: { js: string[] }) => js);
    const bytes = Buffer.concat(scripts.map((file: string) => readFileSync(join(folder, file))));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.length).toBeLessThanOrEqual(30 * KB);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(12 * KB);
  });

  test('loads no more for a page or script than stated, packed', () => {
    const entries = readdirSync(folder).filter((file) => /\.(?:html|js)$/.test(file));
    expect(entries).toEqual(
      expect.arrayContaining(['background.js', 'card.js', 'popup.html', 'options.html']),
    );
    const over = entries
      .map((entry) => ({ entry, kb: loadedKb(folder, entry), limit: LIMITS_KB[entry] ?? 0 }))
      .filter(({ kb, limit }) => kb > limit);
    expect(over).toEqual([]);
  });

  test('carries a data set of at most 2.5 MB packed', () => {
    const data = files.filter((file) => file.startsWith('data'));
    const packed = data.map((file) => deflateRawSync(readFileSync(join(folder, file))).length + ZIP_ENTRY);
    expect(packed.length).toBeGreaterThan(0);
    expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(2.5 * KB * KB);
  });

  test('turns no text into markup or code', () => {
    const forbidden =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|document\.write|\beval\(|new Function\b|\bFunction\(/;
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((file) => forbidden.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });

  test('connects, where the user turned live data on, only encrypted or to this machine', () => {
    const { content_security_policy } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const [, connect] = /connect-src ([^;]*);/.exec(content_security_policy.extension_pages)!;
    // A feed or a proxy may have any address, so the policy cannot name hosts; the browser asks for each of them.
    expect(connect!.split(' ')).toEqual(["'self'", 'https:', 'http://127.0.0.1:*', 'http://localhost:*']);
  });

  test('may read no source of data before the user lets it', () => {
    const { host_permissions, optional_host_permissions, content_scripts } = JSON.parse(
      readFileSync(join(folder, 'manifest.json'), 'utf8'),
    );
    const pages = content_scripts.flatMap(({ matches }: { matches: string[] }) => matches);
    expect(host_permissions.filter((host: string) => !pages.includes(host))).toEqual([]);
    expect(optional_host_permissions).toEqual(['*://*/*']);
  });
});
