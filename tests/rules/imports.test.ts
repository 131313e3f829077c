import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { importsOf } from './source';

const sources = repositoryFiles().filter((file) => /\.tsx?$/.test(file));

/** Imports of the files in a folder, as paths from the top of the repository; packages keep their name. */
function importsIn(folder: string): { file: string; path: string }[] {
  const files = sources.filter((file) => file.startsWith(`${folder}/`));
  expect(files, `files in ${folder}`).not.toEqual([]);
  return files.flatMap((file) =>
    importsOf(file).map((path) => ({
      file,
      path: path.startsWith('.') ? posix.join(posix.dirname(file), path) : path,
    })),
  );
}

/** The imports that none of the folders, files or packages allows. */
function others(folder: string, allowed: string[]): string[] {
  return importsIn(folder)
    .filter(({ path }) => !allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
    .map(({ file, path }) => `${file} imports ${path}`);
}

const isLocal = (path: string) => /^(?:entrypoints|components|lib|tests|scripts)\//.test(path);

describe('imports point one way: entrypoints, then components and lib, then lib/thesis and lib/market, then lib/i18n', () => {
  test('lib/thesis takes from itself, lib/market and its texts, and one package for statistics', () => {
    expect(others('lib/thesis', ['lib/thesis', 'lib/market', 'lib/i18n', 'simple-statistics'])).toEqual([]);
  });

  test('lib/market takes from itself, its texts and packages that need no browser', () => {
    expect(others('lib/market', ['lib/market', 'lib/i18n', 'nyse-holidays', 'valibot'])).toEqual([]);
  });

  test.each([
    ['lib', ['lib']],
    ['components', ['components', 'lib']],
    ['entrypoints', ['entrypoints', 'components', 'lib']],
  ])('%s takes from %s', (folder, allowed) => {
    const wrong = others(folder, allowed).filter((line) => isLocal(line.split(' imports ')[1]!));
    expect(wrong).toEqual([]);
  });

  test('nothing that ships takes from tests or scripts', () => {
    const shipped = ['entrypoints', 'components', 'lib'].flatMap(importsIn);
    expect(shipped.filter(({ path }) => /^(?:tests|scripts)\//.test(path))).toEqual([]);
  });
});

describe('what ships stays small', () => {
  test('Chart.js is taken part by part', () => {
    const all = ['entrypoints', 'components', 'lib'].flatMap(importsIn);
    expect(all.filter(({ path }) => path === 'chart.js/auto')).toEqual([]);
  });

  test('the content side takes no package at all', () => {
    const packages = [...importsIn('lib/overlay'), ...importsIn('lib/sites')].filter(
      ({ path }) => !isLocal(path),
    );
    expect(packages).toEqual([]);
  });
});
