import type { LiveBrief } from '../cache/status';
import { type Directory, openDirectory } from '../detect/directory';
import { t } from '../i18n';
import { DatasetError, openDataset, type ReadFile, type Universe } from '../market/dataset';
import type { Day } from '../market/day';
import { MANIFEST_FILE } from '../market/manifest';
import type { DataState } from '../messages';
import { verdictOf } from '../thesis/score';
import type { Score, ThesisOptions } from '../thesis/types';
import { RECORD_FILE, readRecord, type TrackRecord } from '../track-record/schema';
import { basisOf } from './known-scores';
import type { ScoreMemory } from './score-memory';
import { Scorer } from './scorer';

/** What of a company's report a badge shows. */
export type BadgeScore = Pick<Score, 'score' | 'verdict'>;

export interface Market {
  /** @throws DatasetError */
  scorer(): Promise<Scorer>;
  /** What is needed to find companies in text. @throws DatasetError */
  directory(): Promise<{ directory: Directory; universe: Universe }>;
  /** What a badge shows of a company; null for a symbol that is not in the data set. @throws DatasetError */
  badge(symbol: string, options: ThesisOptions): Promise<BadgeScore | null>;
  /** The scores that are known without computing them, by symbol, and what they stand on. @throws DatasetError */
  known(options: ThesisOptions): Promise<{ basis: string; scores: ReadonlyMap<string, number | null> }>;
  /** How the score would have done. @throws DatasetError */
  record(): Promise<TrackRecord>;
  /** As far as the list of parts tells; a part that is damaged shows when it is read. */
  state(): Promise<DataState>;
}

/** What the first answer to a page needs; read together with the list of parts, which would name them later. */
const NEEDED_FIRST = ['universe.tsv', 'names.txt', 'prices.bin', 'macro.bin', 'figures.json'];

/** Where a market has its data set from. */
export interface MarketSource {
  read: ReadFile;
  today(): Day;
  /** The day that answers stand for, by the newest close there is; that close's day by default. */
  asOf?(newest: Day): Day;
  /** How the refreshing of the data stands. */
  live?(): LiveBrief | undefined;
}

/** The market of a data set that is opened when it is first needed. */
export function createMarket(source: MarketSource, memory: ScoreMemory): Market {
  const { read } = source;
  let found = true;
  const dataset = once(() => {
    const ahead = new Map(NEEDED_FIRST.map((file) => [file, read(file)]));
    // Whoever needs the file hears of the failure.
    for (const reading of ahead.values()) reading.catch(() => {});
    memory.open();
    return openDataset((file) =>
      (ahead.get(file) ?? read(file)).catch((error: unknown) => {
        if (file === MANIFEST_FILE) found = false;
        throw error;
      }),
    );
  });
  let basis: { options?: ThesisOptions; text: string } = { text: '' };
  const scorer = once(async () => new Scorer(await dataset(), source));
  /** What a score stands on: the data, the options, and the day when it is later than the newest close. */
  async function basisFor(options: ThesisOptions): Promise<string> {
    const { parts } = await dataset();
    const { asOf, newestClose } = await scorer();
    if (options !== basis.options) basis = { options, text: basisOf(parts, options) };
    return asOf === newestClose ? basis.text : `${basis.text} ${asOf}`;
  }
  return {
    scorer,
    directory: once(async () => {
      const parts = await dataset();
      const [universe, names] = await Promise.all([parts.universe(), parts.names()]);
      return { universe, directory: openDirectory(names, universe) };
    }),
    async badge(symbol, options) {
      const { check } = await dataset();
      const text = await basisFor(options);
      const known = await memory.recall(text, symbol);
      if (known !== undefined) {
        // A score without the data to explain it would be a claim.
        await check(symbol);
        return { score: known, verdict: verdictOf(known === null ? null : known / 100) };
      }
      const report = await (await scorer()).company(symbol, options);
      if (report) await memory.keep(text, symbol, report.score);
      return report;
    },
    async known(options) {
      const text = await basisFor(options);
      return { basis: text, scores: await memory.all(text) };
    },
    record: once(async () => {
      const bytes = await read(RECORD_FILE).catch(() => {
        throw new DatasetError(t('record.missing'));
      });
      return readRecord(bytes);
    }),
    async state() {
      try {
        return (await scorer()).state;
      } catch (error) {
        if (!(error instanceof DatasetError)) throw error;
        return found
          ? damaged(error)
          : {
              state: 'missing',
              message: t('background.noData'),
            };
      }
    },
  };
}

/** The state of data of which some cannot be used. */
export function damaged({ message }: DatasetError): DataState {
  return { state: 'damaged', message };
}

/** A market that can be made anew when its data have changed. */
export function renewable(make: () => Market): Market & { renew(): void } {
  let now = make();
  return {
    scorer: () => now.scorer(),
    directory: () => now.directory(),
    badge: (symbol, options) => now.badge(symbol, options),
    known: (options) => now.known(options),
    record: () => now.record(),
    state: () => now.state(),
    renew() {
      now = make();
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
