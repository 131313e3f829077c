import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Answer, LiveView, Message, MessageType, SettingsView } from '../../lib/messages';
import type { WatchlistView } from '../../lib/watchlist/store';
import { BROWSERS } from '../../scripts/lib/browsers';
import { openExtensionUrl } from '../../scripts/lib/session';
import { setLive, useProviders } from './live-stage';
import { type Stage, until, useBrowser } from './stage';

interface Api {
  runtime: {
    getManifest(): { version: string };
    sendMessage(message: object): Promise<unknown>;
  };
  storage: {
    local: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
}
declare const chrome: Api;

const KEY = 'tk-5f0c2d9a77b1';
const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'kept', 'fixtures', `${name}-1.json`), 'utf8'));
const ask = <T extends MessageType>(page: Page, message: Message & { type: T }) =>
  page.evaluate((body) => chrome.runtime.sendMessage(body) as never, message) as Promise<Answer<T>>;
const textOf = (page: Page) => page.evaluate(() => document.body.textContent);

describe.each(BROWSERS)('Minnow in a running %s', (browser) => {
  let folder: string;
  const minnow = useBrowser(browser, (copy) => {
    folder = copy;
  });
  const providers = useProviders();
  let page: Page;

  /** Puts another version in the place of this one, as the browser does; answers a page of the new one. */
  async function becomes(version: string, stage: Stage): Promise<Page> {
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
    const from = page ?? stage.session.hub;
    // The pages of the extension close with it: the browser must not be left without any.
    await stage.session.browser.newPage();
    const url = await from.evaluate(() => new URL('options.html', location.href).href);
    await stage.session.browser.installExtension(folder);
    return until(
      async () => {
        const next = await stage.session.browser.newPage();
        try {
          await openExtensionUrl(next, url, browser);
          const now = await next.evaluate(() => chrome.runtime.getManifest().version);
          if (now === version) return next;
        } catch {
          // Not there yet.
        }
        await next.close().catch(() => {});
        return undefined;
      },
      `version ${version}`,
      30_000,
    );
  }

  test('is updated, and keeps settings, live settings, watchlist, alerts, keys and fetched data', async () => {
    const { hub } = minnow.session;
    const { version: _, ...settings } = fixture('settings');
    await minnow.set(settings);
    await setLive(minnow, { on: true, bases: providers.server.bases, priceOrder: ['tiingo', 'yahoo'] });
    await ask(hub, { type: 'live-key', name: 'tiingo', key: KEY });
    for (const entry of fixture('watchlist').entries) await ask(hub, { type: 'watchlist-put', entry });
    await hub.evaluate((alerts) => chrome.storage.local.set({ alerts }), fixture('alerts'));
    await ask(hub, { type: 'live-refresh' });
    const live = await until(
      async () => {
        const view = await ask(hub, { type: 'live-get' });
        return !view.status.running && view.status.bytes > 0 && view;
      },
      'data to be fetched',
      60_000,
    );
    await setLive(minnow, { on: false });
    const before = await hub.evaluate(() => chrome.storage.local.get(null));
    expect(Object.keys(before).sort()).toEqual(['alerts', 'live', 'settings', 'watchlist']);

    page = await becomes('0.9.0', minnow);
    expect(await page.evaluate(() => chrome.storage.local.get(null))).toEqual(before);
    expect((await ask(page, { type: 'settings-get' })).settings).toMatchObject(settings);
    expect((await ask(page, { type: 'watchlist-get' })).watchlist).toEqual(fixture('watchlist'));
    expect((await ask(page, { type: 'alerts-get' })).history).toEqual(fixture('alerts').history);
    expect((await ask(page, { type: 'live-keys' })).keys).toEqual({ tiingo: KEY });
    const after = await ask(page, { type: 'live-get' });
    expect(after.settings).toMatchObject({ on: false, priceOrder: ['tiingo', 'yahoo'] });
    expect(after.status.bytes).toBe(live.status.bytes);
  }, 180_000);

  test('is put back to an older version, says so of each store, and loses nothing', async () => {
    const future = await page.evaluate(
      async (stores) => {
        const kept = await chrome.storage.local.get(null);
        const next = Object.fromEntries(
          stores.map((key) => [key, { ...(kept[key] as object), version: 2, later: [key] }]),
        );
        await chrome.storage.local.set(next);
        for (const name of ['minnow-keys', 'minnow-data']) {
          await new Promise<void>((done, failed) => {
            const opening = indexedDB.open(name, 9);
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
              opening.result.close();
              done();
            };
          });
        }
        return next;
      },
      ['settings', 'live', 'watchlist', 'alerts'],
    );

    page = await becomes('0.1.0', minnow);
    const view = await ask(page, { type: 'settings-get' });
    expect((view as SettingsView).problem).toContain('newer Minnow (version 2');
    expect(((await ask(page, { type: 'live-get' })) as LiveView).problem).toContain(
      'newer Minnow (version 2',
    );
    expect(((await ask(page, { type: 'watchlist-get' })) as WatchlistView).problem).toContain(
      'newer Minnow (version 2',
    );
    expect((await ask(page, { type: 'alerts-get' })).problem).toContain('newer Minnow (version 2');
    await until(
      async () => (await textOf(page)).split('newer Minnow').length > 4,
      'the options to say so of each',
    );
    expect((await ask(page, { type: 'live-keys' })).keys).toEqual({ tiingo: KEY });
    expect((await ask(page, { type: 'thesis' })).data.state).toBe('ready');

    await ask(page, { type: 'settings-set', patch: { theme: 'light' } });
    await ask(page, { type: 'live-set', patch: { feedUrl: '' } });
    await ask(page, { type: 'watchlist-put', entry: { ticker: 'CALM', note: '', added: '2026-11-25' } });
    await ask(page, { type: 'alerts-clear' });
    const kept = await page.evaluate(() => chrome.storage.local.get(null));
    for (const [key, value] of Object.entries(future)) expect(kept[`${key}-set-aside`]).toEqual([value]);
    expect((await ask(page, { type: 'settings-get' })).problem).toBeUndefined();
    const databases = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).sort(),
    );
    expect(databases).toEqual(['minnow-data 9', 'minnow-keys 9']);
  }, 120_000);
});
