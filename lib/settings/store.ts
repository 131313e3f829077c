import { t } from '../i18n';
import { type Area, change, type Place, show } from '../kept/kept';
import type { SettingsView } from '../messages';
import { DEFAULT_SETTINGS } from './defaults';
import { SETTINGS_KEY } from './keys';
import { SETTINGS_FORM } from './migrations';
import type { Settings, SettingsPatch } from './schema';

export interface SettingsStore {
  /** The kept settings, or the defaults with what was wrong. Never writes, never rejects. */
  read(): Promise<SettingsView>;
  /** Replaces what `change` returns; on any error the kept settings stay as they were. */
  change(change: (settings: Settings) => SettingsPatch): Promise<{ settings: Settings; error?: string }>;
}

const PLACE: Place<Settings> = {
  key: SETTINGS_KEY,
  form: SETTINGS_FORM,
  fallback: DEFAULT_SETTINGS,
  words: {
    notRead: t('settings.notRead'),
    notReadForChange: t('settings.notReadForChange'),
    notKept: t('settings.notSaved'),
    setAside: (problem) => t('settings.setAside', { problem }),
  },
};

/** Settings in the browser's storage. Unusable ones are kept under another key before they are overwritten. */
export function createSettingsStore(area: Area): SettingsStore {
  return {
    async read() {
      const { value, ...told } = await show(area, PLACE);
      return { settings: value, ...told };
    },
    async change(wanted) {
      const { value, ...told } = await change(area, PLACE, (settings) => ({
        ...settings,
        ...wanted(settings),
        version: settings.version,
      }));
      return { settings: value, ...told };
    },
  };
}
