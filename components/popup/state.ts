import { signal } from '@preact/signals';
import browser, { type Tabs } from 'webextension-polyfill';
import type { SettingsView, ThesisView } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { activeTab, type TabState, tabState } from '../../lib/popup/active-tab';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import type { SettingsPatch } from '../../lib/settings/schema';
import { applyLook } from '../look';
import { recall, remember } from './remembered';

const last = recall();
if (last) applyLook(last.look);

export const settings = signal<SettingsView | null>(null);
/** What was shown last, until the background has answered. */
export const thesis = signal<ThesisView | null>(last?.thesis ?? null);
export const tab = signal<TabState | null>(null);
/** Closes of the last half year, by ticker. */
export const trends = signal<Record<string, number[]>>({});
/** What went wrong last, in the user's words. */
export const failure = signal('');

/** The browser's tab that `tab` tells about. */
export let current: Tabs.Tab | undefined;

/** Reads everything that the popup shows, and again whenever the settings change. */
export async function start(): Promise<void> {
  browser.storage.local.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes) read();
  });
  await read();
}

async function read(): Promise<void> {
  await Promise.all([
    told(async () => {
      settings.value = await send('settings-get', {});
      applyLook(settings.value.settings);
      await refreshTab();
    }),
    told(readThesis),
  ]);
  if (settings.value && thesis.value) remember(settings.value.settings, thesis.value);
}

export async function readThesis(): Promise<void> {
  thesis.value = await send('thesis', {});
}

/** Asks the page again: it may have changed, or have found more. */
export async function refreshTab(): Promise<void> {
  if (!settings.value) return;
  current = await activeTab();
  tab.value = await tabState(current, settings.value.settings);
  await refreshTrends();
}

async function refreshTrends(): Promise<void> {
  if (tab.value?.kind !== 'read') return;
  const missing = [
    ...new Set(tab.value.report.mentions.filter(({ smallCap }) => smallCap).map(({ ticker }) => ticker)),
  ]
    .filter((ticker) => !(ticker in trends.value))
    .slice(0, 100);
  if (missing.length === 0) return;
  const none = Object.fromEntries(missing.map((ticker) => [ticker, []]));
  trends.value = { ...none, ...trends.value };
  // Without trends the list is still complete, so a failure needs no words.
  const answer = await send('trends', { tickers: missing }).catch(() => ({ trends: {} }));
  trends.value = { ...trends.value, ...answer.trends };
}

export function change(patch: SettingsPatch): Promise<void> {
  return told(async () => {
    const { error } = await send('settings-set', { patch });
    if (error !== undefined) throw new Error(error);
  });
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    failure.value = '';
  } catch (error) {
    failure.value = error instanceof Error ? error.message : String(error);
  }
}
