/** Small caps seen on each tab, frame by frame, for the number on the toolbar button. */
export class TabCounts {
  #tabs = new Map<number, Map<number, Set<string>>>();

  /** Keeps what one frame holds and answers how many different small caps the tab has now. */
  set(tabId: number, frameId: number, tickers: Iterable<string>): number {
    const frames = this.#tabs.get(tabId) ?? new Map<number, Set<string>>();
    this.#tabs.set(tabId, frames);
    frames.set(frameId, new Set(tickers));
    return new Set([...frames.values()].flatMap((each) => [...each])).size;
  }

  /** A frame shows another page; that of frame 0 empties the whole tab. */
  restart(tabId: number, frameId: number): void {
    if (frameId === 0) this.#tabs.delete(tabId);
    else this.#tabs.get(tabId)?.delete(frameId);
  }

  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }
}

/** What the toolbar button shows for a number of small caps, and says when pointed at. */
export function toolbarWords(count: number): { text: string; title: string } {
  if (count === 0) return { text: '', title: 'Minnow' };
  const text = count > 999 ? '999+' : String(count);
  return { text, title: `Minnow: ${count} ${count === 1 ? 'small cap' : 'small caps'} on this page` };
}
