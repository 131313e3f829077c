import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoardExport, toCsv, toJson } from '../../lib/board/export';
import type { BoardRow } from '../../lib/board/types';
import { parseDay } from '../../lib/market/day';

const row: BoardRow = {
  ticker: 'EPAC',
  name: 'Enerpac Tool Group Corp.',
  sector: 'Industrials',
  capUsd: 1_912_345_678,
  closeUsd: 39.1,
  russell2000: true,
  sp600: false,
  score: 62.4,
  fit: 70,
  factors: [88.2, null],
};
const board = (over: Partial<BoardExport> = {}): BoardExport => ({
  rows: [row],
  factors: [
    { id: 'own-high', title: 'Near its own high' },
    { id: 'multiple', title: 'Earnings multiple' },
  ],
  days: { scores: parseDay('2026-10-05'), listings: parseDay('2026-08-21') },
  watched: new Map(),
  ...over,
});
const read = (text: string) => csvParse(text.replace(/^\uFEFF/, ''));
const watched = (note: string) =>
  new Map([['EPAC', { ticker: 'EPAC', note, added: '2026-11-25', below: 30.5 }]]);

describe('the CSV of the board', () => {
  it('has one row a company, with dated figures, empty where unknown', () => {
    const all = read(toCsv(board()));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      ticker: 'EPAC',
      name: 'Enerpac Tool Group Corp.',
      score: '62.4',
      verdict: 'supports',
      fit: '70',
      sector: 'Industrials',
      marketValueUsd: '1912345678',
      lastCloseUsd: '39.1',
      russell2000: 'true',
      'own-high': '88.2',
      multiple: '',
      scoresAsOf: '2026-10-05',
      listingsAsOf: '2026-08-21',
      note: '',
    });
  });

  it('carries notes and levels of what is watched', () => {
    const [one] = read(toCsv(board({ watched: watched('cheap, or "cheap"?\nask again') })));
    expect(one).toMatchObject({
      note: 'cheap, or "cheap"?\nask again',
      watchedSince: '2026-11-25',
      priceBelow: '30.5',
      priceAbove: '',
    });
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', '  =1'])(
    'gives a spreadsheet no formula out of %j',
    (text) => {
      const [one] = read(toCsv(board({ rows: [{ ...row, name: text }], watched: watched(text) })));
      expect(one).toMatchObject({ name: `'${text}`, note: `'${text}` });
    },
  );

  it('gives every text back that is not a formula, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => text !== '' && !/^\s*[=+\-@\t\r]/.test(text)),
        (note) => {
          expect(read(toCsv(board({ watched: watched(note) })))[0]!.note).toBe(note);
        },
      ),
    );
  });

  it('has its head also without a row', () => {
    expect(toCsv(board({ rows: [] }))).toMatch(/^\uFEFFticker,name,score,.*own-high,multiple,.*\r\n$/);
  });
});

describe('the JSON of the board', () => {
  it('holds the same, with what the factors are', () => {
    const { about, rows } = JSON.parse(toJson(board({ watched: watched('=1') })));
    expect(about).toEqual({
      scoresAsOf: '2026-10-05',
      listingsAsOf: '2026-08-21',
      scale: '0 to 100',
      factors: { 'own-high': 'Near its own high', multiple: 'Earnings multiple' },
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ticker: 'EPAC', score: 62.4, multiple: null, note: '=1' });
  });
});
