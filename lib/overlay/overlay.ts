import { extract } from '../detect/extract';
import { type PageBlock, readBlocks } from '../detect/read-blocks';
import { readPage } from '../detect/read-page';
import type { Correction, PageFacts } from '../detect/types';
import type { BadgeFact, PageView, TabReport } from '../messages';
import { isAlive, send } from '../messaging';
import { BlockView, type Found, findRange, type Kit } from './block-view';
import { CardOpener } from './card-opener';
import { Changes } from './changes';
import { Geometry } from './geometry';
import { HeaderBadge } from './header-badge';
import { removeStrayHosts } from './host';
import { Marks } from './marks';
import { piecesOf } from './pieces';
import { type Box, place } from './place';
import { inSlices, settled } from './schedule';
import { TextHover } from './text-hover';

/** How far outside the window badges are kept ready, in the window's own size. */
const MARGIN = '100%';
const MOST_ERRORS = 20;

/** Minnow on one page: reads it, asks the background what it holds, paints, and follows the page's changes. */
export class Overlay {
  private readonly views = new Map<Element, BlockView>();
  private readonly hosts = new WeakMap<Element, BlockView>();
  private readonly known = new Set<string>();
  private readonly timings: Record<string, number> = {};
  private readonly errors: string[] = [];
  private readonly stopped = new AbortController();
  private readonly marks = new Marks();
  private readonly card: CardOpener;
  private readonly kit: Kit;
  private readonly hover: TextHover;
  private header?: HeaderBadge;
  private page: PageFacts = { url: '', symbols: [], title: '' };
  private ids = 0;
  /** Counts page visits, so that an answer for the page before a navigation is not painted on the next. */
  private visit = 0;

  private readonly near = new IntersectionObserver((entries) => this.onNear(entries), {
    rootMargin: MARGIN,
    scrollMargin: MARGIN,
  } as IntersectionObserverInit);
  private readonly sizes = new ResizeObserver((entries) =>
    this.layout(entries.map(({ target }) => this.views.get(target)).filter((view) => view?.resized)),
  );
  private readonly changes = new Changes({
    read: (roots) => this.follow(roots),
    hostRemoved: (host) => {
      const view = this.hosts.get(host);
      if (view?.host?.element !== host) return;
      view.hostRemoved();
      this.layout([view]);
    },
  });

  constructor(
    private view: PageView,
    styles: { tokens: string; badge: string },
  ) {
    const tokens = sheetOf(styles.tokens);
    this.kit = {
      marks: this.marks,
      sheets: [tokens, sheetOf(styles.badge)],
      palette: view.palette,
      onBadge: (found, badge) => this.card.attach(badge, { ...subjectOf(found), anchor: badge }),
    };
    this.marks.style(tokens, view.palette);
    this.card = new CardOpener({
      view: () => this.view,
      corrected: (correction) => this.correct(correction),
      failed: (error) => this.fail(error),
    });
    this.hover = new TextHover(this.card);
  }

  /** Waits until the page has settled, then reads and paints it. */
  async start(): Promise<void> {
    const { signal } = this.stopped;
    await settled();
    if (signal.aborted) return;
    this.timings.settled = performance.now();
    removeStrayHosts(document);
    this.changes.observe(document);
    document.fonts?.addEventListener('loadingdone', () => this.layoutAll(), { signal });
    window.addEventListener('resize', () => this.layoutAll(), { signal });
    window.addEventListener('pagehide', () => this.card.close(), { signal });
    document.addEventListener('visibilitychange', () => isAlive() || this.stop(), { signal });
    await this.visitPage();
  }

  /** Removes every trace from the page. */
  stop(): void {
    this.stopped.abort();
    this.changes.stop();
    this.near.disconnect();
    this.sizes.disconnect();
    this.card.close();
    this.clear();
    this.marks.clear();
  }

  /** Applies new settings: look and bands at once, scores and corrections as soon as the background has answered. */
  async restyle(view: PageView): Promise<void> {
    this.view = view;
    this.kit.palette = view.palette;
    this.marks.style(this.kit.sheets[0]!, view.palette);
    this.card.close();
    this.clear();
    await this.visitPage();
  }

  report(): TabReport {
    const mentions = [...this.views.values()].flatMap(({ found }) => found);
    return {
      url: location.href,
      mentions: mentions
        .sort((a, b) => a.id - b.id)
        .map(({ id, mention, fact, range, show }) => {
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
            badge: show === 'badge' || (show === 'mark' && this.header?.found.id === id),
            rect: { x: x + scrollX, y: y + scrollY, width, height },
          };
        }),
      timings: { ...this.timings },
      errors: [...this.errors],
    };
  }

  /** Scrolls to a mention and marks it for a moment. */
  scrollTo(id: number): boolean {
    for (const { found } of this.views.values()) {
      const one = found.find((entry) => entry.id === id);
      const holder = one?.range.startContainer.parentElement;
      if (!one || !holder?.isConnected) continue;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      holder.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
      this.marks.flash(one.range);
      return true;
    }
    return false;
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
      this.card.close();
      await this.visitPage();
      return performance.now() - start;
    }
    for (const view of this.views.values()) if (!view.element.isConnected) this.drop(view);
    return performance.now() - start + (await this.read(roots));
  }

  /** Reads parts of the page, asks what they name, and paints it. Answers the milliseconds of work. */
  private async read(roots: Element[]): Promise<number> {
    const visit = this.visit;
    const { signal } = this.stopped;
    const blocks: PageBlock[] = [];
    let spent = await inSlices(piecesOf(roots), (piece) => blocks.push(...readBlocks(piece)), signal);
    if (signal.aborted || visit !== this.visit) return spent;
    let start = performance.now();
    for (const block of blocks) {
      const root = block.nodes[0]!.node.getRootNode();
      if (root instanceof ShadowRoot) this.changes.observe(root);
    }
    const candidates = extract(blocks, this.page, [...this.known]);
    spent += performance.now() - start;
    this.timings.read ??= spent;
    try {
      start = performance.now();
      const { mentions, facts } = candidates.items.length
        ? await send('resolve', { candidates })
        : { mentions: [], facts: [] };
      this.timings.resolve ??= performance.now() - start;
      if (signal.aborted || visit !== this.visit) return spent;
      start = performance.now();
      this.apply(roots, blocks, mentions, new Map(facts.map((fact) => [fact.ticker, fact])));
      this.timings.paint ??= performance.now() - start;
    } catch (error) {
      this.fail(error);
    }
    return spent + performance.now() - start;
  }

  /** Replaces what was found in `roots` by what is there now; what did not change stays as it stands. */
  private apply(
    roots: Element[],
    blocks: PageBlock[],
    mentions: Awaited<ReturnType<typeof send<'resolve'>>>['mentions'],
    facts: Map<string, BadgeFact>,
  ): void {
    const found = new Map<Element, Found[]>();
    const firsts = new Set<string>();
    for (const mention of mentions) {
      const block = blocks[mention.block];
      const fact = facts.get(mention.ticker);
      const range = block?.element.isConnected && findRange(block, mention);
      if (!block || !fact || !range) continue;
      this.known.add(mention.ticker);
      const key = `${mention.block} ${mention.ticker}`;
      const first = !firsts.has(key);
      firsts.add(key);
      const list = found.get(block.element) ?? [];
      found.set(block.element, list);
      list.push({ id: ++this.ids, mention, fact, block, range, first, show: this.showing(fact, first) });
    }
    for (const view of this.views.values()) {
      if (!roots.some((root) => root.contains(view.element))) continue;
      const now = found.get(view.element);
      if (now && view.intact && sameFound(view.found, now)) found.delete(view.element);
      else this.drop(view);
    }
    this.findHeader([...found.values()].flat());
    for (const [element, list] of found) this.add(element, list);
  }

  private showing(fact: BadgeFact, first: boolean): Found['show'] {
    const { verdict, smallCap } = fact;
    if (!smallCap || (verdict !== 'unknown' && !this.view.badges.bands[verdict])) return 'nothing';
    return first ? 'badge' : 'mark';
  }

  private add(element: Element, found: Found[]): void {
    const view = new BlockView(element, found, this.kit);
    this.views.set(element, view);
    if (found.every(({ show }) => show === 'nothing')) return;
    this.near.observe(element);
    this.sizes.observe(element);
  }

  private drop(view: BlockView): void {
    this.near.unobserve(view.element);
    this.sizes.unobserve(view.element);
    this.hover.drop(view);
    view.dispose();
    this.views.delete(view.element);
    if (this.header && view.found.includes(this.header.found)) {
      this.header.remove();
      this.header = undefined;
    }
  }

  private clear(): void {
    this.header?.remove();
    this.header = undefined;
    for (const view of [...this.views.values()]) this.drop(view);
  }

  private onNear(entries: IntersectionObserverEntry[]): void {
    const arrived: BlockView[] = [];
    for (const { target, isIntersecting } of entries) {
      const view = this.views.get(target);
      if (!view) continue;
      view.near = isIntersecting;
      if (isIntersecting) arrived.push(view);
      else if (!view.host?.element.matches(':focus-within')) view.unmount();
    }
    this.layout(arrived);
  }

  private layoutAll(): void {
    this.layout([...this.views.values()]);
    this.header?.move();
  }

  /** Marks and badges for some blocks: reads first, then writes, twice, since a host's own place must be known. */
  private layout(some: (BlockView | undefined)[]): void {
    const views = some.filter((view): view is BlockView => view?.near === true && view.element.isConnected);
    if (views.length === 0) return;
    let geometry = new Geometry();
    const points = views.map((view) => view.prepare(geometry));
    for (const [i, view] of views.entries()) {
      view.mark();
      const point = points[i];
      if (!point) continue;
      view.mount(point);
      this.hosts.set(view.host!.element, view);
    }
    geometry = new Geometry();
    const shifted = views.filter((view) => view.shifted);
    const others = [...this.views.values()].filter((view) => view.host && !views.includes(view));
    const taken: Box[] = others.flatMap((view) => view.boxes());
    const mounted = views.filter((view) => view.host && !shifted.includes(view));
    const wanted = mounted.map((view) => view.wants(geometry));
    const places = place(
      wanted.flat().map(({ want }) => want),
      taken,
    );
    let next = 0;
    const placed = wanted.map((list) => list.map(({ found }) => ({ found, place: places[next++] ?? null })));
    for (const view of shifted) view.giveUp();
    for (const [i, view] of mounted.entries()) view.settle(placed[i]!);
    for (const view of views) this.hover.update(view);
    this.timings.firstBadge ??= performance.now();
  }

  private findHeader(found: Found[]): void {
    if (this.header) return;
    const header = HeaderBadge.find(found, this.page.url, this.kit);
    if (!header) return;
    this.header = header;
    const covered = found.filter((one) => one.show === 'badge' && header.covers(one));
    for (const one of covered) one.show = 'mark';
    header.show().then((shown) => {
      if (shown || this.header !== header) return;
      this.header = undefined;
      for (const one of covered) one.show = 'badge';
      this.layout(covered.map(({ block }) => this.views.get(block.element)));
    });
  }

  /** "Not this": takes the badges away at once. */
  private correct({ ticker, surface }: Correction): void {
    for (const view of [...this.views.values()]) {
      const left = view.found.filter(
        ({ mention }) =>
          mention.ticker !== ticker || (surface !== undefined && mention.surface.toLowerCase() !== surface),
      );
      if (left.length === view.found.length) continue;
      this.drop(view);
      if (left.length > 0) this.add(view.element, left);
    }
  }

  private fail(error: unknown): void {
    if (!isAlive()) this.stop();
    if (this.errors.length < MOST_ERRORS) this.errors.push(String((error as Error)?.message ?? error));
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

function subjectOf({ mention, fact }: Found) {
  return { ticker: mention.ticker, name: fact.name, reason: mention.reason, surface: mention.surface };
}

function sameFound(before: Found[], now: Found[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, i) => {
      const other = now[i]!;
      return (
        one.mention.ticker === other.mention.ticker &&
        one.mention.reason === other.mention.reason &&
        one.range.startContainer === other.range.startContainer &&
        one.range.startOffset === other.range.startOffset &&
        one.fact.score === other.fact.score &&
        one.fact.verdict === other.fact.verdict
      );
    })
  );
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0]!;
}
