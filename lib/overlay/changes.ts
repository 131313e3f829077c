import { isHost } from './host';
import { delay, idle, pauseAfter } from './schedule';

/** More changed places than this at once, and the whole page is read again instead. */
const MANY = 2000;
const INLINE = /^inline$|contents/;

interface Reader {
  /** Reads the changed parts again. Answers the milliseconds of work that took. */
  read(roots: Element[]): Promise<number>;
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
  private working = false;

  constructor(private readonly reader: Reader) {}

  observe(root: Document | ShadowRoot): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden', 'open'],
    });
  }

  stop(): void {
    this.observer.disconnect();
    this.changed.clear();
  }

  private queue(records: MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type !== 'childList') this.changed.add(target);
      for (const node of addedNodes) if (!isHost(node)) this.changed.add(node);
      for (const node of removedNodes) {
        if (isHost(node)) this.reader.hostRemoved(node as Element);
        else this.changed.add(target);
      }
    }
    if (this.changed.size > MANY) this.changed = new Set([document.body ?? document.documentElement]);
    if (this.changed.size > 0 && !this.working) this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    let pause = pauseAfter(0);
    while (this.changed.size > 0) {
      await delay(pause);
      await idle();
      const start = performance.now();
      const roots = blocksOf(this.changed);
      this.changed = new Set();
      const sorting = performance.now() - start;
      pause = pauseAfter(sorting + (await this.reader.read(roots)));
    }
    this.working = false;
  }
}

/** The blocks that hold the changed nodes, without those inside another one. */
function blocksOf(nodes: Iterable<Node>): Element[] {
  const roots = new Set<Element>();
  for (const node of nodes) {
    if (!node.isConnected) continue;
    if (node instanceof Text) {
      if (/[A-Z]/.test(node.data) && node.parentElement) roots.add(blockOf(node.parentElement));
    } else if (node instanceof ShadowRoot) roots.add(node.host);
    else if (node instanceof Element) roots.add(blockOf(node));
  }
  return [...roots].filter((root) => {
    for (let outer = root.parentElement; outer; outer = outer.parentElement)
      if (roots.has(outer)) return false;
    return true;
  });
}

/** The nearest element around that is not part of a line of text. */
function blockOf(element: Element): Element {
  let block = element;
  while (block.parentElement && block !== document.body && INLINE.test(getComputedStyle(block).display)) {
    block = block.parentElement;
  }
  return block;
}
