import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CompanyRecord,
  readCompanies,
  SHARDS,
  shardOf,
  ticksOf,
  usdOf,
  writeCompanies,
} from '../../lib/market/companies';

/** A close as published: four decimals below a dollar, cents from there on. */
const close = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((ticks) => ticks / 10_000),
  fc.integer({ min: 100, max: 100_000_00 }).map((cents) => cents / 100),
);
const history = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 18_000, max: 18_400 }), close), {
    selector: ([day]) => day,
    minLength: 1,
  })
  .map((points) => points.sort(([a], [b]) => a - b))
  .map((points) => ({
    days: Int32Array.from(points, ([day]) => day),
    values: Float64Array.from(points, ([, value]) => value),
  }));

describe('a file of companies', () => {
  it('keeps every close exactly', () => {
    fc.assert(
      fc.property(close, (usd) => {
        expect(usdOf(ticksOf(usd))).toBe(usd);
      }),
    );
  });

  it('gives back every history, with its own gaps', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 6 }), (histories) => {
        const records = new Map<string, CompanyRecord>(
          histories.map((one, i) => [`S${i}`, { history: one }]),
        );
        const find = readCompanies(writeCompanies(records, { source: 'a test' }));
        histories.forEach((one, i) => {
          expect(find(`S${i}`).history).toEqual({
            ...one,
            provenance: { source: 'a test', asOf: one.days.at(-1) },
          });
        });
      }),
    );
  });

  it('leaves out what is not known', () => {
    const figures = { symbol: 'ABC', year: { end: 20_000, revenueMusd: 12 } };
    const find = readCompanies(writeCompanies(new Map([['ABC', { figures }]]), { source: 'a test' }));
    expect(find('ABC')).toEqual({ figures });
    expect(find('XYZ')).toEqual({});
    expect(find('toString')).toEqual({});
  });

  it('spreads symbols over all files', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const used = new Set([...letters].flatMap((a) => [...letters].map((b) => shardOf(`${a}${b}`))));
    expect(used.size).toBe(SHARDS);
  });
});
