import { t } from '../i18n';
import type { Ask } from '../providers/types';

export type FailureKind = 'timeout' | 'connection' | 'status' | 'too-large';

/** A request that brought nothing; the message says what happened, for the user, and never holds an address. */
export class AskFailed extends Error {
  override name = 'AskFailed';
  constructor(
    message: string,
    readonly kind: FailureKind,
    readonly status?: number,
    /** How long the source wants to be left alone, milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** What a server gave to ask later whether anything changed. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface Reply {
  /** Null when nothing changed since the validators were given. */
  body: Uint8Array | null;
  validators: Validators;
  /** The server's clock, milliseconds since 1970. */
  serverTime?: number;
}

export interface AskLimits {
  maxBytes: number;
  timeoutMs: number;
  validators?: Validators;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Longest pause that a server's word is taken for. */
const LONGEST_PAUSE = 24 * 3_600_000;

/** Makes one request, with nothing of the user's in it. @throws AskFailed */
export async function request(ask: Ask, limits: AskLimits, fetch: Fetch): Promise<Reply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort('timeout'), limits.timeoutMs);
  try {
    const { etag, lastModified } = limits.validators ?? {};
    const response = await fetch(ask.url, {
      method: ask.method ?? 'GET',
      body: ask.body,
      headers: {
        ...ask.headers,
        ...(etag !== undefined && { 'If-None-Match': etag }),
        ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }),
      },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Whether anything changed is asked of the source, not of the browser's own cache.
      cache: 'no-store',
      signal: stop.signal,
    });
    if (elsewhere(ask.url, response.url)) throw new AskFailed(t('live.elsewhere'), 'connection');
    const date = Date.parse(response.headers.get('date') ?? '');
    const serverTime = Number.isNaN(date) ? undefined : date;
    if (response.status === 304) return { body: null, validators: limits.validators ?? {}, serverTime };
    if (response.status !== 200) throw refused(response, serverTime);
    const body = await bodyOf(response, limits.maxBytes);
    return {
      body,
      validators: {
        etag: response.headers.get('etag') ?? undefined,
        lastModified: response.headers.get('last-modified') ?? undefined,
      },
      serverTime,
    };
  } catch (error) {
    if (error instanceof AskFailed) throw error;
    if (stop.signal.aborted) {
      const seconds = Math.round(limits.timeoutMs / 1000);
      throw new AskFailed(t('live.timeout', { seconds }), 'timeout');
    }
    throw new AskFailed(t('live.connection'), 'connection');
  } finally {
    clearTimeout(timer);
    // Lets go of an answer that was not read to its end.
    stop.abort('done');
  }
}

/** Whether an answer comes from another host than was asked, where a redirection led. */
function elsewhere(asked: string, answered: string): boolean {
  return answered !== '' && new URL(asked).host !== new URL(answered).host;
}

const STATUS_WORDS: Record<number, string> = {
  401: t('live.status401'),
  403: t('live.status403'),
  404: t('live.status404'),
  429: t('live.status429'),
};

function refused({ status, headers }: Response, serverTime?: number): AskFailed {
  const words =
    STATUS_WORDS[status] ?? (status >= 500 ? t('live.status5xx', { status }) : t('live.status', { status }));
  return new AskFailed(
    words,
    'status',
    status,
    pauseOf(headers.get('retry-after'), serverTime ?? Date.now()),
  );
}

/** Seconds or a date. */
function pauseOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_PAUSE);
}

async function bodyOf(response: Response, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new AskFailed(t('live.tooLong', { size: Math.round(maxBytes / 1e6) }), 'too-large');
  // Of a packed answer this is the packed length, which is shorter.
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) break;
    length += value.length;
    if (length > maxBytes) throw tooLarge();
    chunks.push(value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
