import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Corner, ramp } from '../../lib/thesis/ramp';

describe('ramp', () => {
  it('is straight between its corners and level outside them', () => {
    const strengthOf = ramp([5, 1], [15, 0.4], [25, 0]);
    expect([-3, 5, 10, 15, 20, 25, 90].map(strengthOf)).toEqual([1, 1, 0.7, 0.4, 0.2, 0, 0]);
  });

  it('stays within its corners and never turns against their order', () => {
    const finite = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 5 }),
        fc.array(fc.double({ noNaN: true, min: 0, max: 1 }), { minLength: 5, maxLength: 5 }),
        finite,
        finite,
        (at, heights, a, b) => {
          const sorted = at.toSorted((x, y) => x - y);
          const rising = heights.toSorted((x, y) => x - y);
          const strengthOf = ramp(...(sorted.map((x, i): Corner => [x, rising[i]!]) as [Corner, Corner]));
          const [low, high] = [strengthOf(Math.min(a, b)), strengthOf(Math.max(a, b))];
          expect(low).toBeLessThanOrEqual(high + 1e-12);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
