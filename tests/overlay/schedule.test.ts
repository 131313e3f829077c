import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseAfter, Slices } from '../../lib/overlay/schedule';

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
  const work = (ms: number) => {
    for (const start = performance.now(); performance.now() - start < ms; );
  };

  it('is due for a pause after some milliseconds, and counts its time without the pauses', async () => {
    const slices = new Slices();
    expect(slices.due).toBe(false);
    work(12);
    expect(slices.due).toBe(true);
    const before = slices.spent();
    await slices.take();
    expect(slices.due).toBe(false);
    expect(slices.spent() - before).toBeLessThan(12);
  });

  it('counts nothing while it waits for something else', async () => {
    const slices = new Slices();
    slices.stop();
    const before = slices.spent();
    work(5);
    expect(slices.spent()).toBe(before);
    expect(slices.due).toBe(false);
    slices.start();
    work(5);
    expect(slices.spent()).toBeGreaterThan(before);
  });
});
