import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { read } from './source';

const documents = repositoryFiles().filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(read('package.json'));

describe.each(documents)('%s', (file) => {
  const text = read(file);

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
    const gone = links.filter((link) => !existsSync(posix.join(posix.dirname(file), link)));
    expect(gone).toEqual([]);
  });

  test('names commands that there are', () => {
    const named = [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w-]*)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names files of the code that are there', () => {
    const named = [...text.matchAll(/`((?:lib|scripts|tests|components|entrypoints|docs)\/[\w./-]+\.\w+)`/g)]
      .map(([, path]) => path!)
      .filter((path) => !path.includes('NAME'));
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
