import { extract } from '../detect/extract';
import { type PageBlock, rangeOf, readBlocks } from '../detect/read-blocks';
import { readPage } from '../detect/read-page';
import type { Correction, Mention, PageFacts } from '../detect/types';
import type { BadgeFact, PageView, TabReport } from '../messages';
import { isAlive, send } from '../messaging';
import { Changes } from './changes';
import { type Found, isIntact, sameFound } from './found';
import { load, type PainterApi } from './parts';
import { piecesOf } from './pieces';
import { inSlices, settled } from './schedule';

const MOST_ERRORS = 20;

/** Minnow on one page: reads it, asks the background what it holds, has it painted, and follows the page's changes. */
export class Overlay {
  /** What was found, by the element that holds the text. */
  private readonly blocks = new Map<Element, Found[]>();
  private readonly known = new Set<string>();
  private readonly timings: Record<string, number> = {};
  private readonly errors: string[] = [];
  private readonly stopped = new AbortController();
  private painter?: PainterApi;
  private page: PageFacts = { url: '', symbols: [], title: '' };
  private ids = 0;
  /** Counts page visits, so that an answer for the page before a navigation is not painted on the next. */
  private visit = 0;

  private readonly changes = new Changes({
    read: (roots) => this.follow(roots),
    hostRemoved: (host) => this.painter?.hostRemoved(host),
  });

  constructor(private view: PageView) {}

  /** Waits until the page has settled, then reads and paints it. */
  async start(): Promise<void> {
    const { signal } = this.stopped;
    await settled();
    if (signal.aborted) return;
    this.timings.settled = performance.now();
    this.changes.observe(document);
    document.addEventListener('visibilitychange', () => isAlive() || this.stop(), { signal });
    await this.visitPage();
  }

  /** Removes every trace from the page. */
  stop(): void {
    this.stopped.abort();
    this.changes.stop();
    this.painter?.stop();
    this.blocks.clear();
  }

  /** Applies new settings: look and bands at once, scores and corrections as soon as the background has answered. */
  async restyle(view: PageView): Promise<void> {
    this.view = view;
    this.painter?.restyle();
    this.painter?.closeCard();
    this.showing(this.blocks.values());
    for (const [element, found] of [...this.blocks]) {
      this.drop(element);
      this.add(element, found);
    }
    if (this.timings.settled !== undefined) await this.visitPage();
  }

  report(): TabReport {
    const found = [...this.blocks.values()].flat().sort((a, b) => a.id - b.id);
    return {
      url: location.href,
      mentions: found.map(({ id, mention, fact, range, show }) => {
        const { x, y, width, height } = range.getBoundingClientRect();
        return {
          id,
          ticker: mention.ticker,
          surface: mention.surface,
          evidence: mention.evidence,
          reason: mention.reason,
          name: fact.name,
          smallCap: fact.smallCap,
          score: fact.score,
          verdict: fact.verdict,
          badge: show === 'badge' || show === 'header',
          rect: { x: x + scrollX, y: y + scrollY, width, height },
        };
      }),
      timings: { ...this.timings },
      errors: [...this.errors],
    };
  }

  /** Scrolls to a mention and marks it for a moment. */
  scrollTo(id: number): boolean {
    const found = [...this.blocks.values()].flat().find((one) => one.id === id);
    const holder = found?.range.startContainer.parentElement;
    if (!found || !holder?.isConnected) return false;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    holder.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    this.painter?.flash(found);
    return true;
  }

  private async visitPage(): Promise<void> {
    this.visit++;
    this.known.clear();
    this.page = readPage(document, location.href);
    if (document.body) await this.read([document.body]);
    this.timings.done ??= performance.now();
  }

  /** Reads the parts of the page that changed, or all of it when the page has become another one. */
  private async follow(roots: Element[]): Promise<number> {
    if (!isAlive()) {
      this.stop();
      return 0;
    }
    const start = performance.now();
    if (withoutHash(location.href) !== withoutHash(this.page.url)) {
      this.painter?.closeCard();
      await this.visitPage();
      return performance.now() - start;
    }
    const altered: Element[] = [];
    for (const [element, found] of this.blocks) {
      if (!element.isConnected) this.drop(element);
      // New words without a capital letter name nobody, but they may have replaced some that did.
      else if (!found.every(isIntact) && !roots.some((root) => root.contains(element))) altered.push(element);
    }
    return performance.now() - start + (await this.read([...roots, ...altered]));
  }

  /** Reads parts of the page, asks what they name, and paints it. Answers the milliseconds of work. */
  private async read(roots: Element[]): Promise<number> {
    const { visit } = this;
    const { signal } = this.stopped;
    const blocks: PageBlock[] = [];
    const reading = await inSlices(piecesOf(roots), (piece) => blocks.push(...readBlocks(piece)), signal);
    if (signal.aborted || visit !== this.visit) return reading;
    const extracting = performance.now();
    for (const block of blocks) {
      const root = block.nodes[0]!.node.getRootNode();
      if (root instanceof ShadowRoot) this.changes.observe(root);
    }
    const candidates = extract(blocks, this.page, [...this.known]);
    const asking = performance.now();
    this.timings.read ??= reading;
    this.timings.extract ??= asking - extracting;
    let painting = asking;
    try {
      const { mentions, facts } = candidates.items.length
        ? await send('resolve', { candidates })
        : { mentions: [], facts: [] };
      if (facts.some(({ smallCap }) => smallCap)) await this.loadPainter();
      if (signal.aborted || visit !== this.visit) return reading + asking - extracting;
      painting = performance.now();
      this.timings.resolve ??= painting - asking;
      this.apply(roots, this.findAll(blocks, mentions, facts));
      this.timings.paint ??= performance.now() - painting;
    } catch (error) {
      this.fail(error);
    }
    return reading + (asking - extracting) + (performance.now() - painting);
  }

  private async loadPainter(): Promise<void> {
    const create = await load('badges');
    if (this.stopped.signal.aborted) return;
    this.painter ??= create({
      view: () => this.view,
      corrected: (correction) => this.correct(correction),
      failed: (error) => this.fail(error),
    });
  }

  /** The mentions as ranges on the page, by the element that holds them. */
  private findAll(blocks: PageBlock[], mentions: Mention[], facts: BadgeFact[]): Map<Element, Found[]> {
    const byTicker = new Map(facts.map((fact) => [fact.ticker, fact]));
    const found = new Map<Element, Found[]>();
    for (const mention of mentions) {
      const block = blocks[mention.block];
      const fact = byTicker.get(mention.ticker);
      if (!block || !fact) continue;
      const one: Found = {
        id: ++this.ids,
        mention,
        fact,
        block,
        range: rangeOf(block, mention.start, mention.end),
        show: 'nothing',
      };
      if (!isIntact(one)) continue;
      this.known.add(mention.ticker);
      const list = found.get(block.element);
      if (list) list.push(one);
      else found.set(block.element, [one]);
    }
    this.showing(found.values());
    return found;
  }

  /** Decides what is drawn: a badge at a small cap's first mention in a block or table row, marks at the others. */
  private showing(lists: Iterable<Found[]>): void {
    const { bands } = this.view.badges;
    const seen = new Map<unknown, Set<string>>();
    for (const found of [...lists].flat()) {
      const { ticker, verdict, smallCap } = found.fact;
      const { table } = found.block;
      const place = table ? `${table.id} ${table.row}` : found.block;
      const here = seen.get(place) ?? new Set();
      seen.set(place, here);
      const drawn = smallCap && (verdict === 'unknown' || bands[verdict]);
      found.show = !drawn ? 'nothing' : here.has(ticker) ? 'mark' : 'badge';
      here.add(ticker);
    }
  }

  /** Replaces what was found in `roots` by what is there now; what did not change stays as it stands. */
  private apply(roots: Element[], found: Map<Element, Found[]>): void {
    for (const [element, before] of this.blocks) {
      if (element.isConnected && !roots.some((root) => root.contains(element))) continue;
      const now = found.get(element);
      if (now && before.every(isIntact) && sameFound(before, now)) found.delete(element);
      else this.drop(element);
    }
    this.painter?.header([...found.values()].flat(), this.page.url);
    for (const [element, list] of found) this.add(element, list);
  }

  private add(element: Element, found: Found[]): void {
    this.blocks.set(element, found);
    if (found.some(({ show }) => show !== 'nothing')) this.painter?.add(element, found);
  }

  private drop(element: Element): void {
    this.painter?.drop(element);
    this.blocks.delete(element);
  }

  /** "Not this": takes the badges away at once. */
  private correct({ ticker, surface }: Correction): void {
    for (const [element, found] of [...this.blocks]) {
      const left = found.filter(
        ({ mention }) =>
          mention.ticker !== ticker || (surface !== undefined && mention.surface.toLowerCase() !== surface),
      );
      if (left.length === found.length) continue;
      this.drop(element);
      this.showing([left]);
      if (left.length > 0) this.add(element, left);
    }
  }

  private fail(error: unknown): void {
    if (!isAlive()) this.stop();
    if (this.errors.length < MOST_ERRORS) this.errors.push(String((error as Error)?.message ?? error));
  }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0]!;
}
