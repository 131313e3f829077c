import browser from 'webextension-polyfill';
import { indexedDbKeys } from '../cache/keys';
import { Refresher } from '../cache/refresh';
import { RequestLog } from '../cache/request-log';
import { indexedDbStore } from '../cache/store';
import type { ReadFile } from '../market/dataset';
import { originsOf, readLive } from '../settings/live';
import { withoutOwnName } from './unnamed';

const ALARM = 'refresh';
/** A browser that slept through the alarm, or lost it, looks again after this long, minutes. */
const RHYTHM = 30;
/** Chrome stops a worker that calls nothing of the browser's for 30 seconds. */
const ALIVE = 20_000;

/** Live data in the browser: what wakes the refreshing, and what it stands on. */
export function startLive(readShipped: ReadFile, changed: () => void, report: (error: unknown) => void) {
  const keys = indexedDbKeys();
  const requests = new RequestLog(browser.storage.session);
  const refresher = new Refresher({
    store: indexedDbStore(),
    keys,
    readShipped,
    settings: async () => {
      const settings = await readLive(browser.storage.local);
      // What the browser does not let Minnow read is not asked.
      const allowed =
        settings.on &&
        (await browser.permissions.contains({ origins: originsOf(settings) }).catch(() => false));
      return { ...settings, on: allowed };
    },
    fetch: (url, init) => fetch(url, init),
    log: (request) => void requests.add(request),
    clock: () => Date.now(),
    random: () => Math.random(),
    online: () => navigator.onLine,
    lock: async (work, wait) => {
      await navigator.locks.request(ALARM, { ifAvailable: !wait }, async (lock) => {
        if (!lock) return;
        await withoutOwnName(originsOf(await readLive(browser.storage.local))).catch(() => {});
        const alive = setInterval(() => browser.runtime.getPlatformInfo(), ALIVE);
        await work().finally(() => clearInterval(alive));
      });
    },
    changed,
    report,
  });

  async function plan(): Promise<void> {
    const nextAt = await refresher.nextAt();
    if (nextAt === undefined) {
      await browser.alarms.clear(ALARM);
      return;
    }
    browser.alarms.create(ALARM, { when: Math.max(nextAt, Date.now() + 1000), periodInMinutes: RHYTHM });
  }
  async function run(): Promise<void> {
    await refresher.run();
    await plan();
  }
  const replan = () => void run().catch(report);

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) replan();
  });
  browser.permissions.onRemoved.addListener(() => void refresher.status().catch(() => {}));
  browser.runtime.onStartup.addListener(replan);
  browser.runtime.onInstalled.addListener(replan);
  return { refresher, keys, requests, replan };
}
