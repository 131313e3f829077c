import { describe, expect, it } from 'vitest';
import { smallCap } from '../../../lib/thesis/fit/small-cap';
import { day, readFactor } from '../support';

const read = (
  company: Parameters<typeof readFactor>[1]['company'],
  listedOn = '2026-08-22',
  asOf = '2026-08-22',
) => readFactor(smallCap, { company, listedOn: day(listedOn) }, asOf);

describe('small-cap', () => {
  it.each([
    ['a Russell 2000 member of any size', { russell2000Pct: 0.2, marketCapUsd: 9e9 }, 1],
    ['a member of unknown weight', { russell2000Pct: 0 }, 1],
    ['an S&P 600 member', { sp600: true }, 1],
    ['a US stock inside the bounds', { marketCapUsd: 300e6 }, 1],
    ['a US stock below them', { marketCapUsd: 299e6 }, 0],
    ['a US stock above them', { marketCapUsd: 2.1e9 }, 0],
    ['a foreign stock', { marketCapUsd: 1e9, country: 'Israel' }, 0],
    ['a warrant', { marketCapUsd: 1e9, common: false }, 0],
  ])('%s', (_, company, strength) => {
    expect(read(company).strength).toBe(strength);
  });

  it('is unknown without index and market value, before the list was made, and when it is old', () => {
    expect(read({}).strength).toBeNull();
    expect(read({ sp600: true }, '2026-08-22', '2026-08-21').strength).toBeNull();
    expect(read({ sp600: true }, '2026-08-22', '2027-09-27').strength).toBeNull();
  });

  it('carries the day of the list', () => {
    expect(read({ sp600: true })).toMatchObject({ asOf: day('2026-08-22'), short: 'S&P 600' });
  });
});
