import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFilters, filterRows, NO_FILTERS, type SortKey, sortRows } from '../../lib/board/query';
import type { BoardFactor, BoardRow } from '../../lib/board/types';
import { verdictOf } from '../../lib/thesis/score';

const FACTORS: BoardFactor[] = [
  { id: 'own-high', title: 'Near its own high' },
  { id: 'multiple', title: 'Earnings multiple' },
];

const row = (ticker: string, over: Partial<BoardRow> = {}): BoardRow => ({
  ticker,
  name: `${ticker} Inc.`,
  russell2000: true,
  sp600: false,
  ...over,
});

const ROWS = [
  row('EPAC', {
    name: 'Enerpac Tool Group Corp.',
    sector: 'Industrials',
    capUsd: 1.9e9,
    score: 62.4,
    fit: 70,
    factors: [88, null],
  }),
  row('CALM', {
    name: 'Cal-Maine Foods Inc.',
    sector: 'Consumer Staples',
    capUsd: 4e9,
    score: 47,
    fit: 45,
    factors: [20, 95],
  }),
  row('PLUG', { name: 'Plug Power Inc.', sector: 'Energy', score: 22, fit: 5, factors: [0, 0] }),
  row('NEWB', { name: 'Señor Bäcker SE', capUsd: 5e8, score: null, fit: null, factors: [null, null] }),
  row('WAIT', { name: 'Not Worked Out Yet', capUsd: 6e8 }),
];

const NOWHERE = { onPage: new Set<string>(), watched: new Set<string>() };
const tickers = (rows: readonly BoardRow[]) => rows.map(({ ticker }) => ticker);
const found = (filters: Partial<typeof NO_FILTERS>, lists = NOWHERE) =>
  tickers(filterRows(ROWS, { ...NO_FILTERS, ...filters }, FACTORS, lists));
const sorted = (by: SortKey, down: boolean) => tickers(sortRows(ROWS, { by, down }, FACTORS));

describe('sorting', () => {
  it('goes by any figure, either way, with what is unknown last', () => {
    expect(sorted('score', true)).toEqual(['EPAC', 'CALM', 'PLUG', 'NEWB', 'WAIT']);
    expect(sorted('score', false)).toEqual(['PLUG', 'CALM', 'EPAC', 'NEWB', 'WAIT']);
    expect(sorted('capUsd', true)).toEqual(['CALM', 'EPAC', 'WAIT', 'NEWB', 'PLUG']);
  });

  it('goes by a single factor', () => {
    expect(sorted('multiple', true)).toEqual(['CALM', 'PLUG', 'EPAC', 'NEWB', 'WAIT']);
  });

  it('goes by words', () => {
    expect(sorted('name', false)).toEqual(['CALM', 'EPAC', 'WAIT', 'PLUG', 'NEWB']);
    expect(sorted('sector', false)).toEqual(['CALM', 'PLUG', 'EPAC', 'NEWB', 'WAIT']);
    expect(sorted('ticker', true)).toEqual(['WAIT', 'PLUG', 'NEWB', 'EPAC', 'CALM']);
  });

  const anyRows = fc.uniqueArray(
    fc.record({
      ticker: fc.stringMatching(/^[A-Z]{1,5}$/),
      name: fc.string(),
      russell2000: fc.boolean(),
      sp600: fc.boolean(),
      score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    }),
    { selector: ({ ticker }) => ticker, maxLength: 60 },
  );

  it('keeps every row, in one order whatever the order before', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (rows, down) => {
        const once = sortRows(rows, { by: 'score', down }, FACTORS);
        expect(new Set(once)).toEqual(new Set(rows));
        expect(sortRows(rows.toReversed(), { by: 'score', down }, FACTORS)).toEqual(once);
        const known = once.flatMap(({ score }) => score ?? []);
        const inOrder = [...known].sort((a, b) => (down ? b - a : a - b));
        expect(known).toEqual(inOrder);
        expect(once.slice(0, known.length).every(({ score }) => score !== null)).toBe(true);
      }),
    );
  });
});

describe('filtering', () => {
  it('shows everything as long as nothing is asked', () => {
    expect(found({})).toEqual(tickers(ROWS));
    expect(countFilters(NO_FILTERS)).toBe(0);
  });

  it('finds by symbol and by words of the name, in any order, case and accent', () => {
    expect(found({ text: 'plug' })).toEqual(['PLUG']);
    expect(found({ text: ' inc foods ' })).toEqual(['CALM']);
    expect(found({ text: 'senor BACKER' })).toEqual(['NEWB']);
    expect(found({ text: 'nothing like it' })).toEqual([]);
  });

  it('puts the company whose symbol it is before those that only hold the letters', () => {
    const rows = [row('WALMX', { name: 'Calm Waters' }), row('CALM')];
    expect(tickers(filterRows(rows, { ...NO_FILTERS, text: 'calm' }, FACTORS, NOWHERE))).toEqual([
      'CALM',
      'WALMX',
    ]);
  });

  it('takes bounds as included, and lets nothing unknown through them', () => {
    expect(found({ scoreFrom: 47 })).toEqual(['EPAC', 'CALM']);
    expect(found({ scoreTo: 47 })).toEqual(['CALM', 'PLUG']);
    expect(found({ capFrom: 5e8, capTo: 1.9e9 })).toEqual(['EPAC', 'NEWB', 'WAIT']);
    expect(found({ scoreFrom: 70, scoreTo: 60 })).toEqual([]);
  });

  it('asks single factors for their verdict, also for the unknown, but not of what is not worked out', () => {
    expect(found({ factors: { 'own-high': 'supports' } })).toEqual(['EPAC']);
    expect(found({ factors: { 'own-high': 'against', multiple: 'supports' } })).toEqual(['CALM']);
    expect(found({ factors: { multiple: 'unknown' } })).toEqual(['EPAC', 'NEWB']);
  });

  it('keeps to the sector, the page and the watchlist', () => {
    expect(found({ sector: 'Energy' })).toEqual(['PLUG']);
    const lists = { onPage: new Set(['EPAC', 'AAPL']), watched: new Set(['EPAC', 'NEWB']) };
    expect(found({ onPage: true }, lists)).toEqual(['EPAC']);
    expect(found({ watched: true }, lists)).toEqual(['EPAC', 'NEWB']);
    expect(found({ watched: true })).toEqual([]);
  });

  it('counts what is asked', () => {
    const asked = { ...NO_FILTERS, text: 'x', scoreFrom: 0, sector: 'Energy', onPage: true };
    expect(countFilters({ ...asked, factors: { multiple: 'unknown' } })).toBe(4);
  });

  it('agrees with the engine on where a band begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        const one = row('A', { factors: [tenths / 10] });
        const verdict = verdictOf(tenths / 1000);
        const asked = { ...NO_FILTERS, factors: { 'own-high': verdict } };
        expect(filterRows([one], asked, FACTORS, NOWHERE)).toEqual([one]);
      }),
    );
  });
});
