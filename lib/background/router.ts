import * as v from 'valibot';
import { t } from '../i18n';
import { DatasetError } from '../market/dataset';
import type { Answer, Failure, Messages, ToBackground } from '../messages';
import { asks, FROM_PAGES } from './asks';

/** The part of the browser's `MessageSender` that is used. */
export interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; url?: string };
}

export type Handlers = {
  [T in ToBackground]: (ask: Messages[T]['ask'], sender: Sender) => Promise<Answer<T>>;
};

/** A failure whose message is written for the user. */
export class PlainError extends Error {}

/**
 * Listener for `runtime.onMessage`. Answers messages for the background, once sender and content are
 * checked, and never rejects: what could not be served is answered with a `Failure`.
 * @param self the extension's id and the address of its own pages
 * @param report gets errors that are not meant for the user, with the message that met them
 */
export function createRouter(
  handlers: Handlers,
  self: { id: string; url: string },
  report: (error: unknown, type: ToBackground) => void,
): (message: unknown, sender: Sender) => Promise<unknown> | undefined {
  async function answer(type: ToBackground, message: object, sender: Sender): Promise<unknown> {
    const own = sender.url?.startsWith(self.url) ?? false;
    if (!own && !FROM_PAGES.has(type)) return failure(t('background.notForPages'));
    const ask = v.safeParse(asks[type], message);
    if (!ask.success) return failure(t('background.notUnderstood'));
    try {
      // Each handler takes what the schema of its type has let through.
      const handle = handlers[type] as (ask: unknown, sender: Sender) => Promise<unknown>;
      return await handle(ask.output, sender);
    } catch (error) {
      if (error instanceof PlainError || error instanceof DatasetError) return failure(error.message);
      report(error, type);
      return failure(t('background.ownError'));
    }
  }

  return (message, sender) => {
    if (sender.id !== self.id || typeof message !== 'object' || message === null) return undefined;
    const { type } = message as { type?: unknown };
    return typeof type === 'string' && Object.hasOwn(asks, type)
      ? answer(type as ToBackground, message, sender)
      : undefined;
  };
}

function failure(words: string): Failure {
  return { failure: words };
}
