import { describe, expect, it } from 'vitest';
import { companyAsOf, MarketAsOf } from '../../lib/thesis/as-of';
import { ACME, closes, day, macro, marketOf, vintage } from './support';

describe('MarketAsOf', () => {
  const data = marketOf({
    iwm: [
      ['2026-01-05', 250],
      ['2026-01-06', 251],
    ],
    figures: [
      {
        kind: 'article',
        knownOn: day('2026-01-05'),
        premiumPct: 5,
        provenance: { source: 'article', asOf: 0 },
      },
      { kind: 'user', knownOn: day('2026-01-05'), premiumPct: 7, provenance: { source: 'you', asOf: 0 } },
      {
        kind: 'companies',
        knownOn: day('2026-01-06'),
        premiumPct: 9,
        provenance: { source: 'filings', asOf: 0 },
      },
    ],
    aiBasket: {
      MSFT: closes([
        ['2026-01-05', 400],
        ['2026-01-06', 401],
      ]),
    },
  });

  it('hands out closes up to the day', () => {
    expect([...new MarketAsOf(data, day('2026-01-05')).prices('IWM').values]).toEqual([250]);
    expect([...new MarketAsOf(data, day('2026-01-05')).aiBasket(['MSFT', 'NONE'])[0]!.values]).toEqual([400]);
  });

  it('gives the newest figures known first, and the user’s first among those of one day', () => {
    const kinds = (asOf: string) => new MarketAsOf(data, day(asOf)).figures(null).map(({ kind }) => kind);
    expect(kinds('2026-01-05')).toEqual(['user', 'article']);
    expect(kinds('2026-01-06')).toEqual(['companies', 'user', 'article']);
  });

  it('asks every observation for its release, also when a later one came first', () => {
    const late = {
      ...vintage('2026-03-01', [
        ['2025-10-01', 1],
        ['2025-11-01', 2],
      ]),
    };
    late.knownOn = Int32Array.from([day('2026-02-01'), day('2025-12-18')]);
    const view = new MarketAsOf(marketOf({ macro: [macro('UNRATE', late)] }), day('2026-01-01'));
    expect([...view.vintages('UNRATE')[0]!.values]).toEqual([2]);
  });
});

describe('companyAsOf', () => {
  const company = {
    company: ACME,
    listedOn: day('2026-08-22'),
    history: closes([
      ['2026-08-20', 10],
      ['2026-08-21', 11],
    ]),
    figures: {
      symbol: 'ACME',
      ratios: { asOf: day('2026-08-08'), forwardPe: 12 },
      quarter: { end: day('2026-06-30'), eps: [1, 2] as [number, number] },
      year: { end: day('2025-12-31'), revenueMusd: 100 },
    },
  };

  it('knows everything after the last of its days', () => {
    expect(companyAsOf(company, day('2026-08-22'))).toMatchObject({
      listing: { symbol: 'ACME' },
      ratios: { forwardPe: 12 },
      quarter: { eps: [1, 2] },
      year: { revenueMusd: 100 },
    });
  });

  it.each([
    ['listing', '2026-08-21', '2026-08-22'],
    ['history', '2026-08-19', '2026-08-20'],
    ['ratios', '2026-08-07', '2026-08-08'],
    ['quarter', '2026-08-13', '2026-08-14'],
    ['year', '2026-03-30', '2026-03-31'],
  ] as const)('does not know its %s on %s but on %s', (part, before, from) => {
    expect(companyAsOf(company, day(before))[part]).toBeUndefined();
    expect(companyAsOf(company, day(from))[part]).toBeDefined();
  });
});
