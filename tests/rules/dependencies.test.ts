import { describe, expect, test } from 'vitest';
import { dependencySizes } from '../../scripts/lib/dependency-size';
import { readTable } from '../../scripts/lib/dependency-table';
import { licenseTexts, productionTree, SHIPPED_TOOLS } from '../../scripts/lib/production-tree';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { importsOf, read } from './source';

const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0'];

const tree = productionTree();
const rows = readTable(read('docs/dependencies.md'));
const named = [...Object.keys(JSON.parse(read('package.json')).dependencies), ...SHIPPED_TOOLS].sort();

describe('the packages that ship', () => {
  test('are named as dependencies when a source of the extension imports them', () => {
    const imported = repositoryFiles()
      .filter((file) => /^(?:entrypoints|components|lib)\/.*\.tsx?$/.test(file))
      .flatMap(importsOf)
      .filter((path) => /^[@a-z]/.test(path))
      .map((path) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
    expect([...new Set(imported)].filter((name) => !named.includes(name))).toEqual([]);
  });

  test('have, in the whole tree, a license that may ship', () => {
    expect(tree.length).toBeGreaterThan(named.length);
    expect(tree.filter(({ license }) => !ALLOWED.includes(license))).toEqual([]);
  });

  test('are all told with their licenses inside the extension', () => {
    const texts = licenseTexts('.');
    for (const { name, version } of tree) expect(texts).toContain(`${name} ${version} (`);
    const bare = texts
      .split('\n----\n')
      .filter((text) => !/copyright|\(c\)|Mozilla Public License/i.test(text));
    expect(bare.map((text) => text.trim().split(' ')[0])).toEqual(SHIPPED_TOOLS);
  });
});

describe('docs/dependencies.md', () => {
  test('has one row for each, with its version and license', () => {
    const told = rows.map(({ name, version, license }) => ({ name, version, license }));
    const held = named.map((name) => {
      const { version, license } = tree.find((one) => one.name === name)!;
      return { name, version, license };
    });
    expect(told).toEqual(held);
  });

  test('says when each was published, and why it is there', () => {
    const bare = rows.filter(({ released, why }) => !/^\d{4}-\d{2}-\d{2}$/.test(released) || why.length < 20);
    expect(bare).toEqual([]);
  });

  test('names the licenses that may ship', () => {
    for (const license of ALLOWED) expect(read('docs/dependencies.md')).toContain(license);
  });

  test('tells sizes that still hold, within a fifth', async () => {
    const sizes = await dependencySizes(named);
    const off = rows.filter(({ name, minified, gzip }) => {
      const held = sizes.get(name)!;
      const far = (told: number, bytes: number) =>
        Math.abs(told - bytes / 1000) > Math.max(0.2, bytes / 5_000);
      return far(minified, held.minified) || far(gzip, held.gzip);
    });
    expect(off.map(({ name }) => name)).toEqual([]);
  }, 60_000);
});
