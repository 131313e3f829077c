import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKSUMS, PACKAGES_FOLDER, PACKED, packageFile, unpack, unzip } from '../../scripts/lib/packages';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { WHOLE } from '../whole';

/** The packages that stand in .output, which the step "packages" has just made. */
const checksums = () => readFileSync(join(PACKAGES_FOLDER, CHECKSUMS), 'utf8');

/** Makes the packages in a folder by the command that a reviewer is told. */
function zipIn(folder: string): string {
  const run = spawnSync(process.execPath, [join('scripts', 'run.mjs'), 'zip'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return readFileSync(join(folder, PACKAGES_FOLDER, CHECKSUMS), 'utf8');
}

const textFiles = (contents: Record<string, Uint8Array>) =>
  Object.entries(contents)
    .filter(([path]) => !/\.(?:bin|png)$/.test(path))
    .map(([path, bytes]) => ({ path, text: Buffer.from(bytes).toString('utf8') }));

describe('the packages', () => {
  let elsewhere: string;
  beforeAll(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'minnow-sources-'));
    unpack(packageFile('sources'), elsewhere);
    symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'));
  });
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  test('are three, with the sources, and each has its checksum', () => {
    const named = checksums()
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(66));
    expect(named.map((file) => join(PACKAGES_FOLDER, file))).toEqual(
      [...PACKED, 'sources' as const].map(packageFile),
    );
  });

  test.runIf(WHOLE)(
    'are byte for byte the same when made again',
    () => {
      const before = checksums();
      expect(zipIn('.')).toBe(before);
    },
    300_000,
  );

  test('are byte for byte the same when built elsewhere, from nothing but the sources archive', () => {
    expect(zipIn(elsewhere)).toBe(checksums());
  }, 300_000);

  test('hold nothing but what the extension needs', () => {
    for (const browser of PACKED) {
      const kinds = new Set(
        Object.keys(unzip(packageFile(browser))).map((path) => path.replace(/[^/]*$/, '').split('/')[0]!),
      );
      expect([...kinds].sort()).toEqual(['', '_locales', 'assets', 'chunks', 'data', 'icons']);
    }
  });

  test('tell nothing of the machine or the person that made them', () => {
    const telling = [resolve('.'), `${homedir()}/`, `/home/${userInfo().username}/`];
    for (const browser of PACKED) {
      const found = textFiles(unzip(packageFile(browser))).filter(({ text }) =>
        telling.some((path) => text.includes(path)),
      );
      expect(found.map(({ path }) => path)).toEqual([]);
    }
  });

  test('carry no source maps and the licenses of what they are made from', () => {
    for (const browser of PACKED) {
      const contents = unzip(packageFile(browser));
      expect(Object.keys(contents).filter((path) => path.endsWith('.map'))).toEqual([]);
      const scripts = textFiles(contents).filter(({ path }) => path.endsWith('.js'));
      expect(scripts.filter(({ text }) => text.includes('sourceMappingURL'))).toEqual([]);
      const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
      const licenses = Buffer.from(contents['licenses.txt']!).toString('utf8');
      for (const name of Object.keys(dependencies)) expect(licenses).toContain(`\n${name} `);
    }
  });

  test('have the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const browser of PACKED) {
      const manifest = unzip(packageFile(browser))['manifest.json']!;
      expect(JSON.parse(Buffer.from(manifest).toString('utf8')).version).toBe(version);
    }
  });

  test('the sources are the files of the repository, no more and no fewer', () => {
    const packed = unzip(packageFile('sources'));
    expect(Object.keys(packed)).toEqual(repositoryFiles());
    for (const [path, bytes] of Object.entries(packed)) {
      expect(Buffer.compare(readFileSync(path), bytes), path).toBe(0);
    }
  });
});
