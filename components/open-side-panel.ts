import browser from 'webextension-polyfill';

interface Panels {
  chrome?: { sidePanel?: { open(at: { windowId: number }): Promise<void> } };
  browser?: { sidebarAction?: { open(): Promise<void> } };
}

/** Chrome's own number for "the window that asks". */
const THIS_WINDOW = -2;

/**
 * Opens the panel beside the page; where the browser has none or does not open it, in a tab. To be called
 * straight from a click, with nothing awaited before.
 */
export async function openSidePanel(windowId = THIS_WINDOW): Promise<void> {
  const { chrome, browser: own } = globalThis as Panels;
  try {
    if (own?.sidebarAction) await own.sidebarAction.open();
    else if (chrome?.sidePanel) await chrome.sidePanel.open({ windowId });
    else throw new Error('This browser has no side panel.');
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('sidepanel.html') });
  }
}
