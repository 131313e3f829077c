import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../lib/market/day';
import { closeDay, inNewYork, lastCloseDay, newYork, nextSettled } from '../../lib/market/new-york';

const at = (iso: string) => Date.parse(iso);
const dayAt = (iso: string) => {
  const day = closeDay(at(iso));
  return day === undefined ? undefined : formatDay(day);
};

describe('the close that stands', () => {
  it.each([
    ['2026-11-23T21:00:00Z', undefined, 'at the close, before prices have settled'],
    ['2026-11-23T21:30:00Z', '2026-11-23', 'half an hour later'],
    ['2026-11-24T05:00:00Z', '2026-11-23', 'at midnight'],
    ['2026-11-24T14:29:00Z', '2026-11-23', 'before the exchange opens'],
    ['2026-11-24T14:30:00Z', undefined, 'when it opens'],
    ['2026-11-22T18:00:00Z', '2026-11-20', 'on a Sunday'],
    ['2026-11-26T18:00:00Z', '2026-11-25', 'on Thanksgiving'],
    ['2026-07-06T13:00:00Z', '2026-07-02', 'on the Monday after a long weekend, before the opening'],
    ['2026-07-15T20:30:00Z', '2026-07-15', 'in summer an hour earlier by the world’s clock'],
    ['2026-01-15T20:30:00Z', undefined, 'which in winter is too early'],
  ])('%s is that of %s: %s', (iso, day, _) => {
    expect(dayAt(iso)).toBe(day);
  });

  it('is the last one while the exchange is open', () => {
    expect(formatDay(lastCloseDay(at('2026-11-24T16:00:00Z')))).toBe('2026-11-23');
  });
});

describe('the next settled close', () => {
  it.each([
    ['2026-11-23T21:30:00Z', '2026-11-24T21:30:00.000Z'],
    ['2026-11-23T21:29:59Z', '2026-11-23T21:30:00.000Z'],
    ['2026-11-25T22:00:00Z', '2026-11-27T21:30:00.000Z'],
    ['2026-10-30T21:00:00Z', '2026-11-02T21:30:00.000Z'],
  ])('after %s is at %s', (from, next) => {
    expect(new Date(nextSettled(at(from))).toISOString()).toBe(next);
  });
});

it('New York’s clock is read and set alike on both sides of its changes', () => {
  for (const day of ['2026-03-08', '2026-03-09', '2026-11-01', '2026-11-02', '2026-07-01'].map(parseDay)) {
    for (const minutes of [0, 570, 960, 1439]) {
      expect(newYork(inNewYork(day, minutes))).toEqual({ day, minutes });
    }
  }
});
