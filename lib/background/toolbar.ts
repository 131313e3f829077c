import browser from 'webextension-polyfill';
import type { Settings } from '../settings/schema';
import type { Score, Verdict } from '../thesis/types';
import { showScore } from '../verdicts';
import { TabCounts, toolbarWords } from './tab-counts';

const GROUNDS: Record<Verdict, string> = {
  supports: '#0b6e63',
  neutral: '#52606f',
  against: '#b3400f',
  unknown: '#52606f',
};

/** What the toolbar button needs to know. */
export interface ToolbarWorld {
  shows(): Promise<Settings['toolbar']>;
  /** The market's score. @throws when there are no data */
  thesis(): Promise<Pick<Score, 'score' | 'verdict'>>;
}

/** The toolbar button: how many small caps stand on each tab, or the market's score. */
export class Toolbar {
  #counts = new TabCounts();
  #world: ToolbarWorld;

  constructor(world: ToolbarWorld) {
    this.#world = world;
  }

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

  /** Shows everything anew: the user wants something else shown, or the score may have changed. */
  async renew(): Promise<void> {
    const score = await this.#score();
    const { text, title } = toolbarWords(0, score);
    await Promise.all([
      browser.action.setBadgeText({ text }),
      browser.action.setTitle({ title }),
      browser.action.setBadgeBackgroundColor({ color: GROUNDS[score?.verdict ?? 'supports'] }),
      browser.action.setBadgeTextColor?.({ color: '#fff' }),
    ]);
    for (const [tabId, count] of this.#counts.all()) this.#show(tabId, count);
  }

  async #show(tabId: number, count: number): Promise<void> {
    const score = await this.#score();
    const { text, title } = toolbarWords(count, score);
    // The tab may be gone by now: then there is no button to change.
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: GROUNDS[score?.verdict ?? 'supports'] }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#fff' }),
    ]).catch(() => {});
  }

  /** The market's score where that is what the user wants to see. */
  async #score(): Promise<{ verdict: Verdict; score: string } | undefined> {
    if ((await this.#world.shows()) !== 'score') return undefined;
    const { score, verdict } = await this.#world
      .thesis()
      .catch(() => ({ score: null, verdict: 'unknown' as const }));
    return { verdict, score: showScore(score) };
  }
}
