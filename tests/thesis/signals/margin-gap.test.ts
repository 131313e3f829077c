import { describe, expect, it } from 'vitest';
import { marginGap } from '../../../lib/thesis/signals/margin-gap';
import { macro, type Points, readSignal, shipped, vintage } from '../support';

const survey = (id: 'NFIB_SALES' | 'NFIB_COMP', points: Points) =>
  macro(id, vintage('2026-02-10', points, 40));
const read = (sales: Points, pay: Points, asOf = '2026-01-20') =>
  readSignal(marginGap, { macro: [survey('NFIB_SALES', sales), survey('NFIB_COMP', pay)] }, asOf);

describe('margin-gap', () => {
  it.each([
    [24, 24, 1],
    [40, 20, 1],
    [3, 20.5, 0.5],
    [-11, 24, 0],
    [-30, 24, 0],
  ])('net %s%% expecting sales and %s%% planning raises is %s', (sales, pay, strength) => {
    const reading = read([['2025-12-01', sales]], [['2025-12-01', pay]]);
    expect(reading.measure).toMatchObject({ salesMinusPayNetPct: sales - pay, change6mNetPct: null });
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it.each([
    [10, 1],
    [0, 0.5],
    [-10, 0],
  ])('counts the change over six months, %s points, as much as the level', (change, strength) => {
    const reading = read(
      [
        ['2025-06-01', 24 - change],
        ['2025-12-01', 24],
      ],
      [
        ['2025-06-01', 24],
        ['2025-12-01', 24],
      ],
    );
    expect(reading.measure.change6mNetPct).toBe(change);
    expect(reading.strength).toBeCloseTo((1 + strength) / 2, 9);
  });

  it('needs both answers of one month', () => {
    expect(read([['2025-12-01', 10]], [['2025-11-01', 24]]).strength).toBeNull();
    expect(
      read(
        [
          ['2025-11-01', 15],
          ['2025-12-01', 10],
        ],
        [['2025-11-01', 24]],
      ).measure.surveyMonth,
    ).toBe('2025-11');
  });

  it('has −9 on December 9, 2025, from the November survey', () => {
    const { measure } = readSignal(marginGap, shipped, '2025-12-09');
    expect(measure).toMatchObject({
      salesMinusPayNetPct: -9,
      expectedSalesNetPct: 15,
      plannedPayNetPct: 24,
      surveyMonth: '2025-11',
    });
  });

  it('is unknown, not neutral, once the survey of December 2025 is too old', () => {
    expect(readSignal(marginGap, shipped, '2026-03-01').measure.surveyMonth).toBe('2025-12');
    const reading = readSignal(marginGap, shipped, '2026-10-05');
    expect(reading.strength).toBeNull();
    expect(reading.explanation).toMatch(/^Stale.*December 2025/);
  });
});
