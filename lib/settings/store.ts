import * as v from 'valibot';
import { t } from '../i18n';
import type { SettingsView } from '../messages';
import { DEFAULT_SETTINGS } from './defaults';
import { ASIDE_KEY, SETTINGS_KEY } from './keys';
import { inWords, readSettings } from './migrations';
import { type Settings, type SettingsPatch, SettingsSchema } from './schema';

/** The part of the browser's storage that settings need. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface SettingsStore {
  /** The kept settings, or the defaults with what was wrong. Never writes, never rejects. */
  read(): Promise<SettingsView>;
  /** Replaces what `change` returns; on any error the kept settings stay as they were. */
  change(change: (settings: Settings) => SettingsPatch): Promise<{ settings: Settings; error?: string }>;
}

/** Settings in the browser's storage. Unusable ones are kept under another key before they are overwritten. */
export function createSettingsStore(area: Area): SettingsStore {
  let last: Promise<unknown> = Promise.resolve();

  async function load(): Promise<SettingsView & { aside: unknown[]; unusable?: unknown }> {
    const kept = await area.get([SETTINGS_KEY, ASIDE_KEY]);
    const aside = Array.isArray(kept[ASIDE_KEY]) ? kept[ASIDE_KEY] : [];
    const setAside = (all: unknown[]) => (all.length > 0 ? { setAside: JSON.stringify(all, null, 2) } : {});
    const raw = kept[SETTINGS_KEY];
    if (raw === undefined) return { settings: DEFAULT_SETTINGS, aside, ...setAside(aside) };
    const read = readSettings(raw);
    if ('settings' in read) return { settings: read.settings, aside, ...setAside(aside) };
    return {
      settings: DEFAULT_SETTINGS,
      aside,
      unusable: raw,
      problem: t('settings.setAside', { problem: read.problem }),
      ...setAside([...aside, raw]),
    };
  }

  async function write(change: (settings: Settings) => SettingsPatch): ReturnType<SettingsStore['change']> {
    let loaded: Awaited<ReturnType<typeof load>>;
    try {
      loaded = await load();
    } catch {
      return {
        settings: DEFAULT_SETTINGS,
        error: t('settings.notReadForChange'),
      };
    }
    const { settings, aside, unusable } = loaded;
    const next = v.safeParse(SettingsSchema, { ...settings, ...change(settings), version: settings.version });
    if (!next.success) return { settings, error: inWords(next.issues) };
    try {
      await area.set({
        [SETTINGS_KEY]: next.output,
        ...(unusable !== undefined && { [ASIDE_KEY]: [...aside, unusable] }),
      });
    } catch {
      return { settings, error: t('settings.notSaved') };
    }
    return { settings: next.output };
  }

  return {
    async read() {
      try {
        const { settings, problem, setAside } = await load();
        return { settings, problem, setAside };
      } catch {
        return {
          settings: DEFAULT_SETTINGS,
          problem: t('settings.notRead'),
        };
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
