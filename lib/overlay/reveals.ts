import { isVisible } from '../detect/units';

/** Hidden places that are watched at once, at most. */
const MOST = 500;

/** Watches elements that name a company and cannot be seen, until the page shows them by a change of style alone. */
export class Reveals {
  private readonly watched = new Set<Element>();
  private readonly sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (!target.isConnected) this.leave(target);
      else if (contentRect.width > 0 && contentRect.height > 0 && isVisible(target)) {
        this.leave(target);
        this.shown(target);
      }
    }
  });

  constructor(private readonly shown: (element: Element) => void) {}

  watch(element: Element): void {
    if (this.watched.size >= MOST || this.watched.has(element)) return;
    this.watched.add(element);
    this.sizes.observe(element);
  }

  stop(): void {
    this.sizes.disconnect();
    this.watched.clear();
  }

  private leave(element: Element): void {
    this.watched.delete(element);
    this.sizes.unobserve(element);
  }
}
