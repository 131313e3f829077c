import { send } from '../messaging';
import { quoteSymbol, siteOf } from '../sites';
import { createBadge, moveBadge } from './badge';
import type { Kit } from './block-view';
import { groundOf } from './colors';
import type { Found } from './found';
import { Geometry, linesOf, scaleOf } from './geometry';
import { createHost, type Host } from './host';
import { type Box, intersect } from './place';
import { sparkline } from './sparkline';

const HEIGHT = 28;
const SPARK = { width: 72, height: 16, points: 60 };
const DISTANCE = 12;
const DAYS = 365;

/** The larger badge with a year's price line beside the company's name on its quote page. */
export class HeaderBadge {
  private host?: Host;
  private badge?: HTMLButtonElement;
  private readonly resizes = new ResizeObserver(() => this.move());

  private constructor(
    readonly target: Element,
    readonly found: Found,
    private readonly kit: Kit,
  ) {}

  /** The header of this page, when it is the quote page of one of the companies found in the header's own text. */
  static find(all: readonly Found[], url: string, kit: Kit): HeaderBadge | undefined {
    const symbol = quoteSymbol(url);
    const own = all.filter(({ mention, show }) => mention.ticker === symbol && show !== 'nothing');
    if (!own[0]) return undefined;
    const headers = [...document.querySelectorAll(siteOf(url)?.header ?? 'h1')];
    const target = headers.find((one) => own.some(({ block }) => one.contains(block.element))) ?? headers[0];
    if (!target) return undefined;
    return new HeaderBadge(target, own.find(({ block }) => target.contains(block.element)) ?? own[0], kit);
  }

  /** Whether a text stands in this header, so that it needs no badge of its own. */
  covers(found: Found): boolean {
    return found.mention.ticker === this.found.mention.ticker && this.target.contains(found.block.element);
  }

  /** Gives the badge the focus, when it stands for a mention. */
  focus(found: Found): boolean {
    if (!this.badge || !this.covers(found)) return false;
    this.badge.focus({ preventScroll: true });
    return true;
  }

  /** Adds the badge where there is free ground beside the name. Answers whether there was. */
  async show(): Promise<boolean> {
    const card = await send('card', { ticker: this.found.mention.ticker }).catch(() => undefined);
    const geometry = new Geometry();
    const text = firstText(this.target);
    const point = text && geometry.mountPoint(text);
    if (!text?.parentElement || !point || this.kit.islands.isAsleep(this.target)) return false;
    const ground = groundOf(geometry.style(text.parentElement).color);
    this.badge = createBadge(this.found.fact);
    this.badge.dataset.form = 'header';
    // Looking at what lies under it counts as a frame: seen at two places in turn, it would be a layout shift.
    this.badge.style.visibility = 'hidden';
    const values = yearOf(card?.stock);
    if (values.length > 1) this.badge.append(sparkline(values, SPARK.width, SPARK.height));
    this.host = createHost(this.kit.sheets, ground, this.kit.look);
    this.host.surface.append(this.badge);
    const before = this.target.getBoundingClientRect();
    point.append(this.host.element);
    const after = this.target.getBoundingClientRect();
    if (before.width !== after.width || before.height !== after.height || !this.move()) {
      this.remove();
      return false;
    }
    this.kit.onBadge(this.found, this.badge);
    this.resizes.observe(this.target);
    return true;
  }

  remove(): void {
    this.resizes.disconnect();
    this.host?.element.remove();
    this.host = undefined;
  }

  /** Moves the badge to its place beside the name; hides it where something else stands there. */
  move(): boolean {
    if (!this.host || !this.badge) return false;
    const range = document.createRange();
    range.selectNodeContents(this.target);
    const line = linesOf(range).at(-1);
    const width = this.badge.offsetWidth;
    if (!line || !width) return false;
    const rtl = getComputedStyle(this.target).direction === 'rtl';
    const left = rtl ? line.left - DISTANCE - width : line.right + DISTANCE;
    const middle = (line.top + line.bottom) / 2;
    const box = { left, right: left + width, top: middle - HEIGHT / 2, bottom: middle + HEIGHT / 2 };
    const free = this.isFree(box);
    if (!free) this.badge.style.visibility = 'hidden';
    else {
      const parent = this.host.element.parentElement;
      moveBadge(
        this.badge,
        { form: 'header', box },
        this.host.element.getBoundingClientRect(),
        parent ? scaleOf(parent) : 1,
      );
      this.badge.style.visibility = 'visible';
    }
    return free;
  }

  /** Whether only the header's own ground lies under a box that the page would show. */
  private isFree(box: Box): boolean {
    const seen = intersect(box, new Geometry().room(this.target));
    if (seen.right < box.right || seen.bottom < box.bottom || seen.left > box.left || seen.top > box.top)
      return false;
    for (const x of [box.left + 1, (box.left + box.right) / 2, box.right - 1]) {
      for (const y of [box.top + 1, box.bottom - 1]) {
        const under = document.elementFromPoint(x, y);
        if (
          under &&
          under !== this.host?.element &&
          !under.contains(this.target) &&
          !this.target.contains(under)
        )
          return false;
      }
    }
    return true;
  }
}

function firstText(element: Element): Text | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (/\S/.test((walker.currentNode as Text).data)) return walker.currentNode as Text;
  return null;
}

/** The last year's closes, thinned to what a small line can show. */
function yearOf(stock: { days: number[]; values: number[] } | undefined): number[] {
  const last = stock?.days.at(-1);
  if (!stock || last === undefined) return [];
  const year = stock.values.slice(stock.days.findIndex((day) => day >= last - DAYS));
  const step = Math.max(1, year.length / SPARK.points);
  return Array.from(
    { length: Math.min(SPARK.points, year.length) },
    (_, i) => year[Math.min(year.length - 1, Math.round(i * step))]!,
  );
}
