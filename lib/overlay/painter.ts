import { isAlive } from '../messaging';
import { BlockView, type Kit, type Look } from './block-view';
import { CardOpener } from './card-opener';
import type { Found } from './found';
import { Geometry, isEditable } from './geometry';
import { HeaderBadge } from './header-badge';
import { removeStrayHosts } from './host';
import { Islands } from './islands';
import { Marks } from './marks';
import type { PainterApi, PainterOwner } from './parts';
import { place } from './place';
import { Restless } from './restless';
import { delay } from './schedule';
import { TextHover } from './text-hover';

/** How far outside the window badges are kept ready, in the window's own size. */
const MARGIN = '100%';

/** How often a badge that is to get the focus is looked for while the page scrolls to it, and how far apart, milliseconds. */
const FOCUS_TRIES = 15;
const FOCUS_PAUSE = 100;

/** Draws marks, badges and the header's badge, and keeps them at their text. Nothing listens to scrolling. */
export class Painter implements PainterApi {
  private readonly views = new Map<Element, BlockView>();
  private readonly hosts = new WeakMap<Element, BlockView>();
  private readonly stopped = new AbortController();
  private readonly marks = new Marks();
  /** On a page that never rests, badges alone are shown, where there are any. */
  private readonly restless = new Restless((restless) => {
    this.rests = !restless;
    this.showMarks();
  });
  private rests = true;
  /** In the system's own colours a mark would look like selected text. */
  private readonly forced = matchMedia('(forced-colors: active)');
  private readonly card: CardOpener;
  private readonly hover: TextHover;
  private readonly islands = new Islands(() => this.layoutAll());
  private readonly kit: Kit;
  private quote?: HeaderBadge;

  private readonly near = new IntersectionObserver((entries) => this.onNear(entries), {
    rootMargin: MARGIN,
    scrollMargin: MARGIN,
  } as IntersectionObserverInit);
  private readonly sizes = new ResizeObserver((entries) =>
    this.layout(entries.map(({ target }) => this.views.get(target)).filter((view) => view?.resized)),
  );

  constructor(
    private readonly owner: PainterOwner,
    styles: { tokens: string; badge: string },
  ) {
    this.card = new CardOpener(owner);
    this.hover = new TextHover(this.card);
    this.kit = {
      marks: this.marks,
      sheets: [sheetOf(styles.tokens), sheetOf(styles.badge)],
      look: this.look,
      islands: this.islands,
      onBadge: ({ mention, fact }, badge) =>
        this.card.attach(badge, {
          ticker: mention.ticker,
          name: fact.name,
          reason: mention.reason,
          surface: mention.surface,
          anchor: badge,
        }),
    };
    this.restyle();
    const { signal } = this.stopped;
    document.fonts?.addEventListener('loadingdone', () => this.layoutAll(), { signal });
    window.addEventListener('resize', () => this.layoutAll(), { signal });
    // Text that was only read may have become an editor's.
    document.addEventListener('focusin', (event) => isEditable(event.target) && this.leaveEditors(), {
      signal,
    });
    // Marked words are drawn apart from the others even where the mark itself is not drawn.
    window.addEventListener('beforeprint', () => this.marks.show(false), { signal });
    window.addEventListener('afterprint', () => this.showMarks(), { signal });
    this.forced.addEventListener('change', () => this.showMarks(), { signal });
    window.addEventListener('pagehide', () => this.card.close(), { signal });
  }

  add(element: Element, found: Found[]): void {
    if (isEditable(element)) return;
    this.views.set(element, new BlockView(element, found, this.kit));
    this.near.observe(element);
    this.sizes.observe(element);
  }

  drop(element: Element): void {
    const view = this.views.get(element);
    if (!view) return;
    this.near.unobserve(element);
    this.sizes.unobserve(element);
    this.hover.drop(view);
    view.dispose();
    this.views.delete(element);
    if (this.quote && view.found.includes(this.quote.found)) {
      this.quote.remove();
      this.quote = undefined;
    }
  }

  header(found: Found[], url: string): void {
    if (this.quote || this.kit.look.place === 'underline') return;
    const header = HeaderBadge.find(found, url, this.kit);
    if (!header) return;
    this.quote = header;
    const covered = found.filter((one) => one.show === 'badge' && header.covers(one));
    for (const one of covered) one.show = 'header';
    header.show().then((shown) => {
      if (shown || this.quote !== header) return;
      this.quote = undefined;
      for (const one of covered) one.show = 'badge';
      this.layout(covered.map(({ block }) => this.views.get(block.element)));
    });
  }

  hostRemoved(host: Element): void {
    const view = this.hosts.get(host);
    if (view?.host?.element !== host) return;
    // The copy that comes with an update removes what it finds: an older one must not put it back.
    if (!isAlive()) {
      this.stop();
      return;
    }
    view.hostRemoved();
    this.layout([view]);
  }

  flash({ range }: Found): void {
    this.marks.flash(range);
  }

  async focus(found: Found): Promise<void> {
    for (let tries = FOCUS_TRIES; tries > 0 && !this.stopped.signal.aborted; tries--) {
      if ([...this.views.values()].some((view) => view.focus(found)) || this.quote?.focus(found)) return;
      await delay(FOCUS_PAUSE);
    }
  }

  restyle(): void {
    this.kit.look = this.look;
    this.marks.style(this.kit.sheets[0]!, this.kit.look.palette);
    this.showMarks();
  }

  private get look(): Look {
    const { palette, badges } = this.owner.view();
    return { palette, size: badges.size, place: badges.place, quiet: badges.quiet };
  }

  closeCard(): void {
    this.card.close();
  }

  stop(): void {
    this.stopped.abort();
    this.restless.stop();
    this.islands.stop();
    this.near.disconnect();
    this.sizes.disconnect();
    this.card.close();
    for (const element of [...this.views.keys()]) this.drop(element);
    this.marks.clear();
    removeStrayHosts(document);
  }

  private showMarks(): void {
    const alone = this.kit.look.place === 'underline';
    this.marks.show(alone || (this.rests && !this.forced.matches));
  }

  private leaveEditors(): void {
    for (const element of [...this.views.keys()]) if (isEditable(element)) this.drop(element);
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
    this.quote?.move();
  }

  /** Marks and badges for some blocks: reads first, then writes, twice, since a host's own place must be known. */
  private layout(some: (BlockView | undefined)[]): void {
    const views = some.filter((view): view is BlockView => view?.near === true && view.isCurrent);
    if (views.length === 0) return;
    const first = new Geometry();
    const points = views.map((view) => view.prepare(first));
    for (const [i, view] of views.entries()) {
      view.mark();
      const point = points[i];
      if (!point) continue;
      view.mount(point);
      this.hosts.set(view.host!.element, view);
    }
    const shifted = new Set(views.filter((view) => view.shifted));
    for (const view of shifted) view.giveUp();
    const second = new Geometry();
    const mounted = views.filter((view) => view.host);
    const others = [...this.views.values()].filter((view) => view.host && !views.includes(view));
    const taken = others.flatMap((view) => view.placed(second));
    const wanted = mounted.map((view) => view.wants(second));
    const places = place(
      wanted.flat().map(({ want }) => want),
      taken,
    );
    let next = 0;
    const placed = wanted.map((list) => list.map(({ found }) => ({ found, place: places[next++] ?? null })));
    for (const [i, view] of mounted.entries()) view.settle(placed[i]!);
    const astray = mounted.flatMap((view) => view.astray());
    for (const one of astray) one.view.nudge(one);
    const lost = [...new Set(astray.map(({ view }) => view))].flatMap((view) => view.astray());
    for (const { view, found } of lost) view.remove(found);
    for (const view of views) this.hover.update(view);
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
