import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { Alerts } from '../lib/background/alerts';
import { createBoardHandlers } from '../lib/background/board-handlers';
import { startCommands } from '../lib/background/commands';
import { ContentSites } from '../lib/background/content-sites';
import { createHandlers } from '../lib/background/handlers';
import { readScores, SCORES_FILE } from '../lib/background/known-scores';
import { startLive } from '../lib/background/live';
import { createLiveHandlers } from '../lib/background/live-handlers';
import { startLookUp } from '../lib/background/look-up';
import { createMarket, renewable } from '../lib/background/market';
import { listenToAlerts, showAlerts } from '../lib/background/notices';
import { createRouter, type Sender } from '../lib/background/router';
import { ScoreMemory } from '../lib/background/score-memory';
import { Toolbar } from '../lib/background/toolbar';
import { createWatchHandlers } from '../lib/background/watch-handlers';
import { ErrorLog, type Work } from '../lib/diagnostics/error-log';
import { findCompanies } from '../lib/lookup/find';
import { companyName } from '../lib/market/company-name';
import { dayOf } from '../lib/market/day';
import { lastCloseDay } from '../lib/market/new-york';
import type { OnDemand } from '../lib/messages';
import { SETTINGS_KEY } from '../lib/settings/keys';
import { DEFAULT_LIVE, originsOf, PRICE_SOURCES, readLive } from '../lib/settings/live';
import { createSettingsStore } from '../lib/settings/store';
import { thesisOptions } from '../lib/settings/thesis-options';
import { RECORD_FILE } from '../lib/track-record/schema';
import { levelsOf } from '../lib/watchlist/schema';
import { createWatchlistStore, readWatchlist } from '../lib/watchlist/store';

/** Wait after a change of the data until open tabs are told, milliseconds. */
const SETTLES = 2000;

/** Companies suggested in the address bar. */
const SUGGESTIONS = 6;

export default defineBackground(() => {
  const errors = new ErrorLog(browser.storage.session, () => Date.now());
  const report = (work: Work) => (error: unknown) => {
    console.error('Minnow:', error);
    errors.add(work, error);
  };
  self.addEventListener('error', ({ error }) => errors.add('other', error));
  self.addEventListener('unhandledrejection', ({ reason }) => errors.add('other', reason));
  const store = createSettingsStore(browser.storage.local);
  const kept = async () => (await store.read()).settings;
  const toolbar = new Toolbar({
    shows: async () => (await kept()).toolbar,
    thesis: async () => (await market.scorer()).thesis(thesisOptions(await kept())),
  });
  const sites = new ContentSites(store, (tabId) => toolbar.silent(tabId));
  const memory = new ScoreMemory(browser.storage.session, shippedScores);
  const { refresher, keys, requests, replan } = startLive(
    readData,
    () => {
      market.renew();
      // A refresh changes the data several times: tabs ask again once.
      clearTimeout(telling);
      telling = setTimeout(() => {
        sites.tellTabs();
        watch();
      }, SETTLES);
    },
    report('refresh'),
  );
  let telling: ReturnType<typeof setTimeout>;
  let isLive = false;
  const begun = refresher.status().catch(() => {});
  const market = renewable(() =>
    createMarket(
      {
        read: async (file) => {
          // The record is of the extension's own making, and never fetched
          if (file === RECORD_FILE) return readData(file);
          const [{ read, live }] = await Promise.all([refresher.opened(), begun]);
          isLive = live;
          return read(file);
        },
        today: () => dayOf(new Date(refresher.now())),
        // While data are fetched they are judged on the newest close there can be: what is not renewed goes stale.
        asOf: (newest) => (isLive && refresher.brief ? lastCloseDay(refresher.now()) : newest),
        live: () => refresher.brief,
      },
      memory,
    ),
  );
  const alerts = new Alerts({
    area: browser.storage.local,
    kinds: async () => (await kept()).alerts,
    watched: async () => levelsOf((await readWatchlist(browser.storage.local)).watchlist),
    async state(tickers) {
      if ((await market.state()).state !== 'ready') return null;
      return (await market.scorer()).alertState(tickers, thesisOptions(await kept()));
    },
    show: showAlerts,
    now: () => Date.now(),
  });
  /** The market may have changed: what the button shows, and what is to be told. */
  const watch = () => {
    toolbar.renew().catch(() => {});
    alerts.check().catch(report('alerts'));
  };
  const router = createRouter(
    {
      ...createHandlers(store, market, { inject, seen: (...page) => toolbar.seen(...page) }, alerts),
      ...createBoardHandlers(store, market),
      ...createWatchHandlers(createWatchlistStore(browser.storage.local), () => dayOf(new Date())),
      ...createLiveHandlers(browser.storage.local, keys, refresher, market, requests, replan),
      'errors-get': async () => ({ errors: await errors.read() }),
    },
    { id: browser.runtime.id, url: browser.runtime.getURL('') },
    (error, type) => report(type)(error),
  );

  browser.runtime.onMessage.addListener(((message: unknown, sender: Sender) =>
    router(message, sender)) as Runtime.OnMessageListener);
  listenToAlerts();
  startCommands(store);
  const lookUp = startLookUp(async (text) => {
    const companies = findCompanies(text, await market.directory(), SUGGESTIONS);
    return companies.map(({ symbol, name }) => ({ ticker: symbol, name: companyName(name), smallCap: true }));
  }, report('look-up'));
  browser.runtime.onStartup.addListener(() => {
    watch();
    closeStorageToPages();
    sites.sync();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    watch();
    lookUp.install().catch(report('look-up'));
    if (reason === 'install') browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    closeStorageToPages();
    sites.sync();
    sites.fillOpenTabs();
  });
  browser.permissions.onAdded.addListener(async ({ origins = [], permissions = [] }) => {
    if (permissions.includes('notifications')) listenToAlerts();
    // Access to where data come from is not a wish for badges there.
    const sources = new Set(originsOf(await readLive(browser.storage.local)));
    const all = new Set([...sources, ...originsOf({ ...DEFAULT_LIVE, priceOrder: [...PRICE_SOURCES] })]);
    sites.granted(origins.filter((origin) => !all.has(origin)));
    if (origins.some((origin) => sources.has(origin))) replan();
  });
  browser.permissions.onRemoved.addListener(() => sites.sync());
  browser.storage.local.onChanged.addListener(({ [SETTINGS_KEY]: change }) => {
    if (!change) return;
    sites.settingsChanged(change.oldValue, change.newValue);
    watch();
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
