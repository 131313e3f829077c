import * as v from 'valibot';
import { t } from '../i18n';
import type { Form } from '../kept/form';
import {
  type AlertEvent,
  AlertEventSchema,
  type AlertKind,
  advance,
  eventsBetween,
  keyOf,
  type MarketState,
  MarketStateSchema,
  type Watched,
} from './events';

/** Events that stay in the history, newest first, and keys of events that are never told again. */
const MOST_ENTRIES = 200;
const MOST_KEYS = 2000;

const BookSchema = v.object({
  version: v.literal(1),
  /** What the next state is compared with; absent until there is one. */
  state: v.optional(MarketStateSchema),
  told: v.array(v.string()),
  history: v.array(v.object({ at: v.number(), event: AlertEventSchema })),
});

/** What was told, and what is compared with. */
export type AlertBook = v.InferOutput<typeof BookSchema>;
export type AlertEntry = AlertBook['history'][number];

export const EMPTY_BOOK: AlertBook = { version: 1, told: [], history: [] };

/** How the book is kept. */
export const BOOK_FORM: Form<AlertBook> = {
  version: 1,
  steps: {},
  schema: BookSchema,
  words: {
    unknownForm: t('alerts.book.damaged'),
    noVersion: t('alerts.book.damaged'),
    newer: (version) => t('alerts.book.newer', { version }),
    damaged: () => t('alerts.book.damaged'),
  },
};

/**
 * Enters a new state, and answers what is to be told: events of the kinds that are on and were never told before. The
 * first state is only something to compare with.
 * @param now milliseconds since 1970
 */
export function enter(
  book: AlertBook,
  after: MarketState,
  watched: readonly Watched[],
  kinds: Record<AlertKind, boolean>,
  now: number,
): { book: AlertBook; fired: AlertEvent[] } {
  const told = new Set(book.told);
  const fired = book.state
    ? eventsBetween(book.state, after, watched).filter(
        (event) => kinds[event.kind] && !told.has(keyOf(event)) && told.add(keyOf(event)),
      )
    : [];
  return {
    fired,
    book: {
      version: 1,
      state: advance(book.state, after),
      told: [...told].slice(-MOST_KEYS),
      history: [...fired.map((event) => ({ at: now, event })), ...book.history].slice(0, MOST_ENTRIES),
    },
  };
}

/** The book when nothing is watched: the next state begins anew, what was told stays told. */
export function rest({ state: _, ...book }: AlertBook): AlertBook {
  return book;
}
