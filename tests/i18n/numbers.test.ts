import { describe, expect, it } from 'vitest';
import { showCount, showList, showNumber, showPercent, showShare, showSigned } from '../../lib/i18n/numbers';

describe('figures in the locale of the user', () => {
  it('have a real minus, and a plus where they are changes', () => {
    expect(showNumber(-0.42, 1)).toBe('−0.4');
    expect(showSigned(2.13)).toBe('+2.1');
    expect(showPercent(-2.14, 1)).toBe('−2.1%');
    expect(showPercent(18.4)).toBe('+18%');
    expect(showShare(52.4)).toBe('52%');
  });

  it('have no sign where they are shown as zero', () => {
    expect(showNumber(-0.04)).toBe('0.0');
    expect(showSigned(-0.04)).toBe('0.0');
    expect(showPercent(-0.004, 1)).toBe('0.0%');
  });

  it('are grouped', () => {
    expect(showCount(2091)).toBe('2,091');
    expect(showList(['a', 'b', 'c'])).toBe('a, b, c');
  });
});
