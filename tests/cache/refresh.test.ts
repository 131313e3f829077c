import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../lib/market/day';
import type { ProviderServer } from '../../scripts/lib/provider-server';
import { liveOn, served, startProviders, TODAY } from './world';

describe('a refresh', () => {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await startProviders();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.log.length = 0;
    server.fault = undefined;
    server.answers.day = TODAY;
  });

  it('brings every source up to date', async () => {
    const { live, seen } = liveOn(server);
    await live.run();
    const { sources } = await live.status();
    expect(sources.map(({ id, state, problem }) => [id, state, problem])).toEqual(
      sources.map(({ id }) => [id, 'fresh', undefined]),
    );
    expect(seen.errors).toEqual([]);
    const { dataset, market, universe } = await served(live);
    expect(formatDay(market.index.IWM.days.at(-1)!)).toBe('2026-11-23');
    expect(formatDay(universe.asOf)).toBe('2026-11-23');
    const { history } = (await dataset.company('EPAC'))!;
    expect(formatDay(history!.days.at(-1)!)).toBe('2026-11-23');
    const filed = await Promise.all(['EPAC', 'SHAK', 'CALM', 'PLUG'].map((one) => dataset.company(one)));
    const ends = filed.map((one) => one!.figures?.quarter?.end);
    expect(ends).toContain(parseDay('2026-09-30'));
    expect(market.macro.NFIB_COMP!.vintages[0]!.values.at(-1)).toBe(24);
    expect(formatDay(market.aiWeights.at(-1)!.knownOn)).toBe('2026-11-23');
  }, 60_000);
});
