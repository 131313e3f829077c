import { describe, expect, it } from 'vitest';
import { MarketAsOf } from '../../lib/thesis/as-of';
import {
  latest,
  monthOf,
  readMacro,
  threeMonthAnnualized,
  threeMonthMeanChange,
  yearOverYear,
} from '../../lib/thesis/macro';
import { day, macro, marketOf, vintage } from './support';

const market = (asOf: string, ...vintages: ReturnType<typeof vintage>[]) =>
  new MarketAsOf(marketOf({ macro: [macro('CPIAUCSL', ...vintages)] }), day(asOf));
const read = (view: MarketAsOf, measure = latest) => readMacro(view, 'CPIAUCSL', 'monthly', measure);

describe('readMacro', () => {
  const first = vintage(
    '2026-01-02',
    [
      ['2025-10-01', 100],
      ['2025-11-01', 101],
    ],
    40,
  );
  const second = vintage(
    '2026-03-02',
    [
      ['2025-11-01', 201],
      ['2025-12-01', 202],
      ['2026-01-01', 203],
    ],
    40,
  );

  it('takes the oldest vintage taken on or after the day', () => {
    expect(read(market('2025-12-20', first, second)).value).toBe(101);
    expect(read(market('2026-01-02', first, second)).value).toBe(101);
    expect(read(market('2026-02-15', first, second)).value).toBe(203);
  });

  it('takes the newest vintage after the last was taken', () => {
    expect(read(market('2026-04-15', first, second))).toMatchObject({ value: 203, day: day('2026-01-01') });
  });

  it('hands out only what was public', () => {
    expect(read(market('2025-12-10', first)).day).toBe(day('2025-10-01'));
    expect(read(market('2025-11-01', first))).toMatchObject({ value: null, day: null });
  });

  it('falls back to another whole vintage when one is too short, and keeps its own date', () => {
    const long = vintage(
      '2026-01-02',
      [
        ['2024-11-01', 100],
        ['2025-11-01', 103],
      ],
      40,
    );
    const short = vintage(
      '2026-03-02',
      [
        ['2025-11-01', 206],
        ['2025-12-01', 207],
      ],
      40,
    );
    const found = read(market('2026-02-01', long, short), yearOverYear);
    expect(found.day).toBe(day('2025-11-01'));
    expect(found.value).toBeCloseTo(3, 9);
  });

  it('tells the date of what is too old, and not its value', () => {
    expect(read(market('2026-05-02', second))).toMatchObject({ value: null, day: day('2026-01-01') });
    expect(read(market('2026-05-01', second)).value).toBe(203);
  });
});

describe('monthly measures', () => {
  it('count months by date, so that a missing month is no shifted row', () => {
    const view = market(
      '2026-03-01',
      vintage('2026-03-01', [
        ['2024-12-01', 100],
        ['2025-09-01', 102],
        ['2025-11-01', 103],
        ['2025-12-01', 104],
      ]),
    );
    expect(read(view, yearOverYear).value).toBeCloseTo(4, 9);
    expect(read(view, threeMonthAnnualized).value).toBeCloseTo(((104 / 102) ** 4 - 1) * 100, 9);
    expect(read(view, threeMonthMeanChange).value).toBeCloseTo(2 / 3, 9);
  });

  it('step back to the newest month that has its counterpart', () => {
    const view = market(
      '2026-03-01',
      vintage('2026-03-01', [
        ['2024-12-01', 100],
        ['2025-12-01', 104],
        ['2026-01-01', 105],
      ]),
    );
    expect(read(view, yearOverYear).day).toBe(day('2025-12-01'));
  });

  it('number months without gaps over a year’s end', () => {
    expect(monthOf(day('2026-01-01')) - monthOf(day('2025-12-31'))).toBe(1);
  });
});
