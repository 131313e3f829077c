import type { BlockView } from './block-view';
import type { CardOpener } from './card-opener';
import type { Found } from './found';
import { linesOf } from './geometry';

/** Opens the card from marked text that has no room for a badge. Listens only on the blocks that hold such text. */
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
    view.element.addEventListener('pointerleave', () => this.move([], undefined), options);
  }

  drop(view: BlockView): void {
    this.listening.get(view)?.abort();
    this.listening.delete(view);
  }

  private move(bare: Found[], event: PointerEvent | undefined): void {
    const over =
      event && event.pointerType !== 'touch'
        ? bare.find(({ range }) =>
            linesOf(range).some(
              (box) =>
                event.clientX >= box.left &&
                event.clientX <= box.right &&
                event.clientY >= box.top &&
                event.clientY <= box.bottom,
            ),
          )
        : undefined;
    if (over === this.over) return;
    this.over = over;
    if (!over) this.card.leave();
    else {
      const { mention, fact, range } = over;
      this.card.soon({
        ticker: mention.ticker,
        name: fact.name,
        reason: mention.reason,
        surface: mention.surface,
        anchor: range,
      });
    }
  }
}
