import { describe, expect, test } from 'vitest';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { read } from './source';

const files = repositoryFiles();
const isText = (file: string) => !/\.(?:bin|png|ico|woff2)$/.test(file);
const shipped = files.filter((file) => /^(?:entrypoints|components|lib)\/.*\.tsx?$/.test(file));

describe('the repository', () => {
  test('its top level holds the agreed names and nothing else', () => {
    const top = new Set(files.map((file) => file.split('/')[0]!).filter((name) => !name.startsWith('.')));
    expect([...top].filter((name) => !AGREED.includes(name))).toEqual([]);
  });

  test('no file names a place on one machine', () => {
    const found = files
      .filter(isText)
      .filter((file) => file !== 'tests/rules/repository.test.ts')
      .filter((file) => /(?:^|[\s"'`(=])\/(?:home|root|work|Users|tmp)\/[\w.-]/m.test(read(file)));
    expect(found).toEqual([]);
  });

  test('no package in the lock file comes from a named registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  test('versions of packages are exact', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  test('no source turns text into markup or code', () => {
    const forbidden =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment)\b|document\.write|\beval\(|new Function\b/;
    expect(shipped.filter((file) => forbidden.test(read(file)))).toEqual([]);
  });

  test('no test is skipped, singled out or left for later', () => {
    const tests = files.filter((file) => /\.test\.tsx?$/.test(file));
    const marked = tests.filter((file) =>
      /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b/.test(read(file)),
    );
    expect(marked).toEqual([]);
  });
});

const AGREED = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'NOTICE',
  'README.md',
  'components',
  'docs',
  'entrypoints',
  'lib',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'tests',
  'tsconfig.json',
  'wxt.config.ts',
];
