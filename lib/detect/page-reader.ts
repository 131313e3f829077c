import { Blocks } from './blocks';
import type { TextBlock } from './lines';
import { PageWords } from './page-words';
import { phrasesOf } from './phrases';
import { type Seed, SeedWalk, shadowRootsIn } from './seeds';
import type { Candidate } from './types';
import { isVisible } from './units';

/** Text nodes that are walked between two looks at the clock. */
const STEP = 250;
/** How often a walk is begun anew when the page changes under it, before it is done in one go. */
const RESTARTS = 3;

/** The lines of text that one element holds, as far as they may name a company. */
export interface TextPart {
  element: Element;
  blocks: TextBlock[];
  /** Counts blocks as `blocks` does. */
  items: Candidate[];
}

/** Gives the page its turn now and then. */
export interface Pauses {
  readonly due: boolean;
  take(): Promise<void>;
  /** The work stops, to wait for something else; it starts again. */
  stop(): void;
  start(): void;
}

/** Reads the lines around some seeds; a phrase that is said to name nobody is passed over. */
export type ReadLines = (
  seeds: Seed[],
  mayName: (phrase: string) => boolean,
  blocks: Blocks,
  pauses: Pauses,
) => Promise<Reading>;

/** What a reading found. */
export interface Reading {
  /** In the order of the page. */
  parts: TextPart[];
  /** Elements with a name that cannot be seen. */
  hidden: Element[];
}

/**
 * Reads a page in two steps: first every text is looked at, which takes little longer than walking past it; then,
 * where the background knows a phrase, the lines around it are read as a person would see them.
 */
export class PageReader {
  readonly words: PageWords<Text>;

  /**
   * @param lang language that the page gives for itself
   * @param ask which of these phrases may name a company
   * @param readLines reads the lines around what the background knows
   * @param met called for every shadow root that is read
   */
  constructor(
    lang: string,
    private readonly ask: (phrases: string[]) => Promise<boolean[]>,
    private readonly readLines: ReadLines,
    private readonly met: (root: ShadowRoot) => void = () => undefined,
  ) {
    this.words = new PageWords(lang);
  }

  async read(roots: Iterable<Element>, pauses: Pauses): Promise<Reading> {
    const blocks = new Blocks();
    const seeds = await this.walk(roots, blocks, pauses);
    const { known, mayName } = await this.known(seeds, pauses);
    if (known.length === 0) return { parts: [], hidden: [] };
    return this.readLines(known, mayName, blocks, pauses);
  }

  private async walk(roots: Iterable<Element>, blocks: Blocks, pauses: Pauses): Promise<Seed[]> {
    const seeds: Seed[] = [];
    for (const root of roots) {
      const open: (Element | ShadowRoot)[] = [root];
      for (let below = open.pop(); below; below = open.pop()) {
        for (const seed of await walkOne(below, blocks, pauses)) seeds.push(seed);
        const shadows = shadowRootsIn(below);
        for (const shadow of shadows) this.met(shadow);
        open.push(...shadows.reverse());
      }
    }
    return seeds;
  }

  /** The seeds in which the background knows a phrase, and what it says of each; a phrase not asked of may name any. */
  private async known(
    seeds: Seed[],
    pauses: Pauses,
  ): Promise<{ known: Seed[]; mayName: (phrase: string) => boolean }> {
    const numbers = new Map<string, number>();
    const held: number[] = [];
    const ends: number[] = [];
    const add = (phrase: string) => {
      let number = numbers.get(phrase);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(phrase, number);
      }
      held.push(number);
    };
    for (const { node, text } of seeds) {
      phrasesOf(text, add);
      ends.push(held.length);
      const { parentElement } = node;
      this.words.add(node, node.data, () => parentElement !== null && isVisible(parentElement));
      if (pauses.due) await pauses.take();
    }
    pauses.stop();
    const answers = numbers.size === 0 ? [] : await this.ask([...numbers.keys()]);
    pauses.start();
    const known = seeds.filter((_, index) => {
      for (let at = index === 0 ? 0 : ends[index - 1]!; at < ends[index]!; at++)
        if (answers[held[at]!]) return true;
      return false;
    });
    const mayName = (phrase: string) => {
      const alone = numbers.get(phrase);
      const goingOn = numbers.get(`${phrase} `);
      if (alone === undefined && goingOn === undefined) return true;
      return answers[alone ?? -1] === true || answers[goingOn ?? -1] === true;
    };
    return { known, mayName };
  }
}

async function walkOne(root: Element | ShadowRoot, blocks: Blocks, pauses: Pauses): Promise<Seed[]> {
  for (let attempt = 0; ; attempt++) {
    const walk = new SeedWalk(root, blocks);
    const seeds: Seed[] = [];
    let lost = false;
    while (walk.step(STEP, seeds)) {
      if (!pauses.due || attempt === RESTARTS) continue;
      await pauses.take();
      if (walk.isLost) {
        lost = true;
        break;
      }
    }
    if (!lost) return seeds;
  }
}
