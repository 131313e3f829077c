import type { PageUpdate } from '../detect/page-memory';
import { PageReader, type Reading } from '../detect/page-reader';
import { addressOf, readPage } from '../detect/read-page';
import type { Correction, PageFacts } from '../detect/types';
import { rowOf } from '../detect/units';
import type { BadgeFact, PageView, TabReport } from '../messages';
import { isAlive, send } from '../messaging';
import { fullPoints } from '../verdicts';
import { Changes } from './changes';
import { type Found, isIntact, sameFound } from './found';
import { PageParts, type Part } from './page-parts';
import { type LineReader, lacking, load, type PainterApi } from './parts';
import { Reveals } from './reveals';
import { delay, Slices, settled } from './schedule';

const MOST_ERRORS = 20;
/** Milliseconds before each further try to read a page that could not be read. */
const TRIES = [0, 3_000, 15_000, 60_000];
/** How often to look whether the extension is still there, while something of it is on the page, milliseconds. */
const PULSE = 3_000;

/** Minnow on one page: reads it, asks the background what it holds, has it painted, and follows the page's changes. */
export class Overlay {
  /** What may name a company, as the background holds it too. */
  private parts = new PageParts();
  /** What is drawn, by the element that holds the text. */
  private readonly shown = new Map<Element, Found[]>();
  private readonly facts = new Map<string, BadgeFact>();
  private readonly timings: Record<string, number> = {};
  private readonly errors: string[] = [];
  private readonly stopped = new AbortController();
  private lines?: LineReader;
  private painter?: PainterApi;
  private page: PageFacts = { url: '', symbols: [], title: '' };
  private reader!: PageReader;
  private ids = 0;
  /** Counts page visits, so that an answer for the page before a navigation is not painted on the next. */
  private visit = 0;
  /** Set when the background may hold something else than this script: then the whole page is read again. */
  private astray = false;
  /** Failures to read the page, one after another. */
  private failures = 0;
  private pulse = 0;

  private readonly changes = new Changes({
    read: (roots) => this.follow(roots),
    holds: (element) => this.parts.has(element),
    hostRemoved: (host) => this.painter?.hostRemoved(host),
  });
  private readonly reveals = new Reveals((element) => this.changes.add(element));

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
    clearInterval(this.pulse);
    this.changes.stop();
    this.reveals.stop();
    this.painter?.stop();
    this.shown.clear();
    this.parts = new PageParts();
  }

  /** Applies new settings: look and bands at once, scores and corrections as soon as the background has answered. */
  async restyle(view: PageView): Promise<void> {
    this.view = view;
    this.painter?.restyle();
    this.painter?.closeCard();
    const shown = [...this.shown];
    for (const [element, found] of shown) {
      this.painter?.drop(element);
      for (const one of found) one.show = 'nothing';
    }
    this.decide();
    this.painter?.header(this.allFound(), this.page.url);
    for (const [element, found] of shown) this.show(element, found);
    if (this.timings.settled !== undefined) await this.visitPage();
  }

  report(): TabReport {
    return {
      url: addressOf(document),
      mentions: this.allFound().map(({ id, mention, fact, range, show }) => {
        const { x, y, width, height } = range.getBoundingClientRect();
        return {
          id,
          frame: 0,
          ticker: mention.ticker,
          surface: mention.surface,
          evidence: mention.evidence,
          reason: mention.reason,
          name: fact.name,
          smallCap: fact.smallCap,
          score: fact.score,
          verdict: fact.verdict,
          badge: this.view.badges.place !== 'underline' && (show === 'badge' || show === 'header'),
          rect: { x: x + scrollX, y: y + scrollY, width, height },
        };
      }),
      timings: { ...this.timings },
      errors: [...this.errors],
    };
  }

  /** Scrolls to a mention and marks it for a moment; `focus` gives its badge the keyboard's focus too. */
  scrollTo(id: number, focus = false): boolean {
    const found = this.allFound().find((one) => one.id === id);
    const holder = found?.range.startContainer.parentElement;
    if (!found || !holder?.isConnected) return false;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    holder.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    this.painter?.flash(found);
    if (focus) this.painter?.focus(found);
    return true;
  }

  private async visitPage(): Promise<void> {
    this.visit++;
    this.astray = false;
    this.parts = new PageParts();
    this.page = readPage(document, addressOf(document));
    this.reader = new PageReader(
      this.page.lang ?? '',
      async (phrases) => {
        const { known } = await send('lookup', { phrases, lacks: lacking('lines') });
        const answer = new Array<boolean>(phrases.length).fill(false);
        for (const index of known) answer[index] = true;
        return answer;
      },
      async (...asked) => {
        this.lines ??= await load('lines');
        return this.lines.readLines(...asked);
      },
      (root) => this.changes.observe(root),
    );
    await this.read(document.body ? [document.body] : []);
    this.timings.done ??= performance.now();
  }

  /** Reads the parts of the page that changed, or all of it when the page has become another one. */
  private async follow(roots: Element[]): Promise<number> {
    if (!isAlive()) {
      this.stop();
      return 0;
    }
    const start = performance.now();
    const moved = withoutHash(addressOf(document)) !== withoutHash(this.page.url);
    if (!moved && !this.astray) {
      const work = await this.read(roots);
      this.timings.follow = work;
      return work;
    }
    if (moved) this.painter?.closeCard();
    await this.visitPage();
    return performance.now() - start;
  }

  /** Reads parts of the page, asks what they name, and paints it. Answers the milliseconds of work. */
  private async read(roots: Element[]): Promise<number> {
    const { visit } = this;
    const slices = new Slices();
    const gone = () => this.stopped.signal.aborted || visit !== this.visit;
    try {
      const reading = await this.reader.read(roots, slices);
      if (gone()) return slices.spent();
      this.timings.read ??= slices.spent();
      await this.tell(roots, reading, slices, gone);
      if (!this.astray) this.failures = 0;
    } catch (error) {
      this.fail(error);
      this.retry();
    }
    return slices.spent();
  }

  /** Tells the background of what has changed, and draws what it answers. */
  private async tell(roots: Element[], reading: Reading, slices: Slices, gone: () => boolean): Promise<void> {
    for (const element of reading.hidden) this.reveals.watch(element);
    const parts = this.parts.size;
    const splices = this.parts.update(roots, reading.parts);
    if (splices.length === 0) return;
    const { finance, language } = this.reader.words;
    const { url, addresses, symbols } = this.page;
    const update: PageUpdate = {
      page: { host: new URL(url).hostname, addresses, symbols, lang: language, finance },
      parts,
      splices,
    };
    slices.stop();
    const asking = performance.now();
    const answer = await send('resolve', { update, lacks: lacking('badges') });
    if (gone()) return;
    this.timings.resolve ??= performance.now() - asking;
    if (answer.lost) return this.retry();
    for (const fact of answer.facts) this.facts.set(fact.ticker, fact);
    if (answer.facts.some(({ wanted }) => wanted)) await this.loadPainter();
    if (gone()) return;
    slices.start();
    const painting = performance.now();
    for (const { part, mentions } of answer.parts) this.parts.at(part)!.mentions = mentions;
    this.paint();
    this.timings.paint ??= performance.now() - painting;
  }

  /** Has the whole page read again after a while; gives up after some failures until the page changes. */
  private retry(): void {
    this.astray = true;
    const pause = TRIES[this.failures++];
    const body = document.body;
    if (pause !== undefined && body) delay(pause).then(() => this.changes.add(body));
  }

  private async loadPainter(): Promise<void> {
    const create = await load('badges');
    if (this.stopped.signal.aborted) return;
    this.pulse ||= setInterval(() => document.hidden || isAlive() || this.stop(), PULSE) as unknown as number;
    this.painter ??= create({
      view: () => this.view,
      corrected: (correction) => this.correct(correction),
      failed: (error) => this.fail(error),
    });
  }

  /** Draws what the parts of the page name; what did not change stays as it stands. */
  private paint(): void {
    const fresh = new Set<Element>();
    for (const element of [...this.shown.keys()]) if (!this.parts.has(element)) this.drop(element);
    for (const part of this.parts) {
      if (!part.altered) continue;
      part.altered = false;
      const now = this.findAll(part);
      const before = this.shown.get(part.element);
      if (before?.every(isIntact) && sameFound(before, now)) continue;
      this.drop(part.element);
      if (now.length > 0) {
        fresh.add(part.element);
        this.shown.set(part.element, now);
      }
    }
    const altered = new Set([...fresh, ...this.decide()]);
    for (const element of altered) this.painter?.drop(element);
    const found = [...altered].map((element) => this.shown.get(element)!);
    this.painter?.header(found.flat(), this.page.url);
    for (const element of altered) this.show(element, this.shown.get(element)!);
  }

  /** The mentions of a part as ranges on the page. */
  private findAll(part: Part): Found[] {
    return part.mentions.flatMap((mention) => {
      const block = part.blocks[mention.block];
      const fact = this.facts.get(mention.ticker);
      if (!block || !fact || !this.lines) return [];
      const range = this.lines.rangeOf(block, mention.start, mention.end);
      const one: Found = { id: ++this.ids, mention, fact, block, range, show: 'nothing' };
      return isIntact(one) ? [one] : [];
    });
  }

  /**
   * Decides what is drawn: a badge at a wanted company's first mention in a block or table row, marks at the others.
   * Answers the elements where that has changed.
   */
  private decide(): Set<Element> {
    const seen = new Map<unknown, Set<string>>();
    const changed = new Set<Element>();
    for (const { element } of this.parts) {
      const found = this.shown.get(element);
      if (!found) continue;
      const row = rowOf(element);
      for (const one of found) {
        const { ticker } = one.fact;
        const place = row === element ? one.block : row;
        const here = seen.get(place) ?? new Set();
        seen.set(place, here);
        const show = !isDrawn(one.fact, this.view.badges) ? 'nothing' : here.has(ticker) ? 'mark' : 'badge';
        here.add(ticker);
        if (one.show === show || (one.show === 'header' && show === 'badge')) continue;
        one.show = show;
        changed.add(element);
      }
    }
    return changed;
  }

  private show(element: Element, found: Found[]): void {
    this.shown.set(element, found);
    if (found.some(({ show }) => show !== 'nothing')) this.painter?.add(element, found);
  }

  private drop(element: Element): void {
    this.painter?.drop(element);
    this.shown.delete(element);
  }

  /** "Not this": takes the badges away at once. */
  private correct({ ticker, surface }: Correction): void {
    for (const [element, found] of [...this.shown]) {
      const left = found.filter(
        ({ mention }) =>
          mention.ticker !== ticker || (surface !== undefined && mention.surface.toLowerCase() !== surface),
      );
      if (left.length === found.length) continue;
      this.drop(element);
      if (left.length > 0) this.shown.set(element, left);
      this.decide();
      if (left.length > 0) this.show(element, left);
    }
  }

  private allFound(): Found[] {
    return [...this.parts].flatMap(({ element }) => this.shown.get(element) ?? []);
  }

  private fail(error: unknown): void {
    if (!isAlive()) this.stop();
    if (this.errors.length < MOST_ERRORS) this.errors.push(String((error as Error)?.message ?? error));
  }
}

/** Whether the user wants to see a company: by what it is, its verdict, and its score in full points. */
function isDrawn({ wanted, verdict, score }: BadgeFact, { bands, minScore }: PageView['badges']): boolean {
  if (!wanted || (verdict !== 'unknown' && !bands[verdict])) return false;
  return minScore === 0 || (score !== null && fullPoints(score) >= minScore);
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0]!;
}
