import { describe, expect, it } from 'vitest';
import { profitTurn } from '../../lib/thesis/profit';

describe('profitTurn', () => {
  it.each([
    [1.2, 1, 'growth'],
    [0.8, 1, 'growth'],
    [1, -1, 'profit after loss'],
    [1, 0, 'profit after loss'],
    [-1, 1, 'loss after profit'],
    [-1, -2, 'smaller loss'],
    [-3, -2, 'deeper loss'],
    [-2, -2, 'deeper loss'],
  ])('%s after %s is a %s', (now, before, turn) => {
    const found = profitTurn(now, before);
    expect(found.turn).toBe(turn);
    if (turn === 'growth') expect(found.growthPct).toBeCloseTo((now / before - 1) * 100, 9);
    else expect(found.growthPct).toBeNull();
  });
});
