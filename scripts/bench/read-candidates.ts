import { PageReader } from '../../lib/detect/page-reader';
import { readLines } from '../../lib/detect/read-lines';
import { readPage } from '../../lib/detect/read-page';
import type { Candidates } from '../../lib/detect/types';

const WITHOUT_PAUSES = { due: false, take: async () => {}, stop: () => {}, start: () => {} };

/** The candidates of the whole page, as the page's script reads them. */
async function minnowCandidates(): Promise<Candidates> {
  const { symbols, lang } = readPage(document, location.href);
  const reader = new PageReader(lang ?? '', async (phrases) => phrases.map(() => true), readLines);
  const { parts } = await reader.read([document.body], WITHOUT_PAUSES);
  let first = 0;
  const items = parts.flatMap((part) => {
    const numbered = part.items.map((item) => ({ ...item, block: first + item.block }));
    first += part.blocks.length;
    return numbered;
  });
  const { finance, language } = reader.words;
  return { page: { host: location.hostname, symbols, lang: language, finance }, items };
}

/** Runs in a page: leaves the function there. */
Object.assign(globalThis, { minnowCandidates });
