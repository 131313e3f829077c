import { type Directory, openDirectory } from '../../lib/detect/directory';
import { extract } from '../../lib/detect/extract';
import { resolve } from '../../lib/detect/resolve';
import type { Block, Mention, PageFacts } from '../../lib/detect/types';
import { readDataset } from '../../scripts/lib/read-dataset';

let opened: Promise<Directory> | undefined;

/** The directory of the data set that ships. */
export function directory(): Promise<Directory> {
  opened ??= readDataset().then(async (dataset) =>
    openDirectory(await dataset.names(), await dataset.universe()),
  );
  return opened;
}

export const page = (facts: Partial<PageFacts> = {}): PageFacts => ({
  url: 'https://www.example.com/article',
  symbols: [],
  title: '',
  lang: 'en',
  ...facts,
});

/** Blocks of prose, one a string; other blocks as given. */
export const blocksOf = (...texts: (string | Block)[]): Block[] =>
  texts.map((text) => (typeof text === 'string' ? { text, kind: 'prose' } : text));

/** What is found in these texts, read as one page. */
export async function find(texts: (string | Block)[], facts: Partial<PageFacts> = {}): Promise<Mention[]> {
  return resolve(extract(blocksOf(...texts), page(facts)), await directory());
}

/** Tickers found in one text, once each, in order. */
export async function tickers(text: string, facts: Partial<PageFacts> = {}): Promise<string[]> {
  return [...new Set((await find([text], facts)).map(({ ticker }) => ticker))];
}
