import { Window } from 'happy-dom';
import { vi } from 'vitest';
import { Blocks } from '../../lib/detect/blocks';
import type { Directory } from '../../lib/detect/directory';
import type { TextBlock } from '../../lib/detect/lines';
import { PageMemory } from '../../lib/detect/page-memory';
import { PageReader } from '../../lib/detect/page-reader';
import { readLines } from '../../lib/detect/read-lines';
import type { Mention } from '../../lib/detect/types';
import { neighborhoodOf } from '../../lib/detect/units';
import { PageParts } from '../../lib/overlay/page-parts';

const WITHOUT_PAUSES = {
  due: false,
  take: async () => undefined,
  stop: () => undefined,
  start: () => undefined,
};

/** A document of its own for tests that also read the data set from disk, which happy-dom would take for the web. */
export function domGlobals(): void {
  const window = new Window();
  for (const name of ['document', 'Node', 'NodeFilter', 'Element', 'Text', 'ShadowRoot'] as const)
    vi.stubGlobal(name, window[name]);
  vi.stubGlobal('getComputedStyle', window.getComputedStyle.bind(window));
}

/** The reading side and the remembering side of a page together, without a browser between them. */
export class LivePage {
  private readonly parts = new PageParts();
  private readonly memory = new PageMemory();
  private readonly reader: PageReader;

  constructor(private readonly names: Directory) {
    const ask = async (phrases: string[]) => phrases.map((phrase) => names.mayName(phrase));
    this.reader = new PageReader('en', ask, readLines);
  }

  /** Reads some elements. Answers the parts whose mentions are no longer the same. */
  async read(roots: Element[]): Promise<number[]> {
    const { parts } = await this.reader.read(roots, WITHOUT_PAUSES);
    const before = this.parts.size;
    const splices = this.parts.update(roots, parts);
    if (splices.length === 0) return [];
    const { finance, language } = this.reader.words;
    const page = { host: 'www.example.com', symbols: [], lang: language, finance };
    const changed = this.memory.update({ page, parts: before, splices }, this.names)!;
    for (const { part, mentions } of changed) this.parts.at(part)!.mentions = mentions;
    return changed.map(({ part }) => part);
  }

  /** Reads what changed as the page's script does. */
  async changed(elements: Element[]): Promise<void> {
    const blocks = new Blocks();
    const roots = new Set(elements.flatMap((element) => neighborhoodOf(blocks.blockAt(element)!, blocks)));
    await this.read([...roots]);
  }

  /** Everything found, in the order of the page, each with its line. */
  found(): (Mention & { line: TextBlock })[] {
    return [...this.parts].flatMap(({ mentions, blocks }) =>
      mentions.map((mention) => ({ ...mention, line: blocks[mention.block]! })),
    );
  }
}
