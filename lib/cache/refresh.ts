import { t } from '../i18n';
import { DatasetError, openDataset } from '../market/dataset';
import type { Day } from '../market/day';
import { Rejected } from '../providers/checks';
import type { LiveSettings } from '../settings/live';
import { Asker, type AskerWorld } from './asker';
import { PROVIDERS } from './bases';
import { FEED, fetchFeed } from './feed';
import type { Opened } from './held';
import { AskFailed, type Validators } from './http';
import type { Keyed, KeyStore } from './keys';
import { mergeOneHistory } from './merge/one-history';
import { afterFailure, afterGood, afterNothingNew, isDue, nextDue } from './plan';
import { onePriceHistory, PRICE_PROVIDERS, priceHistory, WHOLE } from './prices';
import { Served, type ServedWorld } from './served';
import { type Kit, type Merge, NotNow, SOURCES, type Source } from './sources';
import { newState, type SourceId, type SourceState } from './state';
import { briefOf, type LiveBrief, type SourceStatus, type Step, statusOf } from './status';
import { type LiveStore, StoreFailed } from './store';

/** What refreshing needs of the world around it. */
export interface World extends AskerWorld, ServedWorld {
  store: LiveStore;
  keys: KeyStore;
  settings(): Promise<LiveSettings>;
  random(): number;
  online(): boolean;
  /**
   * Runs the work while no other has the lock, here or in another context: after the other when `wait` is set, else
   * not at all.
   */
  lock(work: () => Promise<void>, wait: boolean): Promise<void>;
  /** Gets errors that are not meant for the user. */
  report(error: unknown): void;
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

/** Keeps the data set fresh. Whatever goes wrong, what was held before stays. */
export class Refresher {
  readonly #world: World;
  readonly #asker: Asker;
  readonly #served: Served;
  /** States that could not be written, which are true nonetheless. */
  readonly #unsaved = new Map<SourceId, SourceState>();
  readonly #steps = new Map<SourceId, Step>();
  /** Refreshes under way or waiting their turn. */
  #running = 0;
  #brief: LiveBrief | undefined;

  constructor(world: World) {
    this.#world = world;
    this.#asker = new Asker(world);
    this.#served = new Served(world);
  }

  /** The data set as it is to be served now. */
  opened(): Promise<Opened> {
    return this.#served.opened();
  }

  /** The last known state in short; undefined while live data are off. */
  get brief(): LiveBrief | undefined {
    return this.#brief;
  }

  /** Now, by the servers' clocks where this computer's is off. */
  now(): number {
    return this.#asker.now();
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
      this.#served.release();
      this.#steps.clear();
      await this.status();
    }
  }

  async #refresh(settings: LiveSettings, wanted: (state: SourceState) => boolean): Promise<void> {
    await Promise.all([this.opened(), this.#asker.clockOff()]);
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
    const replies = new Map<string, Validators>();
    let next = state;
    try {
      this.#steps.set(source.id, 'asking');
      const merge = await source.fetch(await this.#kit(settings, state, replies));
      next =
        merge === null
          ? afterGood(state, this.now(), state.newest, random())
          : await this.#merge(merge, state, replies);
    } catch (error) {
      next = this.#afterError(source, state, error);
    } finally {
      this.#steps.delete(source.id);
      if (next !== state) await this.#keep(next);
    }
  }

  /** Merges a good answer; the state that comes of it is kept with the data, or is still to be kept. */
  async #merge(
    merge: Merge,
    state: SourceState,
    replies: ReadonlyMap<string, Validators>,
  ): Promise<SourceState> {
    const { random } = this.#world;
    let next = state;
    let ciks: Map<string, number> | undefined;
    await this.#served.change(async (edition) => {
      this.#steps.set(state.id, 'merging');
      const outcome = await merge(edition);
      if (!outcome) {
        next = afterNothingNew(state, this.now(), random());
        return null;
      }
      next = {
        ...afterGood(
          { ...state, validators: Object.fromEntries(replies) },
          this.now(),
          outcome.newest,
          random(),
        ),
        ...(outcome.note !== undefined && { note: outcome.note }),
      };
      ciks = outcome.ciks;
      return ciks ? null : { states: [next] };
    });
    if (ciks) await this.#world.store.commit({ states: [next], ciks });
    return next;
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
        words: known ? error.message : t('live.ownError'),
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
    replies: Map<string, Validators>,
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
        const { body, validators } = await this.#asker.ask(name, ask, PROVIDERS[name].maxBytes, known);
        if (unlessSame) replies.set(ask.url, validators);
        return body && textOf(body);
      },
    };
  }

  /** The whole history of one stock, because the user asks for it. @throws AskFailed, Rejected, StoreFailed, NotNow */
  async history(symbol: string): Promise<{ from: string; days: number; first: Day }> {
    const settings = await this.#world.settings();
    if (!settings.on) throw new NotNow(t('live.isOff'));
    const kit = await this.#kit(settings, { validators: {} }, new Map());
    const { series, from } = await priceHistory(kit, symbol, WHOLE);
    await this.#served.change(async (edition) => {
      await mergeOneHistory(edition, symbol, series, from, Math.floor(this.now() / 86_400_000));
      return { states: [] };
    });
    this.#served.release();
    return { from: from.name, days: series.days.length, first: series.days[0]! };
  }

  /** Asks one source of prices for a few closes of IWM. @throws AskFailed, Rejected */
  async tryPrices(
    name: Exclude<Keyed, 'fred-api'>,
  ): Promise<{ from: string; days: number; last: Day; close: number }> {
    const kit = await this.#kit(await this.#world.settings(), { validators: {} }, new Map());
    if (!kit.keys[name]) throw new Rejected(t('live.noKeyYet'));
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
    const clockOff = await this.#asker.clockOff();
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
      ...(this.#served.problem !== undefined && { problem: this.#served.problem }),
      ...(clockOff !== 0 && { clockOffHours: Math.round(clockOff / 3_600_000) }),
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
    await this.#served.clear();
    this.#unsaved.clear();
    await this.status();
  }

  #wanted(settings: LiveSettings): readonly Source[] {
    if (!settings.feedUrl) return SOURCES;
    const { feedUrl } = settings;
    return [
      {
        id: 'feed',
        title: t('live.source.feed'),
        from: { ...FEED, name: new URL(feedUrl).host, page: feedUrl },
        fetch: ({ now, validators }) =>
          fetchFeed(
            feedUrl,
            (...args) => this.#asker.ask('feed', ...args),
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
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Rejected(t('live.noText'));
  }
}
