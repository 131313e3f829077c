import * as v from 'valibot';
import { t } from '../i18n';
import { type Settings, SettingsSchema } from './schema';

export const SETTINGS_VERSION = 1;

/** Turns settings of one version into the next, by the version it starts from. */
const steps: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

export type Read = { settings: Settings } | { problem: string };

/** Brings kept settings of any known version to today's and validates them. */
export function readSettings(kept: unknown): Read {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) {
    return { problem: t('settings.unknownForm') };
  }
  let raw = kept as Record<string, unknown>;
  const { version } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { problem: t('settings.noVersion') };
  }
  if (version > SETTINGS_VERSION) {
    return { problem: t('settings.newer', { version }) };
  }
  for (let from = version; from < SETTINGS_VERSION; from += 1) raw = steps[from]!(raw);
  const read = v.safeParse(SettingsSchema, raw);
  return read.success
    ? { settings: read.output }
    : { problem: t('settings.damaged', { why: inWords(read.issues) }) };
}

/** First complaint of a validation, in words, with the place where the schema has no words of its own. */
export function inWords(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0]!;
  if (!issue.message.startsWith('Invalid')) return issue.message;
  const place = v.getDotPath(issue as v.BaseIssue<unknown>);
  return place === null ? t('settings.unexpected') : t('settings.unexpectedAt', { place });
}
