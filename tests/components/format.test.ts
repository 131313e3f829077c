import { describe, expect, it } from 'vitest';
import { showDay, showPercent, showUsd } from '../../components/format';
import { parseDay } from '../../lib/market/day';

describe('figures as people read them', () => {
  it('shows days in words, so that no one takes the month for the day', () => {
    expect(showDay(parseDay('2026-09-05'))).toBe('Sep 5, 2026');
  });

  it('shows changes with their sign and a real minus', () => {
    expect(showPercent(18.4)).toBe('+18%');
    expect(showPercent(-2.14, 1)).toBe('−2.1%');
    expect(showPercent(-0.004, 1)).toBe('0.0%');
  });

  it('shows market values short', () => {
    expect(showUsd(1_912_345_678)).toBe('$1.91B');
    expect(showUsd(412_300_000)).toBe('$412M');
  });
});
