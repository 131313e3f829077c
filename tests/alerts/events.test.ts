import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertBook, BOOK_FORM, EMPTY_BOOK, enter, rest } from '../../lib/alerts/book';
import {
  type AlertEvent,
  advance,
  eventsBetween,
  keyOf,
  type MarketState,
  type Watched,
} from '../../lib/alerts/events';
import { readForm } from '../../lib/kept/form';
import { parseDay } from '../../lib/market/day';

const ALL = { signal: true, band: true, record: true, level: true };
const DAY = parseDay('2026-10-05');

const STATE: MarketState = {
  asOf: DAY,
  basis: 'defaults',
  signals: { breakout: 'against', 'rate-cuts': 'supports' },
  composite: { score: 52, verdict: 'neutral' },
  iwm: { newest: { day: DAY, close: 283 }, record: { day: DAY - 50, close: 305 } },
  closes: { EPAC: { day: DAY, close: 40 } },
};
const later = (change: Partial<MarketState>): MarketState => ({ ...STATE, asOf: DAY + 1, ...change });

const verdicts = fc.constantFrom('supports', 'neutral', 'against') as fc.Arbitrary<
  'supports' | 'neutral' | 'against'
>;
const TICKERS = ['EPAC', 'SHAK', 'PRGS'];
const closeOn = (day: number) => fc.record({ day: fc.constant(day), close: fc.integer({ min: 1, max: 60 }) });
const stateOn = (day: number): fc.Arbitrary<MarketState> =>
  fc.record({
    asOf: fc.constant(day),
    basis: fc.constantFrom('defaults', 'others'),
    signals: fc.dictionary(fc.constantFrom('breakout', 'rate-cuts', 'valuation'), verdicts),
    composite: fc.option(fc.record({ score: fc.integer({ min: 0, max: 100 }), verdict: verdicts })),
    iwm: fc.option(fc.record({ newest: closeOn(day), record: closeOn(day - 1) })),
    closes: fc.dictionary(fc.constantFrom(...TICKERS), closeOn(day)),
  });
const states = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 })
  .chain((steps) =>
    fc.tuple(...steps.map((_, i) => stateOn(DAY + steps.slice(0, i).reduce((a, b) => a + b, 0)))),
  );
const watching: fc.Arbitrary<Watched[]> = fc.uniqueArray(
  fc.record({
    ticker: fc.constantFrom(...TICKERS),
    above: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    below: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  }),
  { selector: ({ ticker }) => ticker },
);

/** Enters states one after the other, as the background does. */
function tell(all: readonly MarketState[], watched: readonly Watched[], kinds = ALL): AlertEvent[] {
  let book = EMPTY_BOOK;
  return all.flatMap((state, i) => {
    const entered = enter(book, state, watched, kinds, i);
    const read = readForm(BOOK_FORM, JSON.parse(JSON.stringify(entered.book)));
    book = (read as { value: AlertBook }).value;
    return entered.fired;
  });
}

describe('what happened between two states', () => {
  it('is a signal that turned, with both verdicts', () => {
    expect(
      eventsBetween(STATE, later({ signals: { breakout: 'supports', 'rate-cuts': 'supports' } }), []),
    ).toEqual([{ kind: 'signal', signal: 'breakout', from: 'against', to: 'supports', day: DAY + 1 }]);
  });

  it('is a composite in another band', () => {
    expect(eventsBetween(STATE, later({ composite: { score: 61, verdict: 'supports' } }), [])).toEqual([
      { kind: 'band', from: 'neutral', to: 'supports', score: 61, day: DAY + 1 },
    ]);
    expect(eventsBetween(STATE, later({ composite: { score: 55, verdict: 'neutral' } }), [])).toEqual([]);
  });

  it('is a record close of IWM, the newest where there were several', () => {
    const record = { day: DAY + 1, close: 306 };
    expect(eventsBetween(STATE, later({ iwm: { newest: record, record } }), [])).toEqual([
      { kind: 'record', ...record },
    ]);
    expect(
      eventsBetween(
        STATE,
        later({ iwm: { newest: { day: DAY + 1, close: 300 }, record: STATE.iwm!.record } }),
        [],
      ),
    ).toEqual([]);
  });

  it('is a watched stock that closes at or beyond a level from the other side', () => {
    const closes = { EPAC: { day: DAY + 1, close: 45 } };
    expect(eventsBetween(STATE, later({ closes }), [{ ticker: 'EPAC', above: 45, below: 30 }])).toEqual([
      { kind: 'level', ticker: 'EPAC', side: 'above', level: 45, close: 45, day: DAY + 1 },
    ]);
    expect(eventsBetween(STATE, later({ closes }), [{ ticker: 'EPAC', above: 39 }])).toEqual([]);
  });

  it('is nothing that changed options brought about', () => {
    expect(eventsBetween(STATE, later({ basis: 'others', signals: { breakout: 'supports' } }), [])).toEqual(
      [],
    );
  });

  it('is nothing where the data went back in time, and what they knew before stays', () => {
    const back = later({ asOf: DAY - 30, signals: { breakout: 'supports' } });
    expect(eventsBetween(STATE, back, [])).toEqual([]);
    expect(advance(STATE, back)).toEqual(STATE);
  });

  it('passes over a while in which a verdict was unknown', () => {
    const unknown = later({ signals: { 'rate-cuts': 'supports' }, composite: null });
    expect(eventsBetween(STATE, unknown, [])).toEqual([]);
    const known = later({ asOf: DAY + 2, signals: { breakout: 'supports' } });
    expect(eventsBetween(advance(STATE, unknown), known, [])).toMatchObject([
      { from: 'against', to: 'supports' },
    ]);
  });
});

describe('alerts', () => {
  it('say nothing when nothing changed', () => {
    fc.assert(
      fc.property(stateOn(DAY), watching, (state, watched) => {
        expect(tell([state, state, state], watched)).toEqual([]);
      }),
    );
  });

  it('never tell the same event twice', () => {
    fc.assert(
      fc.property(states, watching, (all, watched) => {
        const keys = tell(all, watched).map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('do not hang on the order of signals and watched stocks', () => {
    fc.assert(
      fc.property(states, watching, (all, watched) => {
        const turned = all.map((state) => ({
          ...state,
          signals: Object.fromEntries(Object.entries(state.signals).reverse()),
          closes: Object.fromEntries(Object.entries(state.closes).reverse()),
        }));
        const keys = (events: AlertEvent[]) => events.map(keyOf).sort();
        expect(keys(tell(turned, watched.toReversed()))).toEqual(keys(tell(all, watched)));
      }),
    );
  });

  it('tell only the kinds that are on, and never later what happened while they were off', () => {
    fc.assert(
      fc.property(states, watching, (all, watched) => {
        const quiet = { signal: false, band: false, record: false, level: false };
        expect(tell(all, watched, quiet)).toEqual([]);
        const first = enter(EMPTY_BOOK, all[0]!, watched, quiet, 0).book;
        const seen = all.slice(1).reduce((book, state) => enter(book, state, watched, quiet, 0).book, first);
        expect(enter(seen, all.at(-1)!, watched, ALL, 0).fired).toEqual([]);
      }),
    );
  });

  it('begin anew after a rest', () => {
    const { book } = enter(EMPTY_BOOK, STATE, [], ALL, 0);
    const changed = later({ composite: { score: 70, verdict: 'supports' } });
    expect(enter(rest(book), changed, [], ALL, 1).fired).toEqual([]);
  });

  it('keep a history, newest first, that ends somewhere', () => {
    let book = EMPTY_BOOK;
    for (let i = 0; i < 500; i++) {
      const verdict = i % 2 ? 'supports' : 'against';
      book = enter(book, later({ asOf: DAY + i, composite: { score: 50, verdict } }), [], ALL, i).book;
    }
    expect(book.history).toHaveLength(200);
    expect(book.history[0]!.at).toBe(499);
  });
});
