import { describe, expect, it } from 'vitest';
import {
  dayInWords,
  dollars,
  listed,
  millions,
  monthInWords,
  plain,
  plainPct,
  sentences,
  signed,
  signedPct,
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

  it('writes percent, dollars and millions', () => {
    expect([plainPct(7.14), signedPct(-7.14), signedPct(0.04), plainPct(35, 0)]).toEqual([
      '7.1%',
      '−7.1%',
      '0.0%',
      '35%',
    ]);
    expect([dollars(251.82), dollars(-0.4), millions(2.4e9)]).toEqual(['$251.82', '−$0.40', '2,400']);
  });

  it('lists, and sets sentences one after the other', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(listed([])).toBe('');
    expect(sentences('Jobs grow.', false, null, 'Pay too.')).toBe('Jobs grow. Pay too.');
  });
});
