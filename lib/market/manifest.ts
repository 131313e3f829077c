import * as v from 'valibot';
import { t } from '../i18n';
import { parseDay } from './day';

/** A part of the data set cannot be used; the message is for the user. */
export class DatasetError extends Error {
  override name = 'DatasetError';
}

const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      parseDay(text);
      return true;
    } catch {
      return false;
    }
  }),
);

const File = v.object({
  file: v.string(),
  bytes: size,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const PartSchema = v.object({
  name: v.picklist(['prices', 'macro', 'figures', 'universe', 'names', 'companies']),
  title: v.string(),
  files: v.pipe(v.array(File), v.minLength(1)),
  /** What the part is made of; the newest comes first. */
  sources: v.pipe(
    v.array(
      v.object({
        what: v.string(),
        source: v.string(),
        url: v.optional(v.string()),
        /** Day of the newest observation or of the snapshot. */
        asOf: day,
        note: v.optional(v.string()),
      }),
    ),
    v.minLength(1),
  ),
});

const ManifestSchema = v.object({
  format: v.literal('minnow-dataset'),
  version: v.literal(1),
  parts: v.pipe(v.array(PartSchema), v.minLength(1)),
  /** Of the parts above, as compact JSON. */
  sha256: v.string(),
});

export type Part = v.InferOutput<typeof PartSchema>;
export type PartName = Part['name'];
export type PartFile = Part['files'][number];
export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const MANIFEST_FILE = 'manifest.json';

/** SHA-256 as lower-case hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  let hex = '';
  for (const byte of digest) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

const sumOf = (parts: Part[]) => sha256(new TextEncoder().encode(JSON.stringify(parts)));

export async function manifestOf(parts: Part[]): Promise<Manifest> {
  return { format: 'minnow-dataset', version: 1, parts, sha256: await sumOf(parts) };
}

/** Reads the list of parts. @throws DatasetError when it is damaged or of a version not known here. */
export async function readManifest(bytes: Uint8Array): Promise<Part[]> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DatasetError(t('dataset.badList'));
  }
  const head = json as { format?: unknown; version?: unknown } | null;
  if (head?.format === 'minnow-dataset' && typeof head.version === 'number' && head.version !== 1) {
    throw new DatasetError(t('dataset.version', { version: head.version }));
  }
  const checked = v.safeParse(ManifestSchema, json);
  if (!checked.success) throw new DatasetError(t('dataset.badList'));
  const { parts, sha256: sum } = checked.output;
  // Over the parts as they stand in the file: the check may order their fields differently.
  if ((await sumOf((json as Manifest).parts)) !== sum) {
    throw new DatasetError(t('dataset.changedList'));
  }
  return parts;
}
