import browser from 'webextension-polyfill';
import { TabCounts, toolbarWords } from './tab-counts';

const BADGE_GROUND = '#0b6e63';

/** The toolbar button: how many small caps stand on each tab. */
export class Toolbar {
  #counts = new TabCounts();

  /** Small caps that stand on a frame's page; `first` when nothing was known of the page before. */
  seen(tabId: number, frameId: number, tickers: string[], first: boolean): void {
    if (first) this.#counts.restart(tabId, frameId);
    this.#show(tabId, this.#counts.set(tabId, frameId, tickers));
  }

  /** Minnow went silent on a tab. */
  silent(tabId: number): void {
    this.forget(tabId);
    this.#show(tabId, 0);
  }

  forget(tabId: number): void {
    this.#counts.forget(tabId);
  }

  #show(tabId: number, count: number): void {
    const { text, title } = toolbarWords(count);
    // The tab may be gone by now: then there is no button to change.
    Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_GROUND }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#fff' }),
    ]).catch(() => {});
  }
}
