import { t } from '../i18n';
import { DatasetError, openDataset, type ReadFile } from '../market/dataset';
import { MANIFEST_FILE, manifestOf, type Part, readManifest, sha256 } from '../market/manifest';
import type { Files } from './edition';
import { type Held, type LiveStore, StoreFailed } from './store';

/** The data set that is served: what was fetched, else what came with the extension. */
export interface Opened {
  read: ReadFile;
  /** Whether any of it was fetched. */
  live: boolean;
  /** Whether the store holds the whole of it, for this version of the extension. */
  whole: boolean;
  /** What was wrong with the store, in the user's words. */
  problem?: string;
}

const DAMAGED = t('live.damaged');

/** Opens what the store holds, checked to the last byte. What is damaged is dropped, never served. */
export async function openHeld(store: LiveStore, readShipped: ReadFile): Promise<Opened> {
  const shipped = { read: readShipped, live: false, whole: false };
  let held: Held | null;
  try {
    held = await store.held();
  } catch (error) {
    if (error instanceof StoreFailed) return { ...shipped, problem: error.message };
    await store.clear().catch(() => {});
    return { ...shipped, problem: DAMAGED };
  }
  if (!held) return shipped;
  const parts = await checked(held);
  if (!parts) {
    await store.clear().catch(() => {});
    return { ...shipped, problem: DAMAGED };
  }
  const base = await baseOf(readShipped);
  const { files } = held;
  if (base === held.base || base === '') {
    return { read: reader(held.manifest, (file) => files.get(file), readShipped), live: true, whole: true };
  }
  return withUpdate(held, parts, readShipped);
}

/** Every file against its length and checksum; null when anything is amiss. */
async function checked({ manifest, files }: Held): Promise<Part[] | null> {
  try {
    const parts = await readManifest(manifest);
    const sums = parts
      .flatMap((part) => part.files)
      .map(async ({ file, bytes, sha256: sum }) => {
        const body = files.get(file);
        return body instanceof Uint8Array && body.length === bytes && (await sha256(body)) === sum;
      });
    return (await Promise.all(sums)).every(Boolean) ? parts : null;
  } catch {
    return null;
  }
}

/** Checksum of the list of parts that came with the extension; empty when there is none. */
export async function baseOf(readShipped: ReadFile): Promise<string> {
  try {
    return sha256(await readShipped(MANIFEST_FILE));
  } catch {
    return '';
  }
}

/** After an update of the extension: of each part the newer one, that of the extension or the fetched one. */
async function withUpdate(held: Held, parts: Part[], readShipped: ReadFile): Promise<Opened> {
  let shipped: Part[];
  try {
    shipped = await readManifest(await readShipped(MANIFEST_FILE));
  } catch {
    return {
      read: reader(held.manifest, (file) => held.files.get(file), readShipped),
      live: true,
      whole: true,
    };
  }
  const newest = ({ sources }: Part) =>
    sources
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1)!;
  const chosen = shipped.map((part) => {
    const fetched = parts.find(({ name }) => name === part.name);
    return fetched && newest(fetched) > newest(part) ? fetched : part;
  });
  const own = new Set(
    chosen.filter((part) => parts.includes(part)).flatMap((part) => part.files.map(({ file }) => file)),
  );
  const manifest = new TextEncoder().encode(JSON.stringify(await manifestOf(chosen)));
  return {
    read: reader(manifest, (file) => (own.has(file) ? held.files.get(file) : undefined), readShipped),
    live: own.size > 0,
    whole: false,
  };
}

function reader(
  manifest: Uint8Array,
  held: (file: string) => Uint8Array | undefined,
  readShipped: ReadFile,
): ReadFile {
  return async (file) => (file === MANIFEST_FILE ? manifest : (held(file) ?? readShipped(file)));
}

/** Every file of a data set. @throws DatasetError when one cannot be read */
export async function allFiles(read: ReadFile): Promise<Files> {
  const { parts } = await openDataset(read);
  const names = [MANIFEST_FILE, ...parts.flatMap((part) => part.files.map(({ file }) => file))];
  const bodies = await Promise.all(
    names.map((file) =>
      read(file).catch(() => {
        throw new DatasetError(t('live.unreadable', { file }));
      }),
    ),
  );
  return new Map(names.map((file, i) => [file, bodies[i]!]));
}
