import browser from 'webextension-polyfill';
import { PANEL_TAB_KEY, type PanelTab } from '../lib/side-panel';

interface Panels {
  chrome?: { sidePanel?: { open(at: { windowId: number }): Promise<void> } };
  browser?: { sidebarAction?: { open(): Promise<void> } };
}

/** Chrome's own number for "the window that asks". */
const THIS_WINDOW = -2;

/**
 * Opens the panel beside the page at one of its tabs; where the browser has none or does not open it, in a tab. To be called
 * straight from a click, with nothing awaited before.
 */
export async function openSidePanel(tab: PanelTab, windowId = THIS_WINDOW): Promise<void> {
  // Without it the panel opens at its first tab.
  browser.storage.session.set({ [PANEL_TAB_KEY]: tab }).catch(() => {});
  const { chrome, browser: own } = globalThis as Panels;
  try {
    if (own?.sidebarAction) await own.sidebarAction.open();
    else if (chrome?.sidePanel) await chrome.sidePanel.open({ windowId });
    else throw new Error('This browser has no side panel.');
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('sidepanel.html') });
  }
}
