import * as v from 'valibot';
import { t } from '../i18n';

type Plain = Record<string, unknown>;

/** Turns what is kept in one version into the next. */
export type Step = (old: Plain) => Plain;

/** The form in which something is kept: which version it is by now, and how older ones become it. */
export interface Form<T> {
  version: number;
  /** By the version that a step starts from; one for each version before today's. */
  steps: Readonly<Record<number, Step>>;
  schema: v.GenericSchema<unknown, T>;
  /** What is said of what cannot be used. */
  words: {
    unknownForm: string;
    noVersion: string;
    newer(version: number): string;
    damaged(why: string): string;
  };
  /** A complaint of the schema in the user's words; by default with the place in the data. */
  complaint?(issues: readonly v.BaseIssue<unknown>[]): string;
}

export type Reading<T> = { value: T } | { problem: string };

/** Brings what was kept in any known version to today's and validates it; the problem says why it cannot be used. */
export function readForm<T>(form: Form<T>, kept: unknown): Reading<T> {
  const { words, complaint = inWords } = form;
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return { problem: words.unknownForm };
  let raw = kept as Plain;
  const { version } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { problem: words.noVersion };
  }
  if (version > form.version) return { problem: words.newer(version) };
  try {
    for (let from = version; from < form.version; from += 1) raw = form.steps[from]!(raw);
  } catch {
    // A step may count on what only a damaged value lacks.
    return { problem: words.damaged(t('settings.unexpected')) };
  }
  const read = v.safeParse(form.schema, raw);
  return read.success ? { value: read.output } : { problem: words.damaged(complaint(read.issues)) };
}

/** The same as a schema, for a file that may hold any known version. */
export function anyVersion<T>(form: Form<T>): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const read = readForm(form, dataset.value);
      if ('value' in read) return read.value;
      addIssue({ message: read.problem });
      return NEVER;
    }),
  );
}

/** First complaint of a validation, in words, with the place where the schema has no words of its own. */
export function inWords(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0]!;
  if (!issue.message.startsWith('Invalid')) return issue.message;
  // A key from a file may be anything: only plain ones are said again.
  const place = /^[\w.-]*[\w-](?=\.|$)/.exec(v.getDotPath(issue as v.BaseIssue<unknown>) ?? '')?.[0];
  return place === undefined ? t('settings.unexpected') : t('settings.unexpectedAt', { place });
}
