import { describe, expect, it } from 'vitest';
import {
  dayInWords,
  listed,
  monthInWords,
  plain,
  pointsApart,
  sentence,
  signed,
} from '../../lib/thesis/words';
import { day } from './support';

describe('words', () => {
  it('writes days and months', () => {
    expect(dayInWords(day('2025-12-04'))).toBe('December 4, 2025');
    expect(monthInWords(day('2025-09-01'))).toBe('September 2025');
  });

  it('writes numbers with a real minus sign, and no sign on zero', () => {
    expect([plain(-0.4), signed(2.06), signed(-7.14), signed(-0.04), signed(0.2, 0)]).toEqual([
      '−0.4',
      '+2.1',
      '−7.1',
      '0.0',
      '0',
    ]);
  });

  it('tells how far two rates are apart', () => {
    expect([0.43, -1, 0.001].map((value) => pointsApart(value, 2))).toEqual([
      '0.43 points above',
      '1.00 points below',
      'level with',
    ]);
    expect(pointsApart(-1, 0)).toBe('1 point below');
  });

  it('lists and ends sentences', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed([])).toBe('');
    expect(sentence('jobs grow')).toBe('Jobs grow.');
  });
});
