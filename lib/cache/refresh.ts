import PQueue from 'p-queue';
import { DatasetError, openDataset, type ReadFile } from '../market/dataset';
import type { Day } from '../market/day';
import { Rejected } from '../providers/checks';
import type { Ask } from '../providers/types';
import type { LiveSettings } from '../settings/live';
import { PROVIDERS, type ProviderName } from './bases';
import { Edition, type Files } from './edition';
import { FEED, fetchFeed } from './feed';
import { allFiles, baseOf, type Opened, openHeld } from './held';
import { AskFailed, type Fetch, type Reply, request } from './http';
import type { Keyed, KeyStore } from './keys';
import { mergeOneHistory } from './merge/one-history';
import { afterFailure, afterGood, afterNothingNew, isDue, nextDue } from './plan';
import { onePriceHistory, PRICE_PROVIDERS, priceHistory, WHOLE } from './prices';
import { type Kit, type Merge, NotNow, SOURCES, type Source } from './sources';
import { newState, type SourceId, type SourceState } from './state';
import { briefOf, type LiveBrief, type SourceStatus, type Step, statusOf } from './status';
import { type LiveStore, StoreFailed } from './store';

/** What refreshing needs of the world around it. */
export interface World {
  store: LiveStore;
  keys: KeyStore;
  readShipped: ReadFile;
  settings(): Promise<LiveSettings>;
  fetch: Fetch;
  /** This computer's clock, milliseconds since 1970. */
  clock(): number;
  random(): number;
  online(): boolean;
  /**
   * Runs the work while no other has the lock, here or in another context: after the other when `wait` is set, else
   * not at all.
   */
  lock(work: () => Promise<void>, wait: boolean): Promise<void>;
  /** Called when other data are served from now on. */
  changed(): void;
  /** Gets errors that are not meant for the user. */
  report(error: unknown): void;
  timeoutMs?: number;
  /** Requests a second to one provider; few by default. */
  perSecond?: number;
}

export interface LiveStatus {
  on: boolean;
  running: boolean;
  sources: SourceStatus[];
  /** Size of what was fetched and kept, bytes. */
  bytes: number;
  /** What was wrong with the store. */
  problem?: string;
  /** Hours by which this computer's clock is off, when that matters. */
  clockOffHours?: number;
}

const TIMEOUT = 45_000;
/** Clocks that differ by less need no mention. */
const CLOCK_OFF = 10 * 60_000;
/** Requests a second by who counts them; the SEC wants at most ten. */
const PER_SECOND = { sec: 5, feed: 50, other: 2 };

/** Keeps the data set fresh. Whatever goes wrong, what was held before stays. */
export class Refresher {
  readonly #world: World;
  readonly #queues = new Map<string, PQueue>();
  /** States that could not be written, which are true nonetheless. */
  readonly #unsaved = new Map<SourceId, SourceState>();
  readonly #steps = new Map<SourceId, Step>();
  readonly #paused = new Map<ProviderName, number>();
  #opened: Promise<Opened> | undefined;
  #merging: Promise<unknown> = Promise.resolve();
  #files: Files | undefined;
  /** Refreshes under way or waiting their turn. */
  #running = 0;
  #clockOff: number | undefined;
  #problem: string | undefined;
  #brief: LiveBrief | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** The data set as it is to be served now. */
  opened(): Promise<Opened> {
    this.#opened ??= openHeld(this.#world.store, this.#world.readShipped).then((opened) => {
      this.#problem = opened.problem ?? this.#problem;
      return opened;
    });
    return this.#opened;
  }

  /** The last known state in short; undefined while live data are off. */
  get brief(): LiveBrief | undefined {
    return this.#brief;
  }

  /** Now, by the servers' clocks where this computer's is off. */
  now(): number {
    return this.#world.clock() + (this.#clockOff ?? 0);
  }

  /** Refreshes what is due, if no refresh is running; or everything or some sources, after one that is. */
  async run({ all = false, only }: { all?: boolean; only?: readonly SourceId[] } = {}): Promise<void> {
    const asked = all || only !== undefined;
    // What waits its turn is under way for whoever asked for it.
    if (asked) this.#running++;
    try {
      const settings = await this.#world.settings();
      if (!settings.on) return;
      const wanted = (state: SourceState) =>
        asked
          ? (only?.includes(state.id) ?? true) && (state.pausedUntil ?? 0) <= this.now()
          : isDue(state, this.now());
      await this.#world.lock(() => this.#locked(settings, wanted), asked);
    } finally {
      if (asked) this.#running--;
    }
  }

  async #locked(settings: LiveSettings, wanted: (state: SourceState) => boolean): Promise<void> {
    this.#running++;
    try {
      await this.#refresh(settings, wanted);
    } finally {
      this.#running--;
      this.#files = undefined;
      this.#steps.clear();
      await this.status();
    }
  }

  async #refresh(settings: LiveSettings, wanted: (state: SourceState) => boolean): Promise<void> {
    await this.opened();
    this.#clockOff ??= await this.#world.store.clockOff().catch(() => 0);
    const states = await this.#states();
    const stateOf = (id: SourceId) => states.get(id) ?? newState(id, this.now());
    const due = this.#wanted(settings).filter(({ id }) => wanted(stateOf(id)));
    // The figures that companies filed need the list of who files.
    const last = due.filter(({ id }) => id === 'filings');
    const first = due.filter((source) => !last.includes(source));
    for (const group of [first, last]) {
      await Promise.all(group.map((source) => this.#one(source, stateOf(source.id), settings)));
    }
  }

  /** Refreshes one source and remembers how it went; never rejects. */
  async #one(source: Source, state: SourceState, settings: LiveSettings): Promise<void> {
    const { random } = this.#world;
    const replies = new Map<string, Reply['validators']>();
    let next = state;
    try {
      this.#steps.set(source.id, 'asking');
      const merge = await source.fetch(await this.#kit(settings, state, replies));
      if (merge === null) {
        next = afterGood(state, this.now(), state.newest, random());
      } else {
        await this.#inTurn(async () => {
          this.#steps.set(source.id, 'merging');
          const outcome = await this.#merge(merge, state, replies);
          // A good answer has been kept together with its state.
          if (outcome.lastGood === state.lastGood) next = outcome;
        });
      }
    } catch (error) {
      next = this.#afterError(source, state, error);
    } finally {
      this.#steps.delete(source.id);
      if (next !== state) await this.#keep(next);
    }
  }

  /** Changes the data set and keeps it together with the source's state, or neither. */
  async #merge(
    merge: Merge,
    state: SourceState,
    replies: ReadonlyMap<string, Reply['validators']>,
  ): Promise<SourceState> {
    const { random, store, readShipped } = this.#world;
    const opened = await this.opened();
    this.#files ??= await allFiles(opened.read);
    const edition = await Edition.open(this.#files);
    const outcome = await merge(edition);
    if (!outcome) return afterNothingNew(state, this.now(), random());
    const good: SourceState = {
      ...afterGood(
        { ...state, validators: Object.fromEntries(replies) },
        this.now(),
        outcome.newest,
        random(),
      ),
      ...(outcome.note !== undefined && { note: outcome.note }),
    };
    if (outcome.ciks) {
      await store.commit({ states: [good], ciks: outcome.ciks });
      return good;
    }
    const finished = await edition.finish();
    await store.commit({
      manifest: finished.manifest,
      files: opened.whole ? finished.changed : withoutManifest(finished.files),
      ...(!opened.whole && { base: await baseOf(readShipped) }),
      states: [good],
    });
    this.#files = finished.files;
    this.#problem = undefined;
    this.#opened = undefined;
    this.#unsaved.delete(state.id);
    await this.opened();
    this.#world.changed();
    return good;
  }

  #afterError(source: Source, state: SourceState, error: unknown): SourceState {
    const now = this.now();
    const random = this.#world.random();
    if (error instanceof NotNow) {
      const nextAt = Math.max(nextDue(source.id === 'filings' ? 'tickers' : source.id, now), now);
      const { problem: _, ...rest } = state;
      return { ...rest, note: error.message, nextAt: source.id === 'filings' ? now : nextAt };
    }
    const known =
      error instanceof AskFailed ||
      error instanceof Rejected ||
      error instanceof StoreFailed ||
      error instanceof DatasetError;
    if (!known) this.#world.report(error);
    const failed = afterFailure(
      state,
      now,
      {
        words: known ? error.message : 'Minnow could not use the answer because of an error of its own.',
        unreached: error instanceof AskFailed && error.kind === 'connection',
        retryAfterMs: error instanceof AskFailed ? error.retryAfterMs : undefined,
      },
      random,
    );
    return error instanceof AskFailed && error.retryAfterMs !== undefined
      ? { ...failed, pausedUntil: now + error.retryAfterMs }
      : failed;
  }

  async #kit(
    settings: LiveSettings,
    state: Pick<SourceState, 'validators' | 'newest'>,
    replies: Map<string, Reply['validators']>,
  ): Promise<Kit> {
    const { store, keys, readShipped } = this.#world;
    return {
      base: (name) => (settings.bases[name] || PROVIDERS[name].base).replace(/\/$/, ''),
      keys: await keys.read().catch(() => ({})),
      priceOrder: settings.priceOrder,
      now: () => this.now(),
      newest: state.newest,
      shipped: await openDataset(readShipped),
      ciks: () => store.ciks().catch(() => new Map()),
      validators: {
        known: (url) => state.validators[url],
        keep: (url, validators) => void replies.set(url, validators),
      },
      get: async (name, ask, unlessSame) => {
        const known = unlessSame ? state.validators[ask.url] : undefined;
        const { body, validators } = await this.#ask(name, ask, PROVIDERS[name].maxBytes, known);
        if (unlessSame) replies.set(ask.url, validators);
        return body && textOf(body);
      },
    };
  }

  /** One request in its turn, after a pause that the provider asked for. @throws AskFailed */
  async #ask(
    name: ProviderName | 'feed',
    ask: Ask,
    maxBytes: number,
    validators?: Reply['validators'],
  ): Promise<Reply> {
    const { fetch, timeoutMs = TIMEOUT } = this.#world;
    const pausedUntil = name === 'feed' ? 0 : (this.#paused.get(name) ?? 0);
    if (pausedUntil > this.now()) {
      throw new AskFailed(
        'The source asked to be left alone for now.',
        'status',
        429,
        pausedUntil - this.now(),
      );
    }
    try {
      const reply = await this.#queue(name).add(() =>
        request(ask, { maxBytes, timeoutMs, validators }, fetch),
      );
      this.#hear(reply!.serverTime);
      return reply!;
    } catch (error) {
      if (error instanceof AskFailed && error.retryAfterMs !== undefined && name !== 'feed') {
        this.#paused.set(name, this.now() + error.retryAfterMs);
      }
      throw error;
    }
  }

  #queue(name: ProviderName | 'feed'): PQueue {
    const group = name.startsWith('sec-') ? 'sec' : name;
    const queue =
      this.#queues.get(group) ??
      new PQueue({
        concurrency: group === 'feed' ? 4 : 1,
        interval: 1000,
        intervalCap:
          this.#world.perSecond ?? PER_SECOND[group as keyof typeof PER_SECOND] ?? PER_SECOND.other,
      });
    this.#queues.set(group, queue);
    return queue;
  }

  /** Goes by a server's clock where this computer's differs much. */
  #hear(serverTime: number | undefined): void {
    if (serverTime === undefined) return;
    const off = serverTime - this.#world.clock();
    const before = this.#clockOff ?? 0;
    this.#clockOff = Math.abs(off) > CLOCK_OFF ? off : 0;
    if (Math.abs(this.#clockOff - before) > CLOCK_OFF) {
      this.#world.store.commit({ states: [], clockOff: this.#clockOff }).catch(() => {});
    }
  }

  /** The whole history of one stock, because the user asks for it. @throws AskFailed, Rejected, StoreFailed, NotNow */
  async history(symbol: string): Promise<{ from: string; days: number; first: Day }> {
    const settings = await this.#world.settings();
    if (!settings.on) throw new NotNow('Live data are off; they can be turned on in the options.');
    const kit = await this.#kit(settings, { validators: {} }, new Map());
    const { series, from } = await priceHistory(kit, symbol, WHOLE);
    await this.#inTurn(async () => {
      const opened = await this.opened();
      const edition = await Edition.open(await allFiles(opened.read));
      await mergeOneHistory(edition, symbol, series, from, Math.floor(this.now() / 86_400_000));
      const finished = await edition.finish();
      await this.#world.store.commit({
        manifest: finished.manifest,
        files: opened.whole ? finished.changed : withoutManifest(finished.files),
        ...(!opened.whole && { base: await baseOf(this.#world.readShipped) }),
        states: [],
      });
      this.#files = undefined;
      this.#opened = undefined;
      await this.opened();
      this.#world.changed();
    });
    return { from: from.name, days: series.days.length, first: series.days[0]! };
  }

  /** Asks one source of prices for a few closes of IWM. @throws AskFailed, Rejected */
  async tryPrices(
    name: Exclude<Keyed, 'fred-api'>,
  ): Promise<{ from: string; days: number; last: Day; close: number }> {
    const kit = await this.#kit(await this.#world.settings(), { validators: {} }, new Map());
    if (!kit.keys[name]) throw new Rejected('There is no key yet: enter one and save it first.');
    const since = Math.floor(this.now() / 86_400_000) - 14;
    const { days, values } = await onePriceHistory(kit, name, 'IWM', since);
    const { info } = PRICE_PROVIDERS[name];
    return { from: info.name, days: days.length, last: days.at(-1)!, close: values.at(-1)! };
  }

  async status(): Promise<LiveStatus> {
    const { store, online } = this.#world;
    const [settings, states, bytes] = await Promise.all([
      this.#world.settings(),
      this.#states(),
      store.bytes().catch(() => 0),
    ]);
    this.#clockOff ??= await store.clockOff().catch(() => 0);
    const sources = settings.on
      ? this.#wanted(settings).map((source) =>
          statusOf(
            source,
            states.get(source.id) ?? newState(source.id, this.now()),
            this.now(),
            online(),
            this.#steps.get(source.id),
          ),
        )
      : [];
    this.#brief = briefOf(settings.on, sources, PROVIDERS[settings.priceOrder[0]!].name);
    return {
      on: settings.on,
      running: this.#running > 0,
      sources,
      bytes,
      ...(this.#problem !== undefined && { problem: this.#problem }),
      ...(this.#clockOff && { clockOffHours: Math.round(this.#clockOff / 3_600_000) }),
    };
  }

  /** When the next source is due, milliseconds since 1970; undefined while live data are off. */
  async nextAt(): Promise<number | undefined> {
    const settings = await this.#world.settings();
    if (!settings.on) return undefined;
    const states = await this.#states();
    return Math.min(...this.#wanted(settings).map(({ id }) => states.get(id)?.nextAt ?? this.now()));
  }

  /** Forgets what was fetched; the data that came with the extension are served again. */
  async clear(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#world.store.clear();
      this.#unsaved.clear();
      this.#paused.clear();
      this.#files = undefined;
      this.#opened = undefined;
      this.#problem = undefined;
      this.#world.changed();
    });
    await this.status();
  }

  #wanted(settings: LiveSettings): readonly Source[] {
    if (!settings.feedUrl) return SOURCES;
    const { feedUrl } = settings;
    return [
      {
        id: 'feed',
        title: 'Feed of the whole data set',
        from: { ...FEED, name: new URL(feedUrl).host, page: feedUrl },
        fetch: ({ now, validators }) =>
          fetchFeed(
            feedUrl,
            (...args) => this.#ask('feed', ...args),
            now,
            validators.known(feedUrl),
            (one) => validators.keep(feedUrl, one),
          ),
      },
    ];
  }

  async #states(): Promise<Map<SourceId, SourceState>> {
    const kept = await this.#world.store.states().catch(() => new Map<SourceId, SourceState>());
    return new Map([...kept, ...this.#unsaved]);
  }

  async #keep(state: SourceState): Promise<void> {
    try {
      await this.#world.store.commit({ states: [state] });
      this.#unsaved.delete(state.id);
    } catch {
      this.#unsaved.set(state.id, state);
    }
  }

  /** Changes to the data set happen one after the other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#merging.then(work);
    this.#merging = done.catch(() => {});
    return done;
  }
}

function withoutManifest(files: Files): Files {
  return new Map([...files].filter(([file]) => file !== 'manifest.json'));
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Rejected('The answer is no text.');
  }
}
