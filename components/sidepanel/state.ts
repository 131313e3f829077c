import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { send } from '../../lib/messaging';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { PANEL_TAB_KEY } from '../../lib/side-panel';
import { applyLook } from '../look';

/** Changes with the look, so that charts are drawn anew. */
export const look = signal('');
/** The tab that is shown. */
export const tab = signal('board');

/** Shows the panel in the user's look and at the tab that was asked for, and follows both. */
export async function start(): Promise<void> {
  browser.storage.local.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes) readLook();
  });
  browser.storage.session.onChanged.addListener(({ [PANEL_TAB_KEY]: wanted }) => {
    if (typeof wanted?.newValue === 'string') turnTo(wanted.newValue);
  });
  const { [PANEL_TAB_KEY]: wanted } = await browser.storage.session
    .get(PANEL_TAB_KEY)
    .catch(() => ({}) as never);
  if (typeof wanted === 'string') turnTo(wanted);
  await readLook();
}

/** A wish counts once: the panel opens at the board again. */
function turnTo(wanted: string): void {
  tab.value = wanted;
  browser.storage.session.remove(PANEL_TAB_KEY).catch(() => {});
}

async function readLook(): Promise<void> {
  // Without settings the panel looks as the browser does.
  const view = await send('settings-get', {}).catch(() => null);
  if (!view) return;
  applyLook(view.settings);
  look.value = `${view.settings.theme} ${view.settings.palette}`;
}
