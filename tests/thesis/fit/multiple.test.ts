import { describe, expect, it } from 'vitest';
import { multiple } from '../../../lib/thesis/fit/multiple';
import { day, readFactor } from '../support';

const read = (ratios: object, asOf = '2026-08-21') =>
  readFactor(multiple, { figures: { symbol: 'ACME', ratios: { asOf: day('2026-08-08'), ...ratios } } }, asOf);

describe('multiple', () => {
  it.each([
    [5, 1],
    [11.85, 1],
    [17.775, 0.75],
    [23.7, 0.5],
    [35.55, 0.25],
    [47.4, 0],
    [900, 0],
    [-12, 0],
  ])('%s times expected earnings are %s', (forwardPe, strength) => {
    expect(read({ forwardPe, trailingPe: 20 }).strength).toBeCloseTo(strength, 9);
  });

  it('falls back to earned earnings, and is unknown without either or when old', () => {
    expect(read({ trailingPe: 23.7 })).toMatchObject({ strength: 0.5, measure: { basis: 'trailing' } });
    expect(read({}).strength).toBeNull();
    expect(read({ forwardPe: 10 }, '2027-02-25').strength).toBeNull();
    expect(read({ forwardPe: 10 }, '2026-08-07').strength).toBeNull();
  });
});
