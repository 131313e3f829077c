import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { ContentSites } from '../lib/background/content-sites';
import { createHandlers } from '../lib/background/handlers';
import { readScores, SCORES_FILE } from '../lib/background/known-scores';
import { createMarket } from '../lib/background/market';
import { createRouter, type Sender } from '../lib/background/router';
import { ScoreMemory } from '../lib/background/score-memory';
import { Toolbar } from '../lib/background/toolbar';
import { dayOf } from '../lib/market/day';
import type { OnDemand } from '../lib/messages';
import { SETTINGS_KEY } from '../lib/settings/keys';
import { createSettingsStore } from '../lib/settings/store';

export default defineBackground(() => {
  const store = createSettingsStore(browser.storage.local);
  const toolbar = new Toolbar();
  const sites = new ContentSites(store, (tabId) => toolbar.silent(tabId));
  const router = createRouter(
    createHandlers(
      store,
      createMarket(readData, new ScoreMemory(browser.storage.session, shippedScores), () =>
        dayOf(new Date()),
      ),
      {
        inject,
        seen: (...page) => toolbar.seen(...page),
      },
    ),
    { id: browser.runtime.id, url: browser.runtime.getURL('') },
    (error) => console.error('Minnow:', error),
  );

  browser.runtime.onMessage.addListener(((message: unknown, sender: Sender) =>
    router(message, sender)) as Runtime.OnMessageListener);
  browser.runtime.onStartup.addListener(() => {
    closeStorageToPages();
    sites.sync();
  });
  browser.runtime.onInstalled.addListener(() => {
    closeStorageToPages();
    sites.sync();
    sites.fillOpenTabs();
  });
  browser.permissions.onAdded.addListener(({ origins }) => sites.granted(origins ?? []));
  browser.permissions.onRemoved.addListener(() => sites.sync());
  browser.storage.local.onChanged.addListener(({ [SETTINGS_KEY]: change }) => {
    if (change) sites.settingsChanged(change.oldValue, change.newValue);
  });
  browser.tabs.onRemoved.addListener((tabId) => toolbar.forget(tabId));
});

const readData = (file: string) => readOwn(`data/${file}`);

/** Scores that came with the extension; null where they cannot be used, since they can be computed. */
const shippedScores = () => readOwn(SCORES_FILE).then(readScores, () => null);

async function readOwn(file: string): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(file));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function inject(part: OnDemand, tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [`${part}.js`],
    injectImmediately: true,
  });
}

/** Page scripts have no business in the user's lists. Only Chrome lets an extension say so. */
function closeStorageToPages(): void {
  const area = browser.storage.local as {
    setAccessLevel?: (level: { accessLevel: string }) => Promise<void>;
  };
  area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
