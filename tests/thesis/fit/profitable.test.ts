import { describe, expect, it } from 'vitest';
import { profitable } from '../../../lib/thesis/fit/profitable';
import { day, readFactor } from '../support';

const ratios = (profitMargin: number) => ({ asOf: day('2025-11-20'), profitMargin });
const quarter = (now: number) => ({ end: day('2025-09-30'), netIncome: [now, 1] as [number, number] });
const read = (figures: object, asOf = '2025-12-09') =>
  readFactor(profitable, { figures: { symbol: 'ACME', ...figures } }, asOf);

describe('profitable', () => {
  it.each([
    ['a profit in both', { ratios: ratios(0.1), quarter: quarter(5) }, 1],
    ['a loss in both', { ratios: ratios(-0.1), quarter: quarter(-5) }, 0],
    ['a loss after a profitable year', { ratios: ratios(0.1), quarter: quarter(-5) }, 0.5],
    ['a profitable year', { ratios: ratios(0.1) }, 1],
    ['a loss in the quarter', { quarter: quarter(-5) }, 0],
    ['earnings a share', { quarter: { end: day('2025-09-30'), eps: [0.1, -1] } }, 1],
    ['a multiple, which only a profit has', { ratios: { asOf: day('2025-11-20'), trailingPe: 14 } }, 1],
  ])('%s', (_, figures, strength) => {
    expect(read(figures).strength).toBe(strength);
  });

  it('is unknown without figures, and says how old they are', () => {
    expect(read({}).strength).toBeNull();
    expect(read({ quarter: quarter(5) }, '2026-05-01').explanation).toContain('September 30, 2025');
  });
});
