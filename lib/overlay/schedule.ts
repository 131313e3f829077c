import type { Pauses } from '../detect/page-reader';

/** Longest stretch of work before the page gets its turn, milliseconds. */
const SLICE = 8;
/** Share of the main thread that keeping up with a changing page may take. */
const SHARE = 0.02;
const SHORTEST_PAUSE = 150;
const LONGEST_PAUSE = 10_000;
/** How long to wait for an event before the page is asked for its state, milliseconds. */
const STUCK = 1000;

/** Resolves when the browser has nothing better to do, or after `timeout` milliseconds. */
export function idle(timeout = 500): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout });
    else setTimeout(resolve, 50);
  });
}

/** Work done in slices, with the page's turn in between, and the time that it took. */
export class Slices implements Pauses {
  private done = 0;
  private since: number | undefined = performance.now();

  get due(): boolean {
    return this.since !== undefined && performance.now() - this.since > SLICE;
  }

  async take(): Promise<void> {
    this.stop();
    await idle();
    this.start();
  }

  /** Begins to count time after a wait. */
  start(): void {
    this.since ??= performance.now();
  }

  /** Time from here on is a wait for something else. */
  stop(): void {
    this.done = this.spent();
    this.since = undefined;
  }

  /** Milliseconds of work so far. */
  spent(): number {
    return this.done + (this.since === undefined ? 0 : performance.now() - this.since);
  }
}

/** How long to wait before more work after `spent` milliseconds of it, so that it stays within its share. */
export function pauseAfter(spent: number): number {
  return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, spent / SHARE));
}

/**
 * Resolves once the page has settled: shown for real, loaded, and idle, so that a framework has taken over
 * the markup it was served. A page that never finishes loading is taken as settled after some seconds.
 */
export async function settled(): Promise<void> {
  const page = document as Document & { prerendering?: boolean };
  if (page.prerendering) await event(document, 'prerenderingchange');
  // A page that began to leave and stayed may become complete without any event.
  while (document.readyState === 'loading') {
    await Promise.race([event(document, 'DOMContentLoaded'), delay(STUCK)]);
  }
  if (document.readyState !== 'complete') await Promise.race([event(window, 'load'), delay(4000)]);
  await idle(1500);
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function event(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }));
}
