import PQueue from 'p-queue';
import { t } from '../i18n';
import type { Ask } from '../providers/types';
import type { ProviderName } from './bases';
import { AskFailed, type Fetch, type Reply, request, type Validators } from './http';
import type { LoggedRequest } from './request-log';
import type { LiveStore } from './store';

/** Who can be asked: a provider, or a feed in the place of all. */
export type Asked = ProviderName | 'feed';

export interface AskerWorld {
  store: Pick<LiveStore, 'clockOff' | 'commit'>;
  fetch: Fetch;
  /** This computer's clock, milliseconds since 1970. */
  clock(): number;
  timeoutMs?: number;
  /** Requests a second to one provider; few by default. */
  perSecond?: number;
  /** Hears of each request that was made. */
  log?(request: LoggedRequest): void;
}

const TIMEOUT = 45_000;
/** Clocks that differ by less need no mention. */
const CLOCK_OFF = 10 * 60_000;
/** Requests a second by who counts them; the SEC wants at most ten. */
const PER_SECOND: Record<string, number> = { sec: 5, feed: 50 };
const FEW = 2;

/** Asks with manners: few requests at a time, none while a source wants to be left alone. Learns the time on the way. */
export class Asker {
  readonly #world: AskerWorld;
  readonly #queues = new Map<string, PQueue>();
  readonly #paused = new Map<Asked, number>();
  #clockOff: number | undefined;

  constructor(world: AskerWorld) {
    this.#world = world;
  }

  /** Now, by the servers' clocks where this computer's is off. */
  now(): number {
    return this.#world.clock() + (this.#clockOff ?? 0);
  }

  /** Milliseconds by which the servers' clocks are ahead; 0 when that is not worth a mention. */
  async clockOff(): Promise<number> {
    this.#clockOff ??= await this.#world.store.clockOff().catch(() => 0);
    return this.#clockOff;
  }

  /** One request in its turn. @throws AskFailed */
  async ask(name: Asked, ask: Ask, maxBytes: number, validators?: Validators): Promise<Reply> {
    const { fetch, timeoutMs = TIMEOUT } = this.#world;
    const left = (this.#paused.get(name) ?? 0) - this.now();
    if (left > 0) throw new AskFailed(t('live.leftAlone'), 'status', 429, left);
    try {
      const reply = await this.#queue(name).add(() =>
        this.#logged(ask, () => request(ask, { maxBytes, timeoutMs, validators }, fetch)),
      );
      this.#hear(reply!.serverTime);
      return reply!;
    } catch (error) {
      if (error instanceof AskFailed && error.retryAfterMs !== undefined) {
        this.#paused.set(name, this.now() + error.retryAfterMs);
      }
      throw error;
    }
  }

  async #logged(ask: Ask, make: () => Promise<Reply>): Promise<Reply> {
    const { clock, log } = this.#world;
    const at = clock();
    // The host alone: an address may hold a key.
    const told = (outcome: LoggedRequest['outcome'], bytes: number, problem?: string) =>
      log?.({
        at,
        host: new URL(ask.url).host,
        bytes,
        took: clock() - at,
        outcome,
        ...(problem !== undefined && { problem }),
      });
    try {
      const reply = await make();
      told(reply.body ? 'answered' : 'unchanged', reply.body?.length ?? 0);
      return reply;
    } catch (error) {
      told('failed', 0, error instanceof AskFailed ? error.message : undefined);
      throw error;
    }
  }

  #queue(name: Asked): PQueue {
    const group = name.startsWith('sec-') ? 'sec' : name;
    const queue =
      this.#queues.get(group) ??
      new PQueue({
        concurrency: group === 'feed' ? 4 : 1,
        interval: 1000,
        intervalCap: this.#world.perSecond ?? PER_SECOND[group] ?? FEW,
      });
    this.#queues.set(group, queue);
    return queue;
  }

  /** Goes by a server's clock where this computer's differs much, also after the next start. */
  #hear(serverTime: number | undefined): void {
    if (serverTime === undefined) return;
    const { clock, store } = this.#world;
    const off = serverTime - clock();
    const before = this.#clockOff ?? 0;
    this.#clockOff = Math.abs(off) > CLOCK_OFF ? off : 0;
    if (Math.abs(this.#clockOff - before) > CLOCK_OFF) {
      store.commit({ states: [], clockOff: this.#clockOff }).catch(() => {});
    }
  }
}
