import { describe, expect, it } from 'vitest';
import { formatDay } from '../../lib/market/day';
import {
  companiesOf,
  hadFailed,
  isBlankCheck,
  isShare,
  type Listing,
} from '../../scripts/track-record/companies';
import { fifthsOf, isMissedSplit, windowReturn } from '../../scripts/track-record/company-record';
import { closes, day, type Points } from '../thesis/support';

/** Weekly closes from a Friday on. */
const weekly = (values: number[], from = '2024-01-05'): Points =>
  values.map((value, i) => [formatDay(day(from) + 7 * i), value]);

const listing = (values: number[], hasLeft: boolean, caps: Points = []): Listing => ({
  symbol: 'ACME',
  history: closes(weekly(values)),
  hasLeft,
  values: closes(caps),
});

describe('which symbols are shares', () => {
  it.each(['A', 'EPAC', 'BRK/A', 'GOOGA', 'LBTYK'])('%s is', (symbol) => expect(isShare(symbol)).toBe(true));
  it.each(['ABLLW', 'ABLLL', 'AACTU', 'BAC^K', 'ACHR/WS', 'XYZ/U'])('%s is none', (symbol) =>
    expect(isShare(symbol)).toBe(false),
  );
});

describe('a symbol that passed on', () => {
  it('is cut at a long gap, and at a shorter one over which the price doubled', () => {
    const long = closes([...weekly([10, 11]), ...weekly([11, 12], '2024-06-07')]);
    expect(companiesOf(long).map(({ values }) => [...values])).toEqual([
      [10, 11],
      [11, 12],
    ]);
    const short = closes([...weekly([10, 11]), ...weekly([23], '2024-02-16')]);
    expect(companiesOf(short)).toHaveLength(2);
    const rest = closes([...weekly([10, 11]), ...weekly([12], '2024-02-16')]);
    expect(companiesOf(rest)).toHaveLength(1);
  });
});

describe('a blank check', () => {
  it('keeps near ten dollars for half a year', () => {
    const until = day('2025-01-03');
    expect(isBlankCheck(closes(weekly(Array(40).fill(10.05))), until)).toBe(true);
    expect(isBlankCheck(closes(weekly([...Array(39).fill(10.05), 11])), until)).toBe(false);
    // Longer ago than half a year no longer counts.
    expect(isBlankCheck(closes(weekly([25, ...Array(39).fill(10.05)])), until)).toBe(true);
  });
});

describe('a stock that left', () => {
  const from = day('2024-01-05');
  const until = day('2024-02-02');

  it('is held to its last close', () => {
    expect(windowReturn(listing([10, 11, 12], true), from, until)).toEqual({
      plain: expect.closeTo(0.2, 12),
      left: true,
      failed: false,
    });
  });

  it('is told from one whose closes merely lag', () => {
    expect(windowReturn(listing([10, 11, 12], false), from, until)).toMatchObject({ left: false });
  });

  it('had failed below a dollar, or when it lost more than half in half a year', () => {
    expect(hadFailed(closes(weekly([2, 0.99])))).toBe(true);
    expect(hadFailed(closes(weekly([10, 4.9])))).toBe(true);
    expect(hadFailed(closes(weekly([10, 5.1])))).toBe(false);
    expect(windowReturn(listing([10, 3], true), from, until)).toMatchObject({ left: true, failed: true });
  });

  it('has no return while its window is not over', () => {
    expect(windowReturn(listing([10], true), from, undefined)).toBeNull();
  });
});

describe('a split that the table missed', () => {
  const caps = (after: number): Points => [
    ['2024-01-05', 500],
    ['2024-01-26', after],
  ];
  const split = (prices: number[], after: number) =>
    isMissedSplit(listing(prices, false, caps(after)), day('2024-01-05'), day('2024-01-26'));

  it('is a price that doubled or halved while the market value stood', () => {
    expect(split([10, 10, 10, 30], 510)).toBe(true);
    expect(split([10, 10, 10, 4], 480)).toBe(true);
  });

  it('is not a gain or a loss that the market value shows too', () => {
    expect(split([10, 10, 10, 30], 1500)).toBe(false);
    expect(split([10, 10, 10, 4], 200)).toBe(false);
    expect(split([10, 10, 10, 12], 505)).toBe(false);
  });
});

describe('fifths', () => {
  it('are means by strength less the mean of all, points', () => {
    const pairs = [5, 1, 4, 2, 3, 10, 6, 9, 7, 8].map((strength) => ({ strength, gain: strength / 100 }));
    const { fifths, rank } = fifthsOf(pairs);
    // The mean of 1..10 is 5.5; fifths have means 1.5, 3.5 … 9.5.
    [-4, -2, 0, 2, 4].forEach((wanted, i) => {
      expect(fifths[i]).toBeCloseTo(wanted, 9);
    });
    expect(rank).toBeCloseTo(1, 12);
  });

  it('cancel out when they are of one size', () => {
    const pairs = Array.from({ length: 50 }, (_, i) => ({ strength: Math.sin(i), gain: Math.cos(i * 7) }));
    expect(fifthsOf(pairs).fifths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9);
  });
});
