import { describe, expect, it } from 'vitest';
import { parseDay } from '../../lib/market/day';
import { isTradingDay, tradingDaysBetween } from '../../lib/market/trading-days';

describe('trading days', () => {
  it.each([
    ['2026-10-05', true, 'a Monday'],
    ['2026-10-03', false, 'a Saturday'],
    ['2026-10-04', false, 'a Sunday'],
    ['2026-11-26', false, 'Thanksgiving'],
    ['2026-07-03', false, 'Independence Day, kept on the Friday before'],
    ['2026-04-03', false, 'Good Friday'],
    ['2027-12-31', true, 'the day before a New Year on a Saturday'],
  ])('%s: %s (%s)', (day, open) => {
    expect(isTradingDay(parseDay(day))).toBe(open);
  });

  it.each([
    ['2026-10-02', '2026-10-05', 0, 'on Monday the newest close is Friday’s'],
    ['2026-10-02', '2026-10-06', 1, 'on Tuesday one close is missing'],
    ['2026-11-25', '2026-11-28', 1, 'a holiday misses no close'],
    ['2026-10-05', '2026-10-05', 0, 'the same day'],
    ['2026-10-05', '2026-09-01', 0, 'a clock that is behind'],
  ])('from %s to %s: %i, %s', (from, to, count) => {
    expect(tradingDaysBetween(parseDay(from), parseDay(to))).toBe(count);
  });
});
