import { t } from '../i18n';
import { type Form, type Reading, readForm } from '../kept/form';
import { type Settings, SettingsSchema } from './schema';

/** How the settings are kept. */
export const SETTINGS_FORM: Form<Settings> = {
  version: 1,
  steps: {},
  schema: SettingsSchema,
  words: {
    unknownForm: t('settings.unknownForm'),
    noVersion: t('settings.noVersion'),
    newer: (version) => t('settings.newer', { version }),
    damaged: (why) => t('settings.damaged', { why }),
  },
};

/** Brings kept settings of any known version to today's and validates them. */
export const readSettings = (kept: unknown): Reading<Settings> => readForm(SETTINGS_FORM, kept);
