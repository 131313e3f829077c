import { t } from './i18n';
import type { Answer, Failure, Messages, MessageType, ToBackground } from './messages';
import { isFailure } from './messages';

interface Runtime {
  /** Undefined once the extension was reloaded, updated or removed under a running page. */
  id?: string;
  sendMessage(message: object): Promise<unknown>;
  onMessage: {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
  };
}
type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => boolean;

/** Both browsers' own API, with no polyfill: a page element named "browser" must not be taken for it. */
function runtime(): Runtime | undefined {
  const { browser, chrome } = globalThis as {
    browser?: { runtime?: Runtime };
    chrome?: { runtime?: Runtime };
  };
  return browser?.runtime?.onMessage ? browser.runtime : chrome?.runtime;
}

/** Whether the extension that this script belongs to is still there. */
export function isAlive(): boolean {
  return runtime()?.id !== undefined;
}

/** Asked for while the extension is there: an orphaned script has no texts any more. */
const GONE = t('overlay.gone');
const NO_ANSWER = t('overlay.noAnswer');

/** Milliseconds before each further try: the browser may stop the background while it is at work. */
const TRIES = [60, 250, 1000];
/** What must not be done twice. */
const ONCE = new Set<MessageType>(['correct', 'settings-set']);

/**
 * Sends one message to the background and answers its reply.
 * @throws Error in the user's words when the extension is gone or could not serve it.
 */
export async function send<T extends ToBackground>(type: T, ask: Messages[T]['ask']): Promise<Answer<T>> {
  for (const pause of [...TRIES, undefined]) {
    const port = runtime();
    if (!port?.id) throw new Error(GONE);
    const answer = await port.sendMessage({ type, ...ask }).catch(() => undefined);
    if (isFailure(answer)) throw new Error(answer.failure);
    if (answer !== undefined) return answer as Answer<T>;
    if (pause === undefined || ONCE.has(type)) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(NO_ANSWER);
}

export type Handlers<T extends MessageType> = {
  [K in T]: (ask: Messages[K]['ask']) => Answer<K> | Promise<Answer<K>>;
};

/** Answers the messages named in `handlers` and no others. Returns a function that stops doing so. */
export function listen<T extends MessageType>(handlers: Handlers<T>): () => void {
  const listener: Listener = (message, _sender, respond) => {
    const type = (message as { type?: unknown } | null)?.type;
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return false;
    const handler = handlers[type as T] as (ask: unknown) => unknown;
    Promise.resolve(message)
      .then(handler)
      .then(respond, (error: unknown) =>
        respond({ failure: String((error as Error)?.message ?? error) } satisfies Failure),
      );
    return true;
  };
  const port = runtime();
  port?.onMessage.addListener(listener);
  return () => port?.onMessage.removeListener(listener);
}
