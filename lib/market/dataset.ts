import { t } from '../i18n';
import { readCompanies, shardOf } from './companies';
import { readFigures } from './figures';
import { readMacro } from './macro';
import {
  DatasetError,
  MANIFEST_FILE,
  type Part,
  type PartFile,
  type PartName,
  readManifest,
  sha256,
} from './manifest';
import { readPrices } from './prices';
import type { CompanyData, MarketData } from './types';
import { readUniverse, type Universe } from './universe';

export { DatasetError } from './manifest';
export type { Universe } from './universe';

/** Fetches one file of the data set by its name in the folder; rejects when there is none. */
export type ReadFile = (file: string) => Promise<Uint8Array>;

/** The default data set. Parts are read when first asked for, and checked before anything is taken from them. */
export interface Dataset {
  /** What the data are made of, with source and date. */
  readonly parts: Part[];
  /** Index closes, macro series and index figures. @throws DatasetError */
  market(): Promise<MarketData>;
  /** Every US-listed stock. @throws DatasetError */
  universe(): Promise<Universe>;
  /** The name directory as built; its form is the detector's business. @throws DatasetError */
  names(): Promise<Uint8Array>;
  /**
   * Null when there is no such stock. History and figures are absent where there are none.
   * @throws DatasetError when the file that holds this company is damaged; other companies stay readable.
   */
  company(symbol: string): Promise<CompanyData | null>;
  /**
   * Reads and checks the files that a company's score stands on, without opening them: much quicker.
   * @throws DatasetError when one of them is missing or damaged
   */
  check(symbol: string): Promise<void>;
}

/** A part of the data set as a person knows it. */
export const partTitle = (name: PartName): string => t(`dataset.part.${name}`);

/** Opens a data set. @throws DatasetError when its list of parts is missing, damaged or of an unknown version. */
export async function openDataset(read: ReadFile): Promise<Dataset> {
  const parts = await readManifest(await read(MANIFEST_FILE).catch(missing(() => t('dataset.noList'))));

  const fileOf = (name: PartName, position = 0): PartFile => {
    const file = parts.find((part) => part.name === name)?.files[position];
    if (!file) throw new DatasetError(t('dataset.lacks', { part: partTitle(name) }));
    return file;
  };
  const bytesOf = async (name: PartName, position?: number): Promise<Uint8Array> => {
    const { file, bytes: length, sha256: sum } = fileOf(name, position);
    const bytes = await read(file).catch(missing(() => t('dataset.noFile', { part: partTitle(name) })));
    if (bytes.length !== length || (await sha256(bytes)) !== sum) {
      throw new DatasetError(t('dataset.checksum', { part: partTitle(name) }));
    }
    return bytes;
  };
  const load = async <T>(name: PartName, open: (bytes: Uint8Array) => T, position?: number): Promise<T> => {
    const bytes = await bytesOf(name, position);
    return understood(name, () => open(bytes));
  };

  const universe = once(() => load('universe', (bytes) => readUniverse(textOf(bytes))));
  const market = once(async (): Promise<MarketData> => {
    const [prices, macro, figures] = await Promise.all([
      load('prices', readPrices),
      load('macro', readMacro),
      load('figures', (bytes) => readFigures(textOf(bytes))),
    ]);
    return { ...prices, macro, ...figures };
  });
  const shards = new Map<number, Promise<ReturnType<typeof readCompanies>>>();
  const shard = (position: number) => {
    const known = shards.get(position) ?? load('companies', readCompanies, position);
    shards.set(position, known);
    return known;
  };

  const checks = new Map<string, Promise<void>>();
  const check = (name: PartName, position?: number) => {
    const key = `${name} ${position}`;
    const known = checks.get(key) ?? bytesOf(name, position).then(() => {});
    checks.set(key, known);
    return known;
  };

  return {
    parts,
    market,
    universe,
    names: once(() => load('names', (bytes) => bytes)),
    async company(symbol) {
      const [stocks, find] = await Promise.all([universe(), shard(shardOf(symbol))]);
      const company = stocks.get(symbol);
      if (!company) return null;
      return understood('companies', () => ({ company, listedOn: stocks.asOf, ...find(symbol) }));
    },
    async check(symbol) {
      await Promise.all([
        check('prices'),
        check('macro'),
        check('figures'),
        check('companies', shardOf(symbol)),
      ]);
    },
  };
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Runs a reader of a part, whose own errors are for developers. */
function understood<T>(name: PartName, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new DatasetError(t('dataset.badFile', { part: partTitle(name) }), { cause });
  }
}

const missing = (words: () => string) => () => {
  throw new DatasetError(words());
};

/** Keeps the first answer, so that every caller shares one reading. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= make();
    return answer;
  };
}
