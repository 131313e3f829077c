import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { SettingsView, ThesisView } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import type { Settings, SettingsPatch } from '../../lib/settings/schema';
import { applyLook } from '../look';

export const settings = signal<SettingsView | null>(null);
export const thesis = signal<ThesisView | null>(null);
/** What went wrong while reading, in the user's words. */
export const failure = signal('');

let saving = 0;

/** Reads what the options show, and again when the settings change elsewhere. */
export async function start(): Promise<void> {
  browser.storage.local.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes && saving === 0) read();
  });
  await read();
}

async function read(): Promise<void> {
  try {
    show(await send('settings-get', {}));
    thesis.value = await send('thesis', {});
    failure.value = '';
  } catch (error) {
    failure.value = words(error);
  }
}

/**
 * Saves what `change` makes of the settings shown, which change at once.
 * @returns what was wrong, in the user's words; then the settings are as before
 */
export async function save(change: (settings: Settings) => SettingsPatch): Promise<string | undefined> {
  const view = settings.value;
  if (!view) return 'The settings have not been read yet.';
  const patch = change(view.settings);
  show({ ...view, settings: { ...view.settings, ...patch } });
  saving += 1;
  try {
    const answer = await send('settings-set', { patch });
    if (saving === 1)
      show(
        answer.error === undefined ? await send('settings-get', {}) : { ...view, settings: answer.settings },
      );
    if (patch.thesis && answer.error === undefined) thesis.value = await send('thesis', {});
    return answer.error;
  } catch (error) {
    show(view);
    return words(error);
  } finally {
    saving -= 1;
  }
}

function show(view: SettingsView): void {
  settings.value = view;
  applyLook(view.settings);
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));
