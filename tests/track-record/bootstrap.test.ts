import fc from 'fast-check';
import { mean, sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { estimate, rankCorrelationOf, resample, seededRandom } from '../../scripts/track-record/bootstrap';

const all = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

describe('the seeded generator', () => {
  it('gives the same numbers for the same seed, spread evenly over 0..1', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20_000 }, random);
    };
    const numbers = draw(7);
    expect(draw(7)).toEqual(numbers);
    expect(draw(8)).not.toEqual(numbers);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = numbers.filter((one) => Math.floor(one * 10) === tenth).length / numbers.length;
      expect(share).toBeCloseTo(0.1, 1.5);
    }
  });
});

describe('the stationary bootstrap', () => {
  it('takes blocks of neighbors whose mean length is the one asked for, the end joined to the start', () => {
    const positions = new Int32Array(100);
    const random = seededRandom(1);
    let breaks = 0;
    let draws = 0;
    for (let i = 0; i < 500; i++) {
      resample(positions, 12, random);
      for (let at = 1; at < positions.length; at++) {
        expect(positions[at]).toBeLessThan(100);
        draws++;
        if (positions[at] !== (positions[at - 1]! + 1) % 100) breaks++;
      }
    }
    // One in a hundred new blocks goes on where the last one ended.
    expect(draws / breaks).toBeGreaterThan(11.3);
    expect(draws / breaks).toBeLessThan(12.9);
  });

  it('gives an interval of two standard errors for independent values', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 400 }, () => random() - 0.5);
    const [found] = estimate(values.length, 1, (positions) => [
      mean([...positions].map((at) => values[at]!)),
    ]);
    expect(found!.value).toBeCloseTo(mean(values), 12);
    // A uniform spread of 1 has a standard deviation of 1 / √12.
    const error = 1 / Math.sqrt(12 * 400);
    expect(found!.high! - found!.low!).toBeGreaterThan(2 * 1.96 * error * 0.88);
    expect(found!.high! - found!.low!).toBeLessThan(2 * 1.96 * error * 1.12);
  });

  it('knows that overlapping windows are few: blocks widen the interval of a moving sum', () => {
    const random = seededRandom(5);
    const months = Array.from({ length: 312 }, () => random() - 0.5);
    const years = months.slice(0, 300).map((_, i) => mean(months.slice(i, i + 12)) * 12);
    const width = (block: number) => {
      const [found] = estimate(years.length, block, (positions) => [
        mean([...positions].map((at) => years[at]!)),
      ]);
      return found!.high! - found!.low!;
    };
    expect(width(24)).toBeGreaterThan(2 * width(1));
  });

  it('tells no interval for what many samples do not have, and nothing for no sample', () => {
    const rare = estimate(50, 5, (positions) => [positions.includes(7) ? 1 : Number.NaN]);
    expect(rare).toEqual([{ value: 1, low: null, high: null }]);
    expect(estimate(0, 5, () => [Number.NaN])).toEqual([{ value: null, low: null, high: null }]);
  });
});

describe('the rank correlation', () => {
  it('is that of Spearman by hand', () => {
    // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6·4 / (5·24) = 0.8.
    expect(rankCorrelationOf([10, 20, 30, 40, 50], [2, 1, 40, 30, 500])(all(5))).toBeCloseTo(0.8, 12);
    expect(rankCorrelationOf([1, 1, 1], [1, 2, 3])(all(3))).toBeNaN();
  });

  it('agrees with the library for every sample, ties and resamples included', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -4, max: 4 })), {
      minLength: 3,
      maxLength: 60,
    });
    fc.assert(
      fc.property(pairs, fc.integer(), (rows, seed) => {
        const [x, y] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
        const rank = rankCorrelationOf(x, y);
        const positions = all(rows.length);
        for (let i = 0; i < 3; i++) {
          const [a, b] = [[...positions].map((at) => x[at]!), [...positions].map((at) => y[at]!)];
          const wanted = sampleRankCorrelation(a, b);
          if (Number.isNaN(wanted)) expect(rank(positions)).toBeNaN();
          else expect(rank(positions)).toBeCloseTo(wanted, 9);
          resample(positions, 4, seededRandom(seed + i));
        }
      }),
    );
  });
});
