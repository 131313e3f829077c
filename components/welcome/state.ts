import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { PageView } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { hostPatterns } from '../../lib/sites';
import { applyLook } from '../look';
import { requestAccess } from '../request-access';
import { startOverlay } from './sample-overlay';

/** Small caps found in the sample text; null until it has been read. */
export const found = signal<number | null>(null);
/** Why there are no badges, in the user's words. */
export const failure = signal('');
/** Whether the browser lets Minnow read the finance sites it knows; null until the browser has answered. */
export const granted = signal<boolean | null>(null);
/** Keys by command, as the user has set them. */
export const keys = signal<Record<string, string>>({});

const RHYTHM = 200;

/** Shows the page in the user's look, and badges in its text. */
export async function start(): Promise<void> {
  readAccess();
  // Not on phones.
  browser.commands?.getAll().then((all) => {
    keys.value = Object.fromEntries(all.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
  });
  try {
    const overlay = startOverlay(await readView());
    browser.storage.local.onChanged.addListener((changes) => {
      if (SETTINGS_KEY in changes) readView().then((view) => overlay.restyle(view));
    });
    const looking = setInterval(() => {
      const { mentions, errors, timings } = overlay.report();
      const tickers = new Set(mentions.filter(({ badge }) => badge).map(({ ticker }) => ticker));
      if (timings.done === undefined) return;
      clearInterval(looking);
      found.value = tickers.size;
      failure.value = errors[0] ?? '';
    }, RHYTHM);
  } catch (error) {
    failure.value = (error as Error).message;
  }
}

/** The sample shows badges wherever Minnow is switched off. */
async function readView(): Promise<PageView> {
  const { settings } = await send('settings-get', {});
  applyLook(settings);
  const { theme, palette } = settings;
  return { on: true, theme, palette, badges: DEFAULT_SETTINGS.badges };
}

/** Asks for the finance sites that Minnow knows; to be called straight from a click. */
export async function askAccess(): Promise<boolean> {
  const given = await requestAccess(hostPatterns);
  await readAccess();
  return given;
}

async function readAccess(): Promise<void> {
  granted.value = await browser.permissions.contains({ origins: hostPatterns });
}
