import { describe, expect, it } from 'vitest';
import type { IndexFigures } from '../../../lib/market/types';
import { earningsGrowthGap } from '../../../lib/thesis/signals/earnings-growth-gap';
import { day, readSignal, shipped } from '../support';

const consensus = (
  small: number,
  large: number,
  knownOn = '2025-12-09',
  kind: IndexFigures['kind'] = 'article',
): IndexFigures => ({
  kind,
  knownOn: day(knownOn),
  growthPct: { small, large },
  provenance: { source: kind, asOf: day(knownOn) },
});
const filed = (
  small: [now: number, before: number],
  large: [now: number, before: number],
  quarterEnd: string,
): IndexFigures => {
  const total = ([nowUsd, yearAgoUsd]: [number, number]) => ({ nowUsd, yearAgoUsd, companies: 100 });
  return {
    kind: 'companies',
    knownOn: day(quarterEnd) + 60,
    realisedNetIncome: { quarterEnd: day(quarterEnd), small: total(small), large: total(large) },
    provenance: { source: 'filings', asOf: day(quarterEnd) + 60 },
  };
};
const read = (asOf: string, ...figures: IndexFigures[]) => readSignal(earningsGrowthGap, { figures }, asOf);

describe('earnings-growth-gap', () => {
  it.each([
    [35, 14, 1],
    [50, 10, 1],
    [24.5, 14, 0.5],
    [14, 14, 0],
    [5, 14, 0],
  ])('%s%% against %s%% is %s', (small, large, strength) => {
    const reading = read('2026-01-10', consensus(small, large));
    expect(reading.measure).toMatchObject({ smallPct: small, largePct: large, basis: 'consensus' });
    expect(reading.strength).toBeCloseTo(strength, 9);
  });

  it("takes the user's figures when they are the newest", () => {
    expect(
      read('2026-03-01', consensus(35, 14), consensus(20, 15, '2026-02-01', 'user')).measure.smallPct,
    ).toBe(20);
    expect(
      read('2026-01-10', consensus(35, 14), consensus(20, 15, '2026-02-01', 'user')).measure.smallPct,
    ).toBe(35);
  });

  it('shows what was filed beside a forecast that is newer', () => {
    const { measure } = read('2026-01-10', consensus(35, 14), filed([110, 100], [130, 100], '2025-09-30'));
    expect(measure).toMatchObject({ basis: 'consensus', smallPct: 35, realisedQuarterEnd: '2025-09-30' });
    expect(measure.realisedSmallPct).toBeCloseTo(10, 9);
    expect(measure.realisedLargePct).toBeCloseTo(30, 9);
  });

  it('goes by what was filed once a quarter ends after the forecast, or the forecast is too old', () => {
    const later = filed([130, 100], [119.5, 100], '2026-03-31');
    expect(read('2026-06-15', consensus(35, 14), later)).toMatchObject({
      strength: expect.closeTo(0.5, 9),
      asOf: day('2026-03-31'),
    });
    const reading = read('2026-09-15', consensus(35, 14), later);
    expect(reading.measure.basis).toBe('realised');
    expect(reading.explanation).toContain('December 9, 2025');
  });

  it.each([
    ['profit after loss', [10, -10], 1],
    ['smaller loss', [-5, -10], 0.5],
    ['deeper loss', [-20, -10], 0],
    ['loss after profit', [-5, 10], 0],
  ] as const)('a %s of the small caps has no rate of growth', (turn, [now, before], strength) => {
    const reading = read('2026-06-15', filed([now, before], [120, 100], '2026-03-31'));
    expect(reading).toMatchObject({ strength, short: turn, measure: { smallPct: null, gapPct: null } });
  });

  it('has the article’s 35 and 14 on its day, and is unknown when they are too old', () => {
    expect(readSignal(earningsGrowthGap, shipped, '2025-12-09')).toMatchObject({
      strength: 1,
      measure: { smallPct: 35, largePct: 14 },
    });
    expect(readSignal(earningsGrowthGap, shipped, '2025-12-08').strength).toBeNull();
    expect(readSignal(earningsGrowthGap, shipped, '2026-10-05')).toMatchObject({
      strength: null,
      explanation: expect.stringContaining('December 9, 2025'),
    });
  });
});
