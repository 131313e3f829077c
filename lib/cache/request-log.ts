import * as v from 'valibot';
import type { Area } from '../kept/kept';
import { Log } from '../kept/log';

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

/** The last requests, for the user to see. */
export class RequestLog {
  readonly #log: Log<LoggedRequest>;

  constructor(area: Area) {
    this.#log = new Log(area, KEY, RequestSchema, MOST);
  }

  /** Newest first; none where they cannot be read. */
  read(): Promise<LoggedRequest[]> {
    return this.#log.read();
  }

  add(one: LoggedRequest): Promise<void> {
    return this.#log.change((all) => [one, ...all]);
  }

  clear(): Promise<void> {
    return this.#log.change(() => []);
  }
}
