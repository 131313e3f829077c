import * as v from 'valibot';
import { KEYED } from '../cache/keys';
import { SOURCE_IDS } from '../cache/state';
import { ON_DEMAND, type ToBackground } from '../messages';
import { CorrectionSchema } from '../settings/schema';
import { DEFAULT_OPTIONS } from '../thesis/options';
import type { SignalId } from '../thesis/types';

const SIGNAL_IDS = Object.keys(DEFAULT_OPTIONS.signalWeights) as SignalId[];

const short = v.pipe(v.string(), v.maxLength(300));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Only what the background relies on is checked; lib/detect owns the rest of a candidate. */
const candidate = v.looseObject({
  block: count,
  start: count,
  end: count,
  text: short,
  mark: short,
  symbol: v.optional(short),
  name: v.optional(short),
  before: v.optional(short),
  after: v.optional(short),
  columns: v.optional(v.pipe(v.array(short), v.maxLength(4))),
});

const update = v.object({
  page: v.looseObject({
    host: short,
    addresses: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(2))),
    symbols: v.pipe(v.array(short), v.maxLength(100)),
  }),
  parts: count,
  splices: v.pipe(
    v.array(
      v.object({
        at: count,
        remove: count,
        add: v.pipe(v.array(v.pipe(v.array(candidate), v.maxLength(20_000))), v.maxLength(20_000)),
      }),
    ),
    v.maxLength(20_000),
  ),
});

const ticker = v.pipe(v.string(), v.minLength(1), v.maxLength(16));

const part = v.picklist(ON_DEMAND);

/** What each message to the background must look like, beside its type. */
export const asks = {
  hello: v.object({ host: short }),
  lookup: v.object({ phrases: v.pipe(v.array(short), v.maxLength(100_000)), lacks: v.optional(part) }),
  resolve: v.object({ update, lacks: v.optional(part) }),
  'load-part': v.object({ part }),
  card: v.object({ ticker }),
  correct: v.object({ correction: CorrectionSchema }),
  thesis: v.object({}),
  trends: v.object({ tickers: v.pipe(v.array(ticker), v.maxLength(500)) }),
  'track-record': v.object({}),
  'record-line': v.object({}),
  'signal-history': v.object({ id: v.picklist(SIGNAL_IDS) }),
  sensitivity: v.object({ ticker }),
  board: v.object({}),
  'board-readings': v.object({ tickers: v.pipe(v.array(ticker), v.maxLength(500)) }),
  'watchlist-get': v.object({}),
  // The store validates the entry itself, to say in words what is wrong.
  'watchlist-put': v.object({
    entry: v.object({
      ticker: v.string(),
      note: v.string(),
      added: v.string(),
      above: v.optional(v.number()),
      below: v.optional(v.number()),
    }),
  }),
  'watchlist-remove': v.object({ ticker }),
  'watchlist-set': v.object({ watchlist: v.looseObject({}) }),
  watched: v.object({ ticker }),
  watch: v.object({ ticker, on: v.boolean() }),
  'data-parts': v.object({}),
  'live-get': v.object({}),
  // Validated where it is kept, to say in words what is wrong.
  'live-set': v.object({ patch: v.looseObject({}) }),
  'live-key': v.object({ name: v.picklist(KEYED), key: v.pipe(v.string(), v.trim(), v.maxLength(200)) }),
  'live-keys': v.object({}),
  'requests-get': v.object({}),
  'requests-clear': v.object({}),
  'live-try': v.object({ name: v.picklist(['tiingo', 'twelve-data', 'alpha-vantage']) }),
  'live-refresh': v.object({ only: v.optional(v.array(v.picklist(SOURCE_IDS))) }),
  'live-clear': v.object({}),
  'whole-history': v.object({ ticker }),
  find: v.object({ text: short }),
  'errors-get': v.object({}),
  'alerts-get': v.object({}),
  'alerts-clear': v.object({}),
  'settings-get': v.object({}),
  // The store validates the patch itself, to say in words what is wrong.
  'settings-set': v.object({ patch: v.looseObject({}) }),
} satisfies Record<ToBackground, v.GenericSchema>;

/** Messages that a page may send; everything else is for the extension's own pages. */
export const FROM_PAGES: ReadonlySet<ToBackground> = new Set([
  'hello',
  'lookup',
  'resolve',
  'load-part',
  'card',
  'correct',
  'whole-history',
  'watched',
  'watch',
]);
