import { describe, expect, it } from 'vitest';
import { createMarket, type MarketSource, renewable } from '../../lib/background/market';
import { ScoreMemory } from '../../lib/background/score-memory';
import { parseDay } from '../../lib/market/day';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { memoryArea } from '../settings/area';
import { readShipped } from './market';

const marketOf = (source: Partial<MarketSource>) =>
  createMarket(
    { read: readShipped, today: () => parseDay('2026-11-23'), ...source },
    new ScoreMemory(memoryArea(), async () => null),
  );
const coverageOn = async (day: string) =>
  (await (await marketOf({ asOf: () => parseDay(day) }).scorer()).thesis(DEFAULT_OPTIONS)).coverage;

describe('a market of live data', () => {
  it('is judged on the newest trading day: what was not renewed is unknown and lowers the coverage', async () => {
    const fresh = await coverageOn('2026-10-05');
    const late = await coverageOn('2026-11-23');
    expect(late).toBeLessThan(fresh);
  });

  it('is never judged on a day before its newest close', async () => {
    const scorer = await marketOf({ asOf: () => parseDay('2020-01-01') }).scorer();
    expect(scorer.asOf).toBe(scorer.newestClose);
  });

  it('forgets scores of another day', async () => {
    let day = parseDay('2026-10-05');
    const market = marketOf({ asOf: () => day });
    const first = await market.badge('EPAC', DEFAULT_OPTIONS);
    day = parseDay('2027-06-01');
    expect((await market.badge('EPAC', DEFAULT_OPTIONS))!.score).not.toBe(first!.score);
  });

  it('tells how the refreshing stands', async () => {
    const live = { state: 'stale', words: 'Past due: Prices.', historyFrom: 'Yahoo Finance' } as const;
    expect(await marketOf({ live: () => live }).state()).toMatchObject({ state: 'ready', live });
    expect(await marketOf({}).state()).not.toHaveProperty('live');
  });

  it('is made anew when its data have changed', async () => {
    let made = 0;
    const market = renewable(() => {
      made++;
      return marketOf({});
    });
    await market.state();
    expect(made).toBe(1);
    market.renew();
    await market.state();
    expect(made).toBe(2);
  });
});
