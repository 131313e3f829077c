import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { tsvParse } from 'd3-dsv';
import type { Answer } from './score';

/** A page to visit: on the network, or a saved file that is served under the address it came from. */
export interface PageSource {
  /** As given; inside a folder, the path below it. */
  name: string;
  url: string;
  file?: string;
  /** Character set that the index gives for the file. */
  charset?: string;
  /** Kind of page that the index gives, e.g. "article". */
  kind?: string;
  /** Hand-made answers for the page. */
  answer?: Answer;
  /** The page's own scripts do not run. */
  still?: boolean;
}

/** How many folders, from a saved page's own upwards, may hold the index that lists it. */
const INDEX_LEVELS = 3;

/** What a folder knows of the pages in and below it, by path: INDEX.tsv and gold.json. */
interface FolderIndex {
  rows: Map<string, IndexRow>;
  answers: Map<string, Answer>;
}
type IndexRow = Record<string, string | undefined>;

/** Finds the pages behind each `--page`. Throws in plain words when one does not exist. */
export function findPages(given: string[], base: string): PageSource[] {
  return given.flatMap((name) => {
    if (/^https?:\/\//i.test(name)) return [{ name, url: new URL(name).href }];
    const path = resolve(base, name);
    if (!existsSync(path)) throw new Error(`There is no page, file or folder "${name}".`);
    if (!statSync(path).isDirectory()) return [savedPage(path, name)];
    const files = htmlFilesIn(path);
    if (files.length === 0) throw new Error(`The folder "${name}" holds no .html file.`);
    return files.map((file) => savedPage(file, relative(path, file).split(sep).join('/')));
  });
}

function htmlFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.html?$/i.test(file) && !/_files[\\/]/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

function savedPage(file: string, name: string): PageSource {
  const folders = Array.from({ length: INDEX_LEVELS - 1 }).reduce<string[]>(
    (above) => [...above, dirname(above.at(-1)!)],
    [dirname(file)],
  );
  const known = folders.map((folder) => ({
    index: folderIndex(folder),
    path: relative(folder, file).split(sep).join('/'),
  }));
  const row = first(known, ({ index, path }) => index.rows.get(path));
  return {
    name,
    url: httpUrl(row?.url) ?? ownUrl(file) ?? `https://localhost/${encodeURIComponent(basename(file))}`,
    file,
    charset: row?.charset || undefined,
    kind: row?.kind || undefined,
    answer: first(known, ({ index, path }) => index.answers.get(path)),
  };
}

function first<T, U>(list: T[], pick: (item: T) => U | undefined): U | undefined {
  for (const item of list) {
    const found = pick(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const indexes = new Map<string, FolderIndex>();

function folderIndex(folder: string): FolderIndex {
  let index = indexes.get(folder);
  if (!index) {
    const rows: IndexRow[] = [...tsvParse(textOf(join(folder, 'INDEX.tsv')) ?? '')];
    index = {
      rows: new Map(rows.map((row) => [row.file ?? '', row])),
      answers: new Map(Object.entries(JSON.parse(textOf(join(folder, 'gold.json')) ?? '{}'))),
    };
    indexes.set(folder, index);
  }
  return index;
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : undefined;
}

/** The address a saved page gives for itself. */
function ownUrl(file: string): string | undefined {
  const head = readFileSync(file, 'latin1').slice(0, 200_000);
  const tags = head.match(/<(?:link|meta)\b[^>]*>/gi) ?? [];
  const attribute = (pattern: RegExp, name: string) => {
    const tag = tags.find((candidate) => pattern.test(candidate));
    return tag?.match(new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i'))?.[1]?.replaceAll('&amp;', '&');
  };
  return (
    httpUrl(attribute(/rel\s*=\s*["']?canonical/i, 'href')) ??
    httpUrl(attribute(/property\s*=\s*["']?og:url/i, 'content'))
  );
}

function httpUrl(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined;
}

/**
 * File beside a saved page that stands for an address below the page's own folder, such as the pictures
 * and scripts that a browser saves with a page; never one outside the page's folder.
 */
export function fileBeside(page: PageSource, url: string): string | undefined {
  if (!page.file) return undefined;
  const folder = dirname(page.file);
  const here = new URL('.', page.url).href;
  if (!url.startsWith(here)) return undefined;
  const file = resolve(folder, decoded(url.slice(here.length).replace(/[?#].*$/, '')));
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile()
    ? file
    : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
