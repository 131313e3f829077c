import { t } from '../i18n';
import { number } from '../i18n/format';
import type { Verdict } from '../thesis/types';
import { VERDICTS } from '../verdicts';

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

  /** Tabs with how many different small caps each has. */
  all(): [tabId: number, count: number][] {
    return [...this.#tabs].map(([tabId, frames]) => [
      tabId,
      new Set([...frames.values()].flatMap((each) => [...each])).size,
    ]);
  }

  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }
}

/** What the toolbar button shows, and says when pointed at: the market's score where one is given, else the small caps. */
export function toolbarWords(
  count: number,
  thesis?: { score: string; verdict: Verdict },
): { text: string; title: string } {
  if (thesis) {
    const said = { score: thesis.score, verdict: VERDICTS[thesis.verdict].spoken };
    const title =
      count === 0
        ? t('toolbar.score', said)
        : t('toolbar.scoreAndFound', count, { ...said, n: number(count) });
    return { text: thesis.score, title };
  }
  if (count === 0) return { text: '', title: t('toolbar.name') };
  const text = count > 999 ? t('toolbar.many') : String(count);
  return { text, title: t('toolbar.found', count, { n: number(count) }) };
}
