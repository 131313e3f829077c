import { describe, expect, it } from 'vitest';
import type { IndexFigures } from '../../../lib/market/types';
import { valuation } from '../../../lib/thesis/signals/valuation';
import { day, readSignal, shipped } from '../support';

const quoted = (figures: Partial<IndexFigures>, knownOn = '2026-01-02'): IndexFigures => ({
  kind: 'companies',
  knownOn: day(knownOn),
  provenance: { source: 'figures', asOf: day(knownOn) },
  ...figures,
});
const read = (...figures: IndexFigures[]) => readSignal(valuation, { figures }, '2026-01-10');

describe('valuation', () => {
  it.each([
    [-10, 1],
    [5, 1],
    [10, 0.7],
    [15, 0.4],
    [20, 0.2],
    [25, 0],
    [60, 0],
  ])('a premium of %s%% is %s', (premiumPct, strength) => {
    expect(read(quoted({ premiumPct })).strength).toBeCloseTo(strength, 9);
    const fromMultiples = read(
      quoted({ forwardMultiple: { small: 20 * (1 + premiumPct / 100), large: 20 } }),
    );
    expect(fromMultiples.measure.premiumPct).toBeCloseTo(premiumPct, 9);
    expect(fromMultiples.strength).toBeCloseTo(strength, 9);
  });

  it('takes the newest premium known; one multiple alone gives none', () => {
    expect(
      read(quoted({ premiumPct: 8 }, '2025-11-01'), quoted({ forwardMultiple: { small: 24 } })).measure
        .premiumPct,
    ).toBe(8);
    expect(read(quoted({ forwardMultiple: { small: 24, large: -3 } })).strength).toBeNull();
  });

  it('is the article’s 5% on its day, and the company figures’ once they are there', () => {
    expect(readSignal(valuation, shipped, '2025-12-09')).toMatchObject({
      strength: 1,
      measure: { premiumPct: 5, basis: 'article' },
    });
    expect(readSignal(valuation, shipped, '2026-10-05').measure.basis).toBe('companies');
    expect(readSignal(valuation, shipped, '2026-07-15')).toMatchObject({ strength: null });
  });
});
