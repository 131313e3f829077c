import * as v from 'valibot';
import { asks } from '../background/asks';
import type { Area } from '../kept/kept';
import { Log } from '../kept/log';

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

/** The last errors of Minnow's own; the same error again only counts. */
export class ErrorLog {
  readonly #log: Log<LoggedError>;

  constructor(
    area: Area,
    private readonly now: () => number,
  ) {
    this.#log = new Log(area, KEY, LoggedErrorSchema, MOST);
  }

  /** Newest first; none where they cannot be read. */
  read(): Promise<LoggedError[]> {
    return this.#log.read();
  }

  /** Never rejects: a log that cannot be written stops nothing. */
  add(work: Work, error: unknown): Promise<void> {
    const one = { work, ...anonymous(error) };
    const isSame = (other: LoggedError) =>
      other.work === one.work && other.kind === one.kind && other.place === one.place;
    return this.#log.change((all) => {
      const times = (all.find(isSame)?.times ?? 0) + 1;
      return [{ at: this.now(), ...one, times }, ...all.filter((other) => !isSame(other))];
    });
  }
}
