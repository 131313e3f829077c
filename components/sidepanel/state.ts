import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { send } from '../../lib/messaging';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { applyLook } from '../look';

/** Changes with the look, so that charts are drawn anew. */
export const look = signal('');

/** Shows the panel in the user's look, and follows it. */
export async function start(): Promise<void> {
  browser.storage.local.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes) readLook();
  });
  await readLook();
}

async function readLook(): Promise<void> {
  // Without settings the panel looks as the browser does.
  const view = await send('settings-get', {}).catch(() => null);
  if (!view) return;
  applyLook(view.settings);
  look.value = `${view.settings.theme} ${view.settings.palette}`;
}
