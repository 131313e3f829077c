import * as v from 'valibot';
import { t } from '../i18n';
import { inWords } from '../kept/form';
import { same } from './revert';

/** One thing that a file of options can hold. */
export interface TransferPart<T = unknown> {
  /** Its name in the file. */
  key: string;
  /** What it is, in the user's words. */
  title: string;
  schema: v.GenericSchema<unknown, T>;
  read(): Promise<T>;
  /** Keeps a value in the place of what is kept. Answers what was wrong, in the user's words. */
  write(value: T): Promise<string | undefined>;
  /** What is kept, with what the file adds to it. Lists grow; anything else stays as it is kept. */
  merge(kept: T, file: T): T;
  /** What of it is told apart in the preview: a path into the value, and its title. */
  groups: readonly (readonly [path: readonly string[], title: string])[];
}

/** Declares a part; by default its lists grow when it is merged, and the preview tells it as a whole. */
export function transferPart<T>(
  part: Pick<TransferPart<T>, 'key' | 'title' | 'schema' | 'read' | 'write'> & Partial<TransferPart<T>>,
): TransferPart {
  return { merge: grow, groups: [[[], part.title]], ...part } as unknown as TransferPart;
}

const FORMAT = 'minnow-options';
const VERSION = 1;
/** Characters; a file with every list full is shorter. */
const LONGEST = 5_000_000;
/** The same in bytes, of which a character takes up to three. */
export const LONGEST_FILE = 3 * LONGEST;

/** Values of parts by key. */
export type Values = ReadonlyMap<string, unknown>;

/** The text of a file with the parts' values. @param savedOn YYYY-MM-DD */
export function writeFile(values: Values, savedOn: string): string {
  const file = { format: FORMAT, version: VERSION, savedOn, parts: Object.fromEntries(values) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type FileRead =
  | {
      values: Values;
      savedOn?: string /** Parts of the file that this Minnow has no use for. */;
      left: string[];
    }
  | { problem: string };

/** Reads a file whole or not at all; the problem says in the user's words why not. */
export function readFile(text: string, parts: readonly TransferPart[]): FileRead {
  if (text.length > LONGEST) return { problem: t('settings.file.tooLong') };
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: text.trim() === '' ? t('settings.file.empty') : t('settings.file.noJson') };
  }
  if (!isRecord(file) || file.format !== FORMAT) return { problem: t('settings.file.other') };
  const { version, savedOn, parts: inFile } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { problem: t('settings.file.noVersion') };
  }
  if (version > VERSION) return { problem: t('settings.file.newer', { version }) };
  if (!isRecord(inFile)) return { problem: t('settings.file.noParts') };
  const values = new Map<string, unknown>();
  const left: string[] = [];
  for (const [key, raw] of Object.entries(inFile)) {
    const part = parts.find((one) => one.key === key);
    if (!part) {
      left.push(key);
      continue;
    }
    const read = v.safeParse(part.schema, raw);
    if (!read.success) {
      return { problem: t('settings.file.damaged', { title: part.title, why: inWords(read.issues) }) };
    }
    values.set(key, read.output);
  }
  if (values.size === 0) return { problem: t('settings.file.noParts') };
  return { values, left, ...(typeof savedOn === 'string' && { savedOn }) };
}

export type Mode = 'add' | 'replace';

/** What the parts would be after an import. */
export function imported(parts: readonly TransferPart[], kept: Values, file: Values, mode: Mode): Values {
  return new Map(
    parts.flatMap(({ key, merge }) => {
      if (!file.has(key)) return [];
      return [[key, mode === 'replace' ? file.get(key) : merge(kept.get(key), file.get(key))] as const];
    }),
  );
}

/** One thing that an import changes; entries are counted where it is a list. */
export interface Difference {
  title: string;
  added?: number;
  removed?: number;
}

export function differences(parts: readonly TransferPart[], kept: Values, next: Values): Difference[] {
  return parts.flatMap(({ key, groups }) =>
    !next.has(key)
      ? []
      : groups.flatMap(([path, title]): Difference[] => {
          const [before, after] = [at(kept.get(key), path), at(next.get(key), path)];
          if (same(before, after)) return [];
          if (!Array.isArray(before) || !Array.isArray(after)) return [{ title }];
          const lacking = (all: unknown[], others: unknown[]) =>
            all.filter((one) => !others.some((other) => same(one, other))).length;
          return [{ title, added: lacking(after, before), removed: lacking(before, after) }];
        }),
  );
}

/** Reads every part. */
export async function readParts(parts: readonly TransferPart[]): Promise<Map<string, unknown>> {
  return new Map(await Promise.all(parts.map(async ({ key, read }) => [key, await read()] as const)));
}

/** Writes all values or none: where one is refused, those written before are put back. */
export async function writeParts(
  parts: readonly TransferPart[],
  values: Values,
  kept: Values,
): Promise<string | undefined> {
  const written: TransferPart[] = [];
  for (const part of parts) {
    if (!values.has(part.key) || same(values.get(part.key), kept.get(part.key))) continue;
    const error = await part.write(values.get(part.key)).catch((reason: Error) => reason.message);
    if (error === undefined) {
      written.push(part);
      continue;
    }
    for (const one of written.toReversed()) await one.write(kept.get(one.key)).catch(() => {});
    return error;
  }
  return undefined;
}

/** Lists with what another has besides; records of lists alike. */
export function grow<T>(kept: T, file: T): T {
  if (Array.isArray(kept) && Array.isArray(file)) {
    return [...kept, ...file.filter((one) => !kept.some((other) => same(one, other)))] as T;
  }
  if (!isRecord(kept) || !isRecord(file)) return kept;
  return Object.fromEntries(
    Object.entries(kept).map(([key, value]) => [key, key in file ? grow(value, file[key]) : value]),
  ) as T;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
