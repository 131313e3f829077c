import * as v from 'valibot';
import type { Day } from '../market/day';
import { DEFAULT_OPTIONS } from '../thesis/options';
import type { SignalId } from '../thesis/types';

export const ALERT_KINDS = ['signal', 'band', 'record', 'level'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

const day = v.pipe(v.number(), v.integer());
const signal = v.picklist(Object.keys(DEFAULT_OPTIONS.signalWeights) as SignalId[]);
const known = v.picklist(['supports', 'neutral', 'against']);
const close = v.object({ day, close: v.number() });

/** What of the market's state can give an alert, as of the close of one day. */
export const MarketStateSchema = v.object({
  asOf: day,
  /** The options that the verdicts stand on: a change of these is no event. */
  basis: v.string(),
  /** Signals whose verdict is known. */
  signals: v.record(v.string(), known),
  /** The composite; null when it is unknown. */
  composite: v.nullable(v.object({ score: v.number(), verdict: known })),
  /** Newest close of IWM and its highest one up to then, US dollars; null without closes. */
  iwm: v.nullable(v.object({ newest: close, record: close })),
  /** Newest closes of the watched stocks, US dollars, by ticker. */
  closes: v.record(v.string(), close),
});
export type MarketState = v.InferOutput<typeof MarketStateSchema>;

/** Something that happened, with the day of the close on which it is known. */
export const AlertEventSchema = v.variant('kind', [
  v.object({ kind: v.literal('signal'), signal, from: known, to: known, day }),
  v.object({ kind: v.literal('band'), from: known, to: known, score: v.number(), day }),
  v.object({ kind: v.literal('record'), close: v.number(), day }),
  v.object({
    kind: v.literal('level'),
    ticker: v.string(),
    side: v.picklist(['above', 'below']),
    level: v.number(),
    close: v.number(),
    day,
  }),
]);
export type AlertEvent = v.InferOutput<typeof AlertEventSchema>;

/** A stock whose price the user watches; levels in US dollars. */
export interface Watched {
  ticker: string;
  above?: number;
  below?: number;
}

/** One event, always the same text for the same event. */
export function keyOf(event: AlertEvent): string {
  switch (event.kind) {
    case 'signal':
      return `signal ${event.signal} ${event.to} ${event.day}`;
    case 'band':
      return `band ${event.to} ${event.day}`;
    case 'record':
      return `record ${event.day}`;
    case 'level':
      return `level ${event.ticker} ${event.side} ${event.level} ${event.day}`;
  }
}

/**
 * What happened from one state to a later one. Nothing where the later one is of an earlier day; no verdict has turned
 * where other options were set in between.
 */
export function eventsBetween(
  before: MarketState,
  after: MarketState,
  watched: readonly Watched[],
): AlertEvent[] {
  if (after.asOf < before.asOf) return [];
  return [
    ...(before.basis === after.basis ? turns(before, after) : []),
    ...records(before, after),
    ...watched.flatMap((one) => crossings(before, after, one)),
  ];
}

function turns(before: MarketState, after: MarketState): AlertEvent[] {
  const signals = Object.entries(after.signals).flatMap(([id, to]): AlertEvent[] => {
    const from = before.signals[id];
    return from === undefined || from === to
      ? []
      : [{ kind: 'signal', signal: id as SignalId, from, to, day: after.asOf }];
  });
  const [was, is] = [before.composite, after.composite];
  const band: AlertEvent[] =
    was && is && was.verdict !== is.verdict
      ? [{ kind: 'band', from: was.verdict, to: is.verdict, score: is.score, day: after.asOf }]
      : [];
  return [...band, ...signals];
}

function records({ iwm: was }: MarketState, { iwm: is }: MarketState): AlertEvent[] {
  const isNew = was && is && is.record.day > was.newest.day && is.record.close > was.record.close;
  return isNew ? [{ kind: 'record', ...is.record }] : [];
}

function crossings(before: MarketState, after: MarketState, { ticker, above, below }: Watched): AlertEvent[] {
  const was = Object.hasOwn(before.closes, ticker) ? before.closes[ticker] : undefined;
  const is = Object.hasOwn(after.closes, ticker) ? after.closes[ticker] : undefined;
  if (!was || !is || is.day <= was.day) return [];
  const crossed = (side: 'above' | 'below', level: number): AlertEvent => ({
    kind: 'level',
    ticker,
    side,
    level,
    close: is.close,
    day: is.day,
  });
  return [
    ...(above !== undefined && was.close < above && is.close >= above ? [crossed('above', above)] : []),
    ...(below !== undefined && was.close > below && is.close <= below ? [crossed('below', below)] : []),
  ];
}

/** The state to compare with from now on: what has become unknown stays as it was last known. */
export function advance(before: MarketState | undefined, after: MarketState): MarketState {
  if (!before) return after;
  if (after.asOf < before.asOf) return before;
  const sameBasis = before.basis === after.basis;
  const closes = Object.entries(after.closes).map(([ticker, is]): [string, { day: Day; close: number }] => {
    const was = Object.hasOwn(before.closes, ticker) ? before.closes[ticker] : undefined;
    return [ticker, was && was.day > is.day ? was : is];
  });
  return {
    ...after,
    signals: sameBasis ? { ...before.signals, ...after.signals } : after.signals,
    composite: after.composite ?? (sameBasis ? before.composite : null),
    iwm:
      after.iwm && before.iwm && after.iwm.newest.day < before.iwm.newest.day
        ? before.iwm
        : (after.iwm ?? before.iwm),
    closes: Object.fromEntries(closes),
  };
}
