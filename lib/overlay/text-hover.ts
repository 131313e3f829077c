import type { BlockView } from './block-view';
import type { CardOpener, CardSubject } from './card-opener';
import type { Found } from './found';
import { linesOf } from './geometry';

/** Elements that answer to a press. */
const ANSWERS = 'a,button,input,label,select,summary,textarea,[onclick],[role="button"],[role="link"]';

/** Opens the card from marked text that has no room for a badge, for a pointer or a finger. Listens only on the blocks that hold such text. */
export class TextHover {
  private readonly listening = new Map<BlockView, AbortController>();
  private over: Found | undefined;

  constructor(private readonly card: CardOpener) {}

  /** Starts or stops listening on a block, after its badges were placed. */
  update(view: BlockView): void {
    const bare = view.found.filter((found) => found.show === 'badge' && !view.badges.has(found));
    this.drop(view);
    if (bare.length === 0) return;
    const stop = new AbortController();
    this.listening.set(view, stop);
    const options = { passive: true, signal: stop.signal };
    view.element.addEventListener('pointermove', (event) => this.move(bare, event as PointerEvent), options);
    view.element.addEventListener('click', (event) => this.tap(bare, event as PointerEvent), options);
    view.element.addEventListener('pointerleave', () => this.move([], undefined), options);
  }

  drop(view: BlockView): void {
    this.listening.get(view)?.abort();
    this.listening.delete(view);
  }

  private move(bare: Found[], event: PointerEvent | undefined): void {
    const over = event && event.pointerType !== 'touch' ? foundAt(bare, event) : undefined;
    if (over === this.over) return;
    this.over = over;
    if (over) this.card.soon(subjectOf(over));
    else this.card.leave();
  }

  /** A finger has no other way to such text; what the page itself answers to is left to it. */
  private tap(bare: Found[], event: PointerEvent): void {
    if (event.pointerType !== 'touch' || event.defaultPrevented) return;
    if ((event.target as Element).closest(ANSWERS)) return;
    const found = foundAt(bare, event);
    if (found) this.card.show(subjectOf(found));
  }
}

function foundAt(some: Found[], { clientX: x, clientY: y }: PointerEvent): Found | undefined {
  return some.find(({ range }) =>
    linesOf(range).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
  );
}

function subjectOf({ mention, fact, range }: Found): CardSubject {
  return {
    ticker: mention.ticker,
    name: fact.name,
    reason: mention.reason,
    surface: mention.surface,
    anchor: range,
  };
}
