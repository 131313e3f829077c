import * as v from 'valibot';
import { asks } from '../background/asks';
import type { Area } from '../kept/kept';

/** What the background was at when an error met it: a message, or work of its own. */
export const WORKS = [...Object.keys(asks), 'alerts', 'refresh', 'look-up', 'other'] as (
  | keyof typeof asks
  | 'alerts'
  | 'refresh'
  | 'look-up'
  | 'other'
)[];
export type Work = (typeof WORKS)[number];

/** Names of errors; any other is told as "Error", since a name could be anything. */
const KINDS = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AbortError',
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'EncodingError',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'NotSupportedError',
  'OperationError',
  'QuotaExceededError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
  'DatasetError',
  'Rejected',
  'StoreFailed',
];

const LoggedErrorSchema = v.object({
  /** When it was last met, milliseconds since 1970. */
  at: v.number(),
  work: v.picklist(WORKS),
  kind: v.picklist(KINDS),
  /** Where in the script of the background: "1:2345"; empty when that is not known. */
  place: v.pipe(v.string(), v.regex(/^(?:\d{1,7}:\d{1,7})?$/)),
  times: v.number(),
});

/** An error as anybody may see it: no word of its message, which may hold what was read or typed. */
export type LoggedError = v.InferOutput<typeof LoggedErrorSchema>;

const KEY = 'errors';
const MOST = 20;

/** What may be told of an error. */
export function anonymous(error: unknown): Pick<LoggedError, 'kind' | 'place'> {
  const { name, message, stack } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as Partial<Error>;
  // The stack may begin with the message.
  const frames = typeof stack === 'string' ? stack.replace(String(message ?? ''), '') : '';
  return {
    kind: KINDS.includes(String(name)) ? String(name) : 'Error',
    place: /\/background\.js:(\d{1,7}:\d{1,7})(?!\d)/.exec(frames)?.[1] ?? '',
  };
}

/**
 * The last errors of Minnow's own. Kept in the session's area, which pages cannot read and which never reaches the
 * disk; the same error again only counts.
 */
export class ErrorLog {
  #area: Area;
  #now: () => number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(area: Area, now: () => number) {
    this.#area = area;
    this.#now = now;
  }

  /** Newest first; none where they cannot be read. */
  async read(): Promise<LoggedError[]> {
    const kept: Record<string, unknown> = await this.#area.get([KEY]).catch(() => ({}));
    const read = v.safeParse(v.array(LoggedErrorSchema), kept[KEY]);
    return read.success ? read.output : [];
  }

  /** Never rejects: a log that cannot be written stops nothing. */
  add(work: Work, error: unknown): Promise<void> {
    const one = { work, ...anonymous(error) };
    const done = this.#last.then(async () => {
      const all = await this.read();
      const isSame = (other: LoggedError) =>
        other.work === one.work && other.kind === one.kind && other.place === one.place;
      const times = (all.find(isSame)?.times ?? 0) + 1;
      const rest = all.filter((other) => !isSame(other));
      await this.#area.set({ [KEY]: [{ at: this.#now(), ...one, times }, ...rest].slice(0, MOST) });
    });
    this.#last = done.catch(() => {});
    return this.#last as Promise<void>;
  }
}
