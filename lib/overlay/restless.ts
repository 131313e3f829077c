/** A page that changes at least this often in each of so many seconds running is restless. */
const OFTEN = 10;
const RUNNING = 3;
const SECOND = 1000;

/**
 * Tells whether a page keeps changing many times a second, as a table of live prices does. While nothing changes it
 * costs nothing: no timer runs.
 */
export class Restless {
  private changes = 0;
  /** Seconds running that were of the other kind than `restless` says. */
  private streak = 0;
  private restless = false;
  private timer = 0;
  private readonly observer = new MutationObserver(() => {
    this.changes++;
    if (this.timer === 0) this.wait();
  });

  /** @param changed called when the page becomes restless, and when it comes to rest again */
  constructor(private readonly changed: (restless: boolean) => void) {
    this.observer.observe(document, { childList: true, characterData: true, subtree: true });
  }

  stop(): void {
    this.observer.disconnect();
    clearTimeout(this.timer);
  }

  private wait(): void {
    this.timer = setTimeout(() => this.look(), SECOND) as unknown as number;
  }

  private look(): void {
    const often = this.changes >= OFTEN;
    this.changes = 0;
    this.timer = 0;
    this.streak = often === this.restless ? 0 : this.streak + 1;
    if (this.streak >= RUNNING) {
      this.restless = often;
      this.streak = 0;
      this.changed(often);
    }
    if (often || this.restless) this.wait();
  }
}
