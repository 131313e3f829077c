import { openDB } from 'idb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SourceId } from '../../lib/cache/state';
import { MANIFEST_FILE, sha256 } from '../../lib/market/manifest';
import { inNewYork, tradingDayUpTo } from '../../lib/market/new-york';
import type { PriceSource } from '../../lib/settings/live';
import type { ProviderServer } from '../../scripts/lib/provider-server';
import { part } from '../whole';
import { ABSURD, CONNECTION_FAULTS, changed, playedTo } from './faults';
import { HOUR, liveOn, startProviders, TODAY } from './world';

/** Every provider, with the source that asks it and the user's choice that makes it do so. */
const CASES: { provider: string; source: SourceId; price?: PriceSource; fredKey?: boolean }[] = [
  { provider: 'nasdaq', source: 'closes' },
  { provider: 'yahoo', source: 'index' },
  { provider: 'tiingo', source: 'index', price: 'tiingo' },
  { provider: 'twelve-data', source: 'index', price: 'twelve-data' },
  { provider: 'alpha-vantage', source: 'index', price: 'alpha-vantage' },
  { provider: 'fred', source: 'fred-daily' },
  { provider: 'fred', source: 'fred-weekly' },
  { provider: 'fred', source: 'fred-monthly' },
  { provider: 'fred', source: 'fred-projections' },
  { provider: 'fred-api', source: 'fred-daily', fredKey: true },
  { provider: 'nfib', source: 'nfib' },
  { provider: 'ishares', source: 'holdings' },
  { provider: 'sec-tickers', source: 'tickers' },
  { provider: 'sec-frames', source: 'filings' },
];
/** What makes an answer new where a day does not. */
const NEWS: Partial<Record<SourceId, (answer: string) => string>> = {
  tickers: (answer) => answer.replace('"cik_str":1000,', '"cik_str":999000,'),
  'fred-weekly': (answer) => answer.replace(/,[\d.]+\n$/, ',231000\n'),
  'fred-monthly': (answer) => answer.replace(/,[\d.]+\n$/, ',102.55\n'),
  'fred-projections': (answer) => answer.replace(/,[\d.]+\n$/, ',3.25\n'),
};
/** One fault of so many for each provider, another for the next, so that each fault meets some; all in a whole run. */
const TAKES = 4;
const KEY = 'a-secret-key-0123456789';

describe.each(CASES)('$source from $provider', (one) => {
  const { provider, source, price, fredKey } = one;
  let server: ProviderServer;
  let setup: ReturnType<typeof liveOn>;
  const day = () => server.answers.day;
  const servedSum = async () => sha256(await (await setup.live.opened()).read(MANIFEST_FILE));
  const state = async () => (await setup.live.status()).sources.find(({ id }) => id === source)!;
  const goTo = (next: number) => {
    server.answers.day = next;
    setup.time.now = inNewYork(next, 18 * 60);
  };
  const nextTradingDay = (from: number) => {
    let next = from + 1;
    while (tradingDayUpTo(next) !== next) next++;
    return next;
  };

  beforeAll(async () => {
    server = await startProviders();
    setup = liveOn(server);
    if (price) {
      setup.settings.priceOrder = [price];
      await setup.world.keys.set(price as 'tiingo', KEY);
    }
    if (fredKey) await setup.world.keys.set('fred-api', KEY);
    goTo(TODAY);
    if (source === 'filings') await setup.live.run({ only: ['tickers'] });
    await setup.live.run({ only: [source] });
    expect(await state()).toMatchObject({ state: 'fresh' });
  }, 60_000);
  afterAll(() => server.close());
  afterEach(() => vi.restoreAllMocks());

  const faults = {
    ...CONNECTION_FAULTS,
    ...Object.fromEntries(Object.entries(ABSURD[provider]!).map(([what, change]) => [what, changed(change)])),
  };

  it.each(part(Object.keys(faults), TAKES, CASES.indexOf(one)))(
    '%s: what was held is still served, the state is true, the next good answer heals it',
    async (what) => {
      goTo(nextTradingDay(day()));
      const before = await servedSum();
      server.fault = playedTo(provider, faults[what]!);
      if (what === 'no answer in time') setup.world.timeoutMs = 400;
      await setup.live.run({ only: [source] });

      expect(await servedSum()).toBe(before);
      const failed = await state();
      expect(failed.state).toBe('failed');
      expect(failed.problem).toMatch(/^[A-Z].*\.$/s);
      expect(failed.problem).not.toContain(KEY);
      expect(failed.problem).not.toContain('of an error of its own');
      expect(failed.nextAt).toBeGreaterThan(setup.live.now());
      if (what === '429 with Retry-After') {
        expect(failed.nextAt).toBeGreaterThanOrEqual(setup.live.now() + 2 * HOUR);
        const asked = server.log.length;
        await setup.live.run({ only: [source] });
        expect(server.log.length).toBe(asked);
        setup.time.now += 3 * HOUR;
      }

      server.fault = undefined;
      setup.world.timeoutMs = 20_000;
      await setup.live.run({ only: [source] });
      expect(await state()).toMatchObject({ state: 'fresh', problem: undefined });
      expect(setup.seen.errors).toEqual([]);
    },
    30_000,
  );

  it('a full disk: what was held is still served, the state is true, the next answer heals it', async () => {
    goTo(nextTradingDay(day()));
    const before = await servedSum();
    const news = NEWS[source];
    if (news) server.fault = playedTo(provider, changed(news));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await setup.live.run({ only: [source] });
    expect(await servedSum()).toBe(before);
    expect(await state()).toMatchObject({
      state: 'failed',
      problem: 'There is no room on the disk for the new data.',
    });
    vi.restoreAllMocks();
    server.fault = undefined;
    await setup.live.run({ only: [source] });
    expect(await state()).toMatchObject({ state: 'fresh', problem: undefined });
  }, 30_000);

  it('this computer’s clock a day ahead: nothing of tomorrow is made up', async () => {
    goTo(nextTradingDay(day()));
    const now = setup.time.now;
    server.clock = () => now;
    setup.time.now += 24 * HOUR;
    await setup.live.run({ only: [source] });
    // The first answer tells the time; a source that went by the wrong one is asked again.
    await setup.live.run({ only: [source] });
    const { state: how, newest } = await state();
    expect(how).toBe('fresh');
    expect(newest).toBeLessThanOrEqual(day());
    expect(Math.abs(setup.live.now() - now)).toBeLessThan(2000);
    server.clock = () => setup.time.now;
  }, 30_000);

  it('a damaged store: what came with the extension is served, the state is true, the next answer heals it', async () => {
    goTo(nextTradingDay(day()));
    const database = await openDB(setup.name);
    const manifest: Uint8Array | undefined = await database.get('meta', 'manifest');
    const bytes = manifest ?? new Uint8Array(500);
    bytes[bytes.length >> 1]! ^= 255;
    await database.put('meta', bytes, 'manifest');
    database.close();
    const again = setup.again();
    expect((await again.opened()).live).toBe(false);
    expect((await again.status()).problem).toMatch(/damaged on this device/);
    if (source === 'filings') await again.run({ only: ['tickers'] });
    await again.run({ only: [source] });
    const status = await again.status();
    expect(status.sources.find(({ id }) => id === source)).toMatchObject({ state: 'fresh' });
    // A list of filers alone changes no data, so only then nothing new is served.
    if (source !== 'tickers') expect(status.problem).toBeUndefined();
  }, 30_000);
});
