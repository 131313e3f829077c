import { ownSymbols } from '../sites';
import type { Directory } from './directory';
import { resolve } from './resolve';
import type { Candidate, Candidates, Mention, PageFacts } from './types';

/** Takes out `remove` of a page's parts from `at` on, and puts others there. A part's candidates count blocks from 0. */
export interface Splice {
  at: number;
  remove: number;
  add: Candidate[][];
}

/** What a page's script tells when its page has changed. */
export interface PageUpdate {
  page: Candidates['page'] & Pick<PageFacts, 'addresses'>;
  /** Number of parts that the page has told of before. */
  parts: number;
  splices: Splice[];
}

/** The mentions of one part, where they are no longer what they were. */
export interface PartMentions {
  part: number;
  mentions: Mention[];
}

interface Part {
  items: Candidate[];
  blocks: number;
  mentions: Mention[];
}

/**
 * What the parts of one page hold, in the order of the page. A change in one part is read in the light of the whole
 * page, so that it does not matter in which order the page came.
 */
export class PageMemory {
  private parts: Part[] = [];

  /** Answers what has changed; null when this memory does not hold what the update builds on. */
  update(
    { page, parts, splices }: PageUpdate,
    directory: Directory,
    keep: (mentions: Mention[]) => Mention[] = (mentions) => mentions,
  ): PartMentions[] | null {
    if (parts !== this.parts.length) return null;
    for (const { at, remove, add } of splices) {
      const added = add.map((items) => ({ items, blocks: blocksIn(items), mentions: [] }));
      this.parts.splice(at, remove, ...added);
    }
    const own = { ...page, symbols: ownSymbols(page) };
    const items: Candidate[] = [];
    const partOf: number[] = [];
    const firstBlock: number[] = [];
    for (const [index, part] of this.parts.entries()) {
      const first = partOf.length;
      firstBlock.push(first);
      for (let block = 0; block < part.blocks; block++) partOf.push(index);
      for (const item of part.items) items.push({ ...item, block: first + item.block });
    }
    const found: Mention[][] = this.parts.map(() => []);
    for (const mention of keep(resolve({ page: own, items }, directory))) {
      const index = partOf[mention.block]!;
      found[index]!.push({ ...mention, block: mention.block - firstBlock[index]! });
    }
    return this.parts.flatMap((part, index) => {
      const mentions = found[index]!;
      if (same(part.mentions, mentions)) return [];
      part.mentions = mentions;
      return [{ part: index, mentions }];
    });
  }

  /** Everything found on the page. */
  get mentions(): Mention[] {
    return this.parts.flatMap(({ mentions }) => mentions);
  }
}

function blocksIn(items: readonly Candidate[]): number {
  return items.reduce((most, { block }) => Math.max(most, block + 1), 0);
}

function same(before: readonly Mention[], now: readonly Mention[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, i) => {
      const other = now[i]!;
      return (
        one.ticker === other.ticker &&
        one.block === other.block &&
        one.start === other.start &&
        one.end === other.end &&
        one.evidence === other.evidence &&
        one.reason === other.reason &&
        one.surface === other.surface
      );
    })
  );
}
