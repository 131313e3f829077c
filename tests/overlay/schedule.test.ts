import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSlices, pauseAfter } from '../../lib/overlay/schedule';

describe('the pause after work', () => {
  it('keeps work within 2% of the main thread, up to ten seconds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (spent) => {
        expect(spent / (spent + pauseAfter(spent))).toBeLessThanOrEqual(0.02);
      }),
    );
  });

  it('grows with the work, but a page never waits longer than ten seconds', () => {
    expect(pauseAfter(0)).toBeGreaterThan(0);
    expect(pauseAfter(100)).toBeGreaterThan(pauseAfter(20));
    expect(pauseAfter(60_000)).toBe(10_000);
  });
});

describe('work in slices', () => {
  it('does every step, in order, and gives the page its turn in between', async () => {
    const done: number[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const busy = (n: number) => {
      const until = performance.now() + 6;
      while (performance.now() < until);
      done.push(n);
    };
    const spent = await inSlices([1, 2, 3, 4, 5, 6], busy, new AbortController().signal);
    clearInterval(timer);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(turns).toBeGreaterThan(0);
    expect(spent).toBeGreaterThanOrEqual(36);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    await inSlices(
      [1, 2, 3],
      (n) => {
        done.push(n);
        if (n === 2) stop.abort();
      },
      stop.signal,
    );
    expect(done).toEqual([1, 2]);
  });
});
