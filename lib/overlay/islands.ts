import { parentOf } from './geometry';
import { delay, idle } from './schedule';

/**
 * Parts of a page that were made on the server and that a framework takes over later: in view, at a press, or when its
 * script arrives. Until then it takes an extra child for a mistake and may draw the part anew. Each of these marks goes,
 * or its opposite comes, at that moment: Astro's, Vue 2's, Lit's, Angular's, Eleventy's.
 */
const ASLEEP = 'astro-island[ssr],[data-server-rendered="true"],[defer-hydration],[ngh],is-land:not([ready])';
const MARKS = ['ssr', 'data-server-rendered', 'defer-hydration', 'ngh', 'ready'];

/** How long a framework may still be at work after the mark has gone, milliseconds: React plans its work ahead. */
const WAKING = 500;

/** Tells which parts of a page no framework has taken over yet, and when one has. */
export class Islands {
  /** Parts that were asked about, as long as nothing may be added to them. */
  private readonly asleep = new WeakSet<Element>();
  private readonly observer = new MutationObserver((records) => {
    for (const { target } of records) void this.wake(target as Element);
  });
  private stopped = false;

  /** @param awake called when a part that was asked about has been taken over */
  constructor(private readonly awake: () => void) {}

  /** Whether nothing may be added around an element yet. */
  isAsleep(element: Element): boolean {
    for (let one: Element | null = element; one; one = parentOf(one)) {
      if (this.asleep.has(one)) return true;
      if (!one.matches(ASLEEP)) continue;
      this.asleep.add(one);
      this.observer.observe(one, { attributes: true, attributeFilter: MARKS });
      return true;
    }
    return false;
  }

  stop(): void {
    this.stopped = true;
    this.observer.disconnect();
  }

  private async wake(island: Element): Promise<void> {
    await delay(WAKING);
    await idle();
    if (this.stopped || island.matches(ASLEEP)) return;
    this.asleep.delete(island);
    this.awake();
  }
}
