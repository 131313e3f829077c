import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Dataset, openDataset, type ReadFile } from '../../lib/market/dataset';

export const DEFAULT_FOLDER = fileURLToPath(new URL('../../public/data/', import.meta.url));

/** Opens the data set of a folder, by default the one that ships. @throws DatasetError */
export function readDataset(folder = DEFAULT_FOLDER): Promise<Dataset> {
  return openDataset(readFileOf(folder));
}

/** Reads files of a folder's data set by their names. */
export function readFileOf(folder = DEFAULT_FOLDER): ReadFile {
  return async (file) => new Uint8Array(await readFile(join(folder, file)));
}
