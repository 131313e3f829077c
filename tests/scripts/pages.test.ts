import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentType } from '../../scripts/lib/content-type';
import { fileBeside, findPages } from '../../scripts/lib/pages';

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minnow-pages-'));
  mkdirSync(join(folder, 'news', 'one_files'), { recursive: true });
  write('INDEX.tsv', 'file\turl\tkind\tcharset\nnews/one.html\thttps://www.cnbc.com/one/\tarticle\teuc-jp\n');
  write('gold.json', '{"news/one.html": {"gold": {"EPAC": {"how": ["name"]}}}}');
  write('news/one.html', '<p>one</p>');
  write('news/one_files/style.css', 'p {}');
  write('news/two.html', '<link href="https://www.wsj.com/two?a=1&amp;b=2" rel="canonical">');
  write('news/three.htm', '<meta property="og:url" content="https://www.reuters.com/three">');
  write('four.html', '<p>four</p>');
  write('notes.txt', 'no page');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('finding pages', () => {
  test('a folder gives every page in and below it, named by its path there', () => {
    expect(findPages([folder], '/').map(({ name }) => name)).toEqual([
      'four.html',
      'news/one.html',
      'news/three.htm',
      'news/two.html',
    ]);
  });

  test('an index beside or above a page gives its address, kind, character set and answers', () => {
    const [page] = findPages(['news/one.html'], folder);
    expect(page).toMatchObject({
      name: 'news/one.html',
      url: 'https://www.cnbc.com/one/',
      kind: 'article',
      charset: 'euc-jp',
      answer: { gold: { EPAC: { how: ['name'] } } },
    });
  });

  test('without an index, the page tells its own address, or gets a local one', () => {
    const urls = findPages(['news/two.html', 'news/three.htm', 'four.html'], folder).map(({ url }) => url);
    expect(urls).toEqual([
      'https://www.wsj.com/two?a=1&b=2',
      'https://www.reuters.com/three',
      'https://localhost/four.html',
    ]);
  });

  test('an address on the network stays one', () => {
    expect(findPages(['https://finviz.com/news.ashx'], folder)).toEqual([
      { name: 'https://finviz.com/news.ashx', url: 'https://finviz.com/news.ashx' },
    ]);
  });

  test('what does not exist, or holds no page, is said in plain words', () => {
    expect(() => findPages(['five.html'], folder)).toThrow('There is no page, file or folder "five.html".');
    expect(() => findPages(['news/one_files'], folder)).toThrow('holds no .html file');
  });

  test('files saved with a page are served below its address, and nothing outside its folder is', () => {
    const [page] = findPages(['news/one.html'], folder);
    expect(fileBeside(page!, 'https://www.cnbc.com/one/one_files/style.css?v=2')).toBe(
      join(folder, 'news', 'one_files', 'style.css'),
    );
    for (const url of [
      'https://www.cnbc.com/one/%2e%2e/gold.json',
      'https://www.cnbc.com/one/..%2fgold.json',
      'https://www.cnbc.com/one/one_files',
      'https://www.cnbc.com/other.css',
      'https://example.com/one/one_files/style.css',
    ]) {
      expect(fileBeside(page!, url)).toBeUndefined();
    }
  });
});

describe('content types', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('valid UTF-8 is called that, whatever the index says', () => {
    expect(contentType('a.html', bytes('naïve'), 'windows-1252')).toBe('text/html; charset=utf-8');
  });
  test('other bytes take the character set of the index, or leave the choice to the browser', () => {
    const japanese = Uint8Array.from([0xc6, 0xfc, 0xcb, 0xdc]);
    expect(contentType('a.html', japanese, 'euc-jp')).toBe('text/html; charset=euc-jp');
    expect(contentType('a.html', japanese)).toBe('text/html');
    expect(contentType('a.html', bytes('plain'))).toBe('text/html');
  });
  test('binary files are never text', () => {
    expect(contentType('a.png', bytes('naïve'))).toBe('image/png');
    expect(contentType('a.bin', bytes('x'))).toBe('application/octet-stream');
  });
});
