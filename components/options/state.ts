import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n';
import type { SettingsView, ThesisView } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { patternOf } from '../../lib/settings/host';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { revert } from '../../lib/settings/revert';
import type { Settings } from '../../lib/settings/schema';
import { applyLook } from '../look';
import { remember } from './undo';

export const settings = signal<SettingsView | null>(null);
export const thesis = signal<ThesisView | null>(null);
/** What went wrong while reading, in the user's words. */
export const failure = signal('');

/** Top-level fields to replace. */
export type Change = Partial<Omit<Settings, 'version'>>;

/** Counts the changes made here: an answer to an older one is not shown over a newer one. */
let changes = 0;
let asks = 0;

/** Reads what the options show, and again when the settings change elsewhere. */
export async function start(): Promise<void> {
  browser.storage.local.onChanged.addListener((changed) => {
    if (SETTINGS_KEY in changed) read();
  });
  await read();
}

async function read(): Promise<void> {
  const before = changes;
  try {
    const view = await send('settings-get', {});
    if (before === changes) show(view);
    await readThesis();
    failure.value = '';
  } catch (error) {
    failure.value = words(error);
  }
}

export async function readThesis(): Promise<void> {
  const ask = ++asks;
  const view = await send('thesis', {});
  if (ask === asks) thesis.value = view;
}

/**
 * Saves what `change` makes of the settings shown, which change at once, and keeps how to undo it.
 * @param what the changed control in the user's words, for "Changed: …"
 * @returns what was wrong, in the user's words; then the settings are as before
 */
export async function save(
  change: (settings: Settings) => Change,
  what = t('options.undo.option'),
): Promise<string | undefined> {
  const before = settings.value?.settings;
  const { error, kept } = await write(change);
  if (error !== undefined || !before || !kept) return error;
  const gone = before.sites.added.filter((host) => !kept.sites.added.includes(host));
  remember(
    what,
    async () => (await write((now) => changesOf(revert(now, before, kept)))).error,
    gone.map(patternOf),
  );
  return undefined;
}

function changesOf({ version: _, ...rest }: Settings): Change {
  return rest;
}

async function write(change: (settings: Settings) => Change): Promise<{ error?: string; kept?: Settings }> {
  const before = settings.value;
  if (!before) return { error: t('options.notYet') };
  const patch = change(before.settings);
  const mine = ++changes;
  show({ ...before, settings: { ...before.settings, ...patch } });
  try {
    const { settings: kept, error } = await send('settings-set', { patch });
    if (mine === changes)
      show(
        error === undefined ? { settings: kept, setAside: before.setAside } : { ...before, settings: kept },
      );
    if (error === undefined && patch.thesis) await readThesis();
    return { error, kept };
  } catch (error) {
    if (mine === changes) show(before);
    return { error: words(error) };
  }
}

function show(view: SettingsView): void {
  settings.value = view;
  applyLook(view.settings);
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));
