import { Blocks } from '../detect/blocks';
import { neighborhoodOf } from '../detect/units';
import { isHost } from './host';
import { removeLeftovers } from './leftovers';
import { delay, idle, pauseAfter } from './schedule';

/** Text without it names nobody. */
const MAY_NAME = /[A-Z$]/;
/** More changed places than this at once, and the whole page is read again instead. */
const MANY = 2000;

interface Reader {
  /** Reads the changed parts again. Answers the milliseconds of work that took. */
  read(roots: Element[]): Promise<number>;
  /** Whether an element's text may name a company as far as is known. */
  holds(element: Element): boolean;
  /** The page removed one of our hosts. */
  hostRemoved(host: Element): void;
}

/**
 * Watches a page for new and changed text. The observer only queues; the queue is worked off when the page is idle,
 * with pauses that grow with the work, so that a page that changes without end costs a small share of its time.
 */
export class Changes {
  private readonly observer = new MutationObserver((records) => this.queue(records));
  private readonly roots = new WeakSet<Node>();
  private changed = new Set<Node>();
  /** Where something was taken away. */
  private emptied = new Set<Node>();
  private working = false;
  private stopped = false;

  constructor(private readonly reader: Reader) {}

  /** Begins to watch a document or shadow root, after clearing it of what an earlier copy of this script left there. */
  observe(root: Document | ShadowRoot): void {
    if (this.roots.has(root) || this.stopped) return;
    this.roots.add(root);
    removeLeftovers(root);
    this.observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden', 'open', 'contenteditable'],
    });
  }

  /** Has a part of the page read again. */
  add(node: Node): void {
    this.changed.add(node);
    if (!this.working && !this.stopped) this.work();
  }

  stop(): void {
    this.stopped = true;
    this.observer.disconnect();
    this.changed.clear();
    this.emptied.clear();
  }

  private queue(records: MutationRecord[]): void {
    const { changed } = this;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type !== 'childList') changed.add(target);
      for (const node of addedNodes) if (!isHost(node)) changed.add(node);
      for (const node of removedNodes) {
        if (isHost(node)) this.reader.hostRemoved(node as Element);
        else this.emptied.add(target);
      }
    }
    if (changed.size + this.emptied.size > MANY) {
      this.changed = new Set([document.body ?? document.documentElement]);
      this.emptied = new Set();
    }
    if (this.isDue && !this.working) this.work();
  }

  private get isDue(): boolean {
    return this.changed.size > 0 || this.emptied.size > 0;
  }

  private async work(): Promise<void> {
    this.working = true;
    let pause = pauseAfter(0);
    while (this.isDue) {
      await delay(pause);
      await idle();
      const start = performance.now();
      const roots = rootsOf(this.changed, this.emptied, this.reader);
      this.changed = new Set();
      this.emptied = new Set();
      const sorting = performance.now() - start;
      pause = pauseAfter(sorting + (await this.reader.read(roots)));
    }
    this.working = false;
  }
}

/** The blocks to read again for some changed nodes, none inside another. */
function rootsOf(changed: Set<Node>, emptied: Set<Node>, reader: Pick<Reader, 'holds'>): Element[] {
  const blocks = new Blocks();
  const roots = new Set<Element>();
  const add = (block: Element | null) => {
    if (block) for (const root of neighborhoodOf(block, blocks)) roots.add(root);
  };
  for (const node of changed) if (node.isConnected) add(blockOf(node, blocks, reader));
  for (const node of emptied) {
    if (!(node instanceof Element) || !node.isConnected) continue;
    const block = blocks.blockAt(node);
    if (block && reader.holds(block)) add(block);
  }
  return [...roots].filter((root) => {
    for (let outer = root.parentElement; outer; outer = outer.parentElement)
      if (roots.has(outer)) return false;
    return true;
  });
}

/** The block to read again for a changed node; null when its text names nobody, and did not before. */
function blockOf(node: Node, blocks: Blocks, { holds }: Pick<Reader, 'holds'>): Element | null {
  if (node instanceof Text) {
    const block = blocks.blockOf(node);
    return block && (MAY_NAME.test(node.data) || holds(block)) ? block : null;
  }
  if (node instanceof ShadowRoot) return node.host;
  return node instanceof Element ? blocks.blockAt(node) : null;
}
