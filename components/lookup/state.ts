import { signal } from '@preact/signals';
import browser, { type Runtime } from 'webextension-polyfill';
import { LOOKUP_KEY } from '../../lib/lookup/key';
import { LONGEST } from '../../lib/lookup/tidy';
import type { FoundCompany } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import type { Settings } from '../../lib/settings/schema';
import { applyLook } from '../look';

export const text = signal('');
/** What the text stands for, best first; null until the background has answered. */
export const found = signal<FoundCompany[] | null>(null);
/** The company whose card is shown. */
export const chosen = signal<FoundCompany | null>(null);
export const failure = signal('');
/** The user's look, for what draws with colors. */
export const look = signal<Pick<Settings, 'theme' | 'palette'>>({ theme: 'auto', palette: 'teal-orange' });

/** Looks up what the page was opened for, and whatever else is asked for while it is open. */
export async function start(): Promise<void> {
  browser.runtime.onMessage.addListener(((message: { type?: string; text?: string }) => {
    if (message?.type !== 'show-look-up' || typeof message.text !== 'string') return undefined;
    lookUp(message.text, true);
    toFront();
    return Promise.resolve(true);
  }) as Runtime.OnMessageListener);
  browser.storage.local.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes) readLook();
  });
  readLook();
  const kept: Record<string, unknown> = await browser.storage.session.get([LOOKUP_KEY]);
  const asked = kept[LOOKUP_KEY];
  if (typeof asked === 'string' && asked.trim() !== '') await lookUp(asked, true);
}

let asks = 0;

/** Finds what a text stands for; `choose` shows the best one at once. */
export async function lookUp(asked: string, choose: boolean): Promise<void> {
  const ask = ++asks;
  text.value = asked;
  chosen.value = null;
  if (asked.trim() === '') {
    found.value = null;
    return;
  }
  try {
    const { companies } = await send('find', { text: asked.slice(0, LONGEST) });
    if (ask !== asks) return;
    failure.value = '';
    found.value = companies;
    chosen.value = choose ? (companies[0] ?? null) : null;
  } catch (error) {
    if (ask === asks) failure.value = (error as Error).message;
  }
}

async function readLook(): Promise<void> {
  const view = await send('settings-get', {}).catch(() => null);
  if (!view) return;
  applyLook(view.settings);
  look.value = { theme: view.settings.theme, palette: view.settings.palette };
}

async function toFront(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
}
