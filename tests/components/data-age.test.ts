import { describe, expect, it } from 'vitest';
import { dataAge } from '../../components/data-age';

describe('the age of the data', () => {
  it.each([
    [0, 'Prices of Oct 5, 2026, the newest there can be', false],
    [1, 'Prices of Oct 5, 2026, 1 trading day old', false],
    [5, 'Prices of Oct 5, 2026, 5 trading days old', false],
    [6, 'Prices of Oct 5, 2026, 6 trading days old', true],
    [34, 'Prices of Oct 5, 2026, 34 trading days old', true],
  ])('%i trading days: “%s”, stale: %s', (tradingDaysOld, words, stale) => {
    expect(dataAge({ state: 'ready', pricesAsOf: '2026-10-05', tradingDaysOld })).toEqual({ words, stale });
  });

  it('is not spoken of without data', () => {
    expect(dataAge({ state: 'missing' })).toEqual({ words: 'No market data', stale: false });
  });
});
