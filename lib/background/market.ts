import { type Directory, openDirectory } from '../detect/directory';
import { DatasetError, openDataset, type ReadFile, type Universe } from '../market/dataset';
import type { Day } from '../market/day';
import { MANIFEST_FILE } from '../market/manifest';
import type { DataState } from '../messages';
import { Scorer } from './scorer';

export interface Market {
  /** @throws DatasetError */
  scorer(): Promise<Scorer>;
  /** What is needed to find companies in text. @throws DatasetError */
  directory(): Promise<{ directory: Directory; universe: Universe }>;
  state(): Promise<DataState>;
}

/** The market of a data set that is opened when it is first needed. */
export function createMarket(read: ReadFile, today: () => Day): Market {
  let found = true;
  const dataset = once(() =>
    openDataset((file) =>
      read(file).catch((error: unknown) => {
        if (file === MANIFEST_FILE) found = false;
        throw error;
      }),
    ),
  );
  const scorer = once(async () => new Scorer(await dataset(), today));
  return {
    scorer,
    directory: once(async () => {
      const parts = await dataset();
      const [universe, names] = await Promise.all([parts.universe(), parts.names()]);
      return { universe, directory: openDirectory(names, universe) };
    }),
    async state() {
      try {
        return await (await scorer()).state();
      } catch (error) {
        if (!(error instanceof DatasetError)) throw error;
        return found
          ? { state: 'damaged', message: error.message }
          : {
              state: 'missing',
              message: 'Minnow was installed without its market data, so it has nothing to score with.',
            };
      }
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= make();
    return answer;
  };
}
