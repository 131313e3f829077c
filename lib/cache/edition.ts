import { type Dataset, openDataset } from '../market/dataset';
import { type Manifest, manifestOf, type Part, type PartName, sha256 } from '../market/manifest';

/** A file of the data set by its name in the folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A data set that was changed and checked, ready to be kept. */
export interface Finished {
  manifest: Uint8Array;
  parts: Part[];
  changed: Files;
  files: Files;
}

/** A data set as it is held whole in memory, and what is being changed about it. */
export class Edition {
  readonly dataset: Dataset;
  readonly #files: Files;
  readonly #changed = new Map<string, Uint8Array>();
  readonly #parts = new Map<PartName, Part>();
  #adopted: { parts: Part[]; files: Files } | undefined;

  private constructor(dataset: Dataset, files: Files) {
    this.dataset = dataset;
    this.#files = files;
  }

  /** @throws DatasetError */
  static async open(files: Files): Promise<Edition> {
    return new Edition(await openDataset(readerOf(files)), files);
  }

  part(name: PartName): Part {
    const part = this.#parts.get(name) ?? this.dataset.parts.find((one) => one.name === name);
    if (!part) throw new Error(`The data set has no part ${name}`);
    return part;
  }

  /** Bytes of a file as it stood before any change. */
  file(name: string): Uint8Array {
    const bytes = this.#files.get(name);
    if (!bytes) throw new Error(`The data set has no file ${name}`);
    return bytes;
  }

  /** Puts other files into the place of some of a part, and says where it is from now. */
  async replace(
    name: PartName,
    files: readonly (readonly [file: string, bytes: Uint8Array])[],
    sources: Part['sources'],
  ): Promise<void> {
    const part = this.part(name);
    const entries = new Map(part.files.map((entry) => [entry.file, entry]));
    for (const [file, bytes] of files) {
      entries.set(file, { file, bytes: bytes.length, sha256: await sha256(bytes) });
      this.#changed.set(file, bytes);
    }
    this.#parts.set(name, { ...part, files: [...entries.values()], sources });
  }

  /** Puts another whole data set into the place of this one. */
  adopt(parts: Part[], files: Files): void {
    this.#adopted = { parts, files };
  }

  /** The changed data set, opened and read whole once, so that nothing half-made is kept. @throws DatasetError */
  async finish(): Promise<Finished> {
    if (this.#adopted) return this.#finishAdopted(this.#adopted);
    const parts = this.dataset.parts.map((part) => this.#parts.get(part.name) ?? part);
    const manifest: Manifest = await manifestOf(parts);
    const bytes = new TextEncoder().encode(JSON.stringify(manifest));
    const files = new Map([...this.#files, ...this.#changed, ['manifest.json', bytes] as const]);
    await readWhole(await openDataset(readerOf(files)), [...this.#parts.keys()]);
    return { manifest: bytes, parts, changed: this.#changed, files };
  }

  async #finishAdopted({ parts, files }: { parts: Part[]; files: Files }): Promise<Finished> {
    await readWhole(
      await openDataset(readerOf(files)),
      parts.map(({ name }) => name),
    );
    const changed = new Map([...files].filter(([file, body]) => this.#files.get(file) !== body));
    changed.delete('manifest.json');
    return { manifest: files.get('manifest.json')!, parts, changed, files };
  }
}

/** Reads parts of a data set to their end. @throws DatasetError */
export async function readWhole(dataset: Dataset, parts: readonly PartName[]): Promise<void> {
  await Promise.all([dataset.market(), dataset.universe()]);
  if (parts.includes('names')) await dataset.names();
  if (!parts.includes('companies')) return;
  for (const { symbol } of (await dataset.universe()).all()) await dataset.company(symbol);
}

export function readerOf(files: Files): (file: string) => Promise<Uint8Array> {
  return async (file) => {
    const bytes = files.get(file);
    if (!bytes) throw new Error(`There is no file ${file}`);
    return bytes;
  };
}

/** Sources of a part with one of them renewed; a new one goes to the front or the end. */
export function withSource(
  sources: Part['sources'],
  source: Part['sources'][number],
  place: 'front' | 'end' = 'front',
): Part['sources'] {
  if (sources.some(({ what }) => what === source.what)) {
    return sources.map((one) => (one.what === source.what ? source : one));
  }
  return place === 'front' ? [source, ...sources] : [...sources, source];
}
