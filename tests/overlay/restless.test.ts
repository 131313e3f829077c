// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Restless } from '../../lib/overlay/restless';

/** Lets a page change so many times in each second, for some seconds. */
async function run(seconds: number, changes: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    for (let i = 0; i < changes; i++) {
      document.body.append('x');
      await vi.advanceTimersByTimeAsync(1000 / changes);
    }
    if (changes === 0) await vi.advanceTimersByTimeAsync(1000);
  }
}

describe('a page', () => {
  const told: boolean[] = [];
  let watch: Restless;
  beforeEach(() => {
    vi.useFakeTimers();
    told.length = 0;
    watch = new Restless((restless) => told.push(restless));
  });
  afterEach(() => {
    watch.stop();
    vi.useRealTimers();
  });

  it('that changes many times in each of several seconds is restless', async () => {
    await run(6, 50);
    expect(told).toEqual([true]);
  });

  it('that comes to rest is told once', async () => {
    await run(6, 50);
    await run(6, 0);
    expect(told).toEqual([true, false]);
  });

  it('that changes now and then, or much but not for long, is at rest', async () => {
    await run(8, 1);
    await run(2, 200);
    await run(8, 1);
    expect(told).toEqual([]);
  });

  it('that does not change is not looked at', async () => {
    await run(2, 1);
    await run(2, 0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
