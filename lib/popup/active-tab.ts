import browser, { type Tabs } from 'webextension-polyfill';
import { t } from '../i18n';
import {
  type Answer,
  isFailure,
  type Messages,
  type TabMention,
  type TabReport,
  type ToPage,
} from '../messages';
import { hostOf, patternOf } from '../settings/host';
import type { Settings } from '../settings/schema';
import { isOn } from '../settings/sites';
import { mergeReports } from './merge-reports';
import { whyUnreadable } from './page-kind';

export type TabState =
  | { kind: 'unreadable'; why: string }
  | { kind: 'off' | 'no-access' | 'loading'; host: string }
  | { kind: 'read'; host: string; report: TabReport };

/** The tab that the popup speaks about. */
export async function activeTab(): Promise<Tabs.Tab | undefined> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query(own === undefined ? { currentWindow: true } : {});
  if (own === undefined) return tabs.find(({ active }) => active);
  // Opened as a tab of its own, as mobile browsers do: then the page that was looked at before.
  return tabs
    .filter(({ url }) => !url?.startsWith(browser.runtime.getURL('')))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** What there is to say of a tab. */
export async function tabState(tab: Tabs.Tab | undefined, settings: Settings): Promise<TabState> {
  const why = whyUnreadable(tab?.url);
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || why !== null || host === null) {
    return { kind: 'unreadable', why: why ?? t('popup.unreadable.other') };
  }
  if (!isOn(settings, host)) return { kind: 'off', host };
  try {
    return { kind: 'read', host, report: await reportOf(tab.id) };
  } catch {
    // Nothing listens there: Minnow may not read the site, or its script has not started yet.
    if (!(await mayRead(host))) return { kind: 'no-access', host };
    if (tab.status !== 'complete' || tab.id === started) return { kind: 'loading', host };
    started = tab.id;
    return start(tab.id, host);
  }
}

/** Brings a mention into view, with the keyboard's focus on its badge. @throws Error when the page is gone */
export async function scrollTo(
  tabId: number,
  { id, frame }: Pick<TabMention, 'id' | 'frame'>,
  focus = false,
): Promise<boolean> {
  return (await ask(tabId, frame, 'scroll-to', { id, focus })).found;
}

/** What was found on a tab and in its frames. @throws Error when nothing listens on the page */
export async function reportOf(tabId: number): Promise<TabReport> {
  const report = await ask(tabId, 0, 'tab-report', {});
  const frames = await otherFrames(tabId).catch(() => []);
  const answers = await Promise.allSettled(
    frames.map(async (frame) => ({ frame, report: await ask(tabId, frame, 'tab-report', {}) })),
  );
  const others = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  return mergeReports([{ frame: 0, report }, ...others]) ?? report;
}

/** The frames in a tab that Minnow may read, without the page itself. */
async function otherFrames(tabId: number): Promise<number[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => true,
    // A frame that never finishes loading keeps nobody waiting.
    injectImmediately: true,
  });
  return results.map(({ frameId }) => frameId).filter((frame) => frame !== 0);
}

function mayRead(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(host)] });
}

/** Starts the page's script on a page that lacks it, such as one that was open before Minnow was installed. */
let started: number | undefined;

async function start(tabId: number, host: string): Promise<TabState> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: script?.js ?? [] });
    return { kind: 'loading', host };
  } catch {
    return { kind: 'unreadable', why: t('popup.unreadable.refused') };
  }
}

async function ask<T extends ToPage>(
  tabId: number,
  frameId: number,
  type: T,
  content: Messages[T]['ask'],
): Promise<Answer<T>> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, { type, ...content }, { frameId });
  if (answer === undefined || isFailure(answer)) throw new Error(t('popup.here.noAnswer'));
  return answer as Answer<T>;
}
