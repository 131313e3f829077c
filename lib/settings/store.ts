import * as v from 'valibot';
import { t } from '../i18n';
import { inWords } from '../kept/form';
import { type Area, asideText, type Kept, keep, load } from '../kept/kept';
import type { SettingsView } from '../messages';
import { DEFAULT_SETTINGS } from './defaults';
import { SETTINGS_KEY } from './keys';
import { SETTINGS_FORM } from './migrations';
import { type Settings, type SettingsPatch, SettingsSchema } from './schema';

export interface SettingsStore {
  /** The kept settings, or the defaults with what was wrong. Never writes, never rejects. */
  read(): Promise<SettingsView>;
  /** Replaces what `change` returns; on any error the kept settings stay as they were. */
  change(change: (settings: Settings) => SettingsPatch): Promise<{ settings: Settings; error?: string }>;
}

/** Settings in the browser's storage. Unusable ones are kept under another key before they are overwritten. */
export function createSettingsStore(area: Area): SettingsStore {
  let last: Promise<unknown> = Promise.resolve();

  async function write(change: (settings: Settings) => SettingsPatch): ReturnType<SettingsStore['change']> {
    let kept: Kept<Settings>;
    try {
      kept = await load(area, SETTINGS_KEY, SETTINGS_FORM);
    } catch {
      return { settings: DEFAULT_SETTINGS, error: t('settings.notReadForChange') };
    }
    const settings = kept.value ?? DEFAULT_SETTINGS;
    const next = v.safeParse(SettingsSchema, { ...settings, ...change(settings), version: settings.version });
    if (!next.success) return { settings, error: inWords(next.issues) };
    try {
      await keep(area, SETTINGS_KEY, next.output, kept);
    } catch {
      return { settings, error: t('settings.notSaved') };
    }
    return { settings: next.output };
  }

  return {
    async read() {
      try {
        const kept = await load(area, SETTINGS_KEY, SETTINGS_FORM);
        const setAside = asideText(kept);
        return {
          settings: kept.value ?? DEFAULT_SETTINGS,
          ...(kept.problem !== undefined && { problem: t('settings.setAside', { problem: kept.problem }) }),
          ...(setAside !== undefined && { setAside }),
        };
      } catch {
        return { settings: DEFAULT_SETTINGS, problem: t('settings.notRead') };
      }
    },
    // One after the other, so that two changes at once cannot undo each other.
    change(change) {
      const done = last.then(() => write(change));
      last = done;
      return done;
    },
  };
}
