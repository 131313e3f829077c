import browser, { type Tabs } from 'webextension-polyfill';
import { reportOf, scrollTo } from '../popup/active-tab';
import { hostOf, patternOf } from '../settings/host';
import { isOn, switchSite } from '../settings/sites';
import type { SettingsStore } from '../settings/store';
import { nextBadge } from './next-badge';

interface Panels {
  chrome?: { sidePanel?: { open(at: { windowId: number }): Promise<void> } };
  browser?: { sidebarAction?: { open(): Promise<void> } };
}

/** Keys by which Minnow is used without the mouse; the browser itself opens the popup. */
export function startCommands(store: SettingsStore): void {
  /** The badge shown last on each tab. */
  const shown = new Map<number, string>();

  const step = async (tab: Tabs.Tab, by: 1 | -1) => {
    if (tab.id === undefined) return;
    const { mentions } = await reportOf(tab.id);
    const next = nextBadge(mentions, shown.get(tab.id), by);
    if (!next) return;
    shown.set(tab.id, next.key);
    await scrollTo(tab.id, next.mention, true);
  };

  browser.tabs.onRemoved.addListener((tabId) => shown.delete(tabId));
  browser.commands?.onCommand.addListener((name: string, pressed?: Tabs.Tab) => {
    // Straight from the key, since browsers open a panel for nothing else.
    const opened = name === 'open-panel' ? openPanel(pressed) : undefined;
    const work = async () => {
      await opened;
      const tab = pressed ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
      if (!tab) return;
      if (name === 'toggle-site') await toggleSite(store, tab);
      if (name === 'next-badge') await step(tab, 1);
      if (name === 'previous-badge') await step(tab, -1);
    };
    // A page that Minnow does not read has no badges, and nothing to switch.
    work().catch(() => {});
  });
}

async function openPanel(tab: Tabs.Tab | undefined): Promise<void> {
  const { chrome, browser: own } = globalThis as Panels;
  if (own?.sidebarAction) await own.sidebarAction.open();
  else if (tab?.windowId !== undefined) await chrome?.sidePanel?.open({ windowId: tab.windowId });
}

/** Turns Minnow on or off on a tab's site; where it may not read the site, the popup opens, which can ask. */
async function toggleSite(store: SettingsStore, tab: Tabs.Tab): Promise<void> {
  const host = hostOf(tab.url);
  if (host === null || !(await browser.permissions.contains({ origins: [patternOf(host)] }))) {
    await browser.action.openPopup();
    return;
  }
  await store.change((settings) =>
    isOn(settings, host)
      ? { sites: switchSite(settings, host, false) }
      : { on: true, sites: switchSite(settings, host, true) },
  );
}
