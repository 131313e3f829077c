import { describe, expect, it } from 'vitest';
import {
  bytes,
  date,
  list,
  number,
  percent,
  signedNumber,
  signedPercent,
  typed,
  usd,
} from '../../lib/i18n/format';
import { parseDay } from '../../lib/market/day';

describe('figures in the locale of the user', () => {
  it('have a real minus, and a plus where they are changes', () => {
    expect(number(-0.42, 1)).toBe('−0.4');
    expect(signedNumber(2.13, 1)).toBe('+2.1');
    expect(signedPercent(-2.14, 1)).toBe('−2.1%');
    expect(signedPercent(18.4)).toBe('+18%');
    expect(percent(52.4)).toBe('52%');
  });

  it('have no sign where they are shown as zero', () => {
    expect(number(-0.04, 1)).toBe('0.0');
    expect(signedNumber(-0.04, 1)).toBe('0.0');
    expect(signedPercent(-0.004, 1)).toBe('0.0%');
  });

  it('are grouped, and as exact as they were typed where they can be typed again', () => {
    expect(number(2091)).toBe('2,091');
    expect(typed(1250.125)).toBe('1,250.125');
    expect(usd(39.1)).toBe('$39.10');
    expect(list(['a', 'b', 'c'])).toBe('a, b, and c');
  });

  it('are sizes in kilobytes and megabytes, and days with the month in letters', () => {
    expect(bytes(11_001)).toBe('12 kB');
    expect(bytes(2_234_000)).toBe('2.2 MB');
    expect(date(parseDay('2026-09-05'))).toBe('Sep 5, 2026');
  });
});
