import browser, { type Manifest } from 'webextension-polyfill';
import { inTurn } from '../kept/in-turn';
import type { Messages, PageView } from '../messages';
import { hostOf, hostOfPattern, patternOf } from '../settings/host';
import { readSettings } from '../settings/migrations';
import type { Settings } from '../settings/schema';
import { addSite } from '../settings/sites';
import type { SettingsStore } from '../settings/store';
import { planRegistrations, removedHosts } from './added-sites';
import { viewOf } from './handlers';

/** Keeps the browser and its open tabs in step with the user's sites. */
export class ContentSites {
  #store: SettingsStore;
  #silent: (tabId: number) => void;
  readonly #next = inTurn();

  /** @param silent called for a tab on which Minnow was switched off */
  constructor(store: SettingsStore, silent: (tabId: number) => void) {
    this.#store = store;
    this.#silent = silent;
  }

  /** Registers the content script on the added hosts that may be read, and on no others. */
  sync(): void {
    this.#inTurn(async () => {
      const { added } = (await this.#store.read()).settings.sites;
      const mayRead = await Promise.all(
        added.map((host) => browser.permissions.contains({ origins: [patternOf(host)] })),
      );
      const present = await browser.scripting.getRegisteredContentScripts();
      const { add, drop } = planRegistrations(
        added.filter((_, i) => mayRead[i]),
        present.map(({ id, matches }) => ({ id, matches: matches ?? [] })),
      );
      if (drop.length > 0) await browser.scripting.unregisterContentScripts({ ids: drop });
      if (add.length === 0) return;
      const { js, allFrames } = contentScript();
      await browser.scripting.registerContentScripts(
        add.map((one) => ({
          ...one,
          js,
          allFrames,
          runAt: 'document_start',
          matchOriginAsFallback: true,
          persistAcrossSessions: true,
        })),
      );
      await this.#fill(add.flatMap(({ matches }) => matches));
    });
  }

  /** Runs the content script in open tabs that lack it, so that no reload is needed. */
  fillOpenTabs(): void {
    this.#inTurn(() => this.#fill(contentScript().matches));
  }

  /** The user let Minnow read more sites, here or in the browser's own settings. */
  granted(origins: string[]): void {
    const hosts = origins.map(hostOfPattern).filter((host) => host !== null);
    this.#inTurn(async () => {
      for (const host of hosts) {
        await this.#store.change((settings) => ({ sites: addSite(settings, host) }));
      }
      await this.#fill(origins);
    });
    this.sync();
  }

  /** Tells the open tabs, and drops what was given to hosts that the user removed. */
  settingsChanged(before: unknown, after: unknown): void {
    const old = readSettings(before);
    const now = readSettings(after);
    if (!('value' in now)) return;
    const settings = now.value;
    const removed = 'value' in old ? removedHosts(old.value.sites.added, settings.sites.added) : [];
    this.#inTurn(async () => {
      await this.#tellTabs(settings, removed);
      if (removed.length > 0) await browser.permissions.remove({ origins: removed.map(patternOf) });
    });
    this.sync();
  }

  /** Other data are there: open tabs ask again. */
  tellTabs(): void {
    this.#inTurn(async () => this.#tellTabs((await this.#store.read()).settings, []));
  }

  async #tellTabs(settings: Settings, removed: string[]): Promise<void> {
    const gone = new Set(
      (await Promise.all(removed.map((host) => browser.tabs.query({ url: patternOf(host) })))).flatMap(
        (tabs) => tabs.map(({ id }) => id),
      ),
    );
    for (const { id, url } of await browser.tabs.query({})) {
      const host = hostOf(url);
      if (id === undefined || host === null) continue;
      const view = viewOf(settings, [host]);
      if (gone.has(id)) view.on = false;
      if (!view.on) this.#silent(id);
      tell(id, view).catch(() => {});
    }
  }

  async #fill(matches: string[]): Promise<void> {
    if (matches.length === 0) return;
    const { settings } = await this.#store.read();
    const { js, allFrames } = contentScript();
    const tabs = await browser.tabs.query({ url: matches });
    await Promise.all(
      tabs.map(async ({ id, url, discarded }) => {
        if (id === undefined || discarded) return;
        // A page that answers has the content script already.
        const running = await tell(id, viewOf(settings, [hostOf(url)])).then(
          (answer) => answer !== undefined,
          () => false,
        );
        if (!running) await browser.scripting.executeScript({ target: { tabId: id, allFrames }, files: js });
      }),
    );
  }

  /** One after the other; what the browser refuses (a closed tab, a protected page) stops nothing else. */
  #inTurn(work: () => Promise<unknown>): void {
    this.#next(work).catch((error) => console.warn('Minnow:', error));
  }
}

function tell(tabId: number, view: PageView): Promise<unknown> {
  const message: { type: 'view-changed' } & Messages['view-changed']['ask'] = { type: 'view-changed', view };
  return browser.tabs.sendMessage(tabId, message);
}

/** The page script as the manifest declares it. */
function contentScript(): { matches: string[]; js: string[]; allFrames: boolean } {
  const [declared] = (browser.runtime.getManifest() as Manifest.WebExtensionManifest).content_scripts ?? [];
  return {
    matches: declared?.matches ?? [],
    js: declared?.js ?? [],
    allFrames: declared?.all_frames ?? false,
  };
}
