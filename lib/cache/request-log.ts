import * as v from 'valibot';
import type { Area } from '../kept/kept';

/** One request that left this machine: to whom and what came of it, never what was asked. */
const RequestSchema = v.object({
  /** When it began, milliseconds since 1970. */
  at: v.number(),
  host: v.string(),
  /** Length of the answer once unpacked, bytes. */
  bytes: v.number(),
  /** How long it took, milliseconds. */
  took: v.number(),
  outcome: v.picklist(['answered', 'unchanged', 'failed']),
  /** Why it failed, in the user's words. */
  problem: v.optional(v.string()),
});
export type LoggedRequest = v.InferOutput<typeof RequestSchema>;

const KEY = 'requests';
const MOST = 200;

/**
 * The last requests, for the user to see. Kept in the session's area: it outlives the background script, which the
 * browser stops when it is idle, and never reaches the disk.
 */
export class RequestLog {
  #area: Area;
  #last: Promise<unknown> = Promise.resolve();

  constructor(area: Area) {
    this.#area = area;
  }

  /** Newest first; none where they cannot be read. */
  async read(): Promise<LoggedRequest[]> {
    const kept: Record<string, unknown> = await this.#area.get([KEY]).catch(() => ({}));
    const read = v.safeParse(v.array(RequestSchema), kept[KEY]);
    return read.success ? read.output : [];
  }

  add(one: LoggedRequest): Promise<void> {
    return this.#inTurn(async () => this.#write([one, ...(await this.read())].slice(0, MOST)));
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#write([]));
  }

  /** A log that cannot be written stops nothing. */
  #write(all: LoggedRequest[]): Promise<void> {
    return this.#area.set({ [KEY]: all }).catch(() => {});
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
