import { openDB } from 'idb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDay, parseDay } from '../../lib/market/day';
import { MANIFEST_FILE, sha256 } from '../../lib/market/manifest';
import { inNewYork } from '../../lib/market/new-york';
import type { ProviderServer } from '../../scripts/lib/provider-server';
import { EVENING, HOUR, liveOn, served, startProviders, TODAY } from './world';

const DAY = 24 * HOUR;

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
    server.answers.splits = {};
  });
  afterEach(() => vi.restoreAllMocks());

  const stateOf = async ({ live }: ReturnType<typeof liveOn>, id: string) =>
    (await live.status()).sources.find((source) => source.id === id)!;
  const manifestOf = async ({ live }: ReturnType<typeof liveOn>) =>
    sha256(await (await live.opened()).read(MANIFEST_FILE));

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

  it('asks nothing before something is due, and then only what is', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['fred-daily', 'fred-weekly'] });
    server.log.length = 0;
    setup.time.now += HOUR;
    await setup.live.run({ only: [] });
    expect(server.log).toEqual([]);
  });

  it('asks whether anything changed, and takes no for fresh', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['fred-daily'] });
    const before = await manifestOf(setup);
    server.log.length = 0;
    setup.time.now += DAY;
    await setup.live.run({ only: ['fred-daily'] });
    expect(server.log.map(({ headers }) => headers['if-none-match'])).toEqual([
      expect.stringMatching(/^"\w+"$/),
    ]);
    expect(await stateOf(setup, 'fred-daily')).toMatchObject({ state: 'fresh' });
    expect(await manifestOf(setup)).toBe(before);
  });

  it('never runs twice at once: what is due runs once, and what the user asks for waits its turn', async () => {
    const setup = liveOn(server);
    await Promise.all([setup.live.run(), setup.live.run()]);
    const once = server.log.length;
    const second = liveOn(server);
    server.log.length = 0;
    await second.live.run();
    expect(server.log.length).toBe(once);

    server.log.length = 0;
    let together = 0;
    let most = 0;
    const { fetch: ask } = setup.world;
    setup.world.fetch = async (...request) => {
      most = Math.max(most, ++together);
      return ask(...request).finally(() => together--);
    };
    await Promise.all([setup.live.run({ only: ['fred-daily'] }), setup.live.run({ only: ['fred-weekly'] })]);
    expect(server.log).toHaveLength(2);
    expect(most).toBe(1);
  }, 60_000);

  it('goes on after the background script was stopped, with what was kept', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['fred-daily'] });
    const again = setup.again();
    expect((await again.opened()).live).toBe(true);
    const { sources } = await again.status();
    expect(sources.find(({ id }) => id === 'fred-daily')!.state).toBe('fresh');
    expect(sources.find(({ id }) => id === 'closes')!.state).toBe('waiting');
  });

  it('replaces a revised series as a whole, and keeps the vintages that came with the extension', async () => {
    const setup = liveOn(server);
    const { market: first } = await served(setup.live);
    for (let day = 0; day < 3; day++) {
      server.answers.day = TODAY + day * 40;
      setup.time.now = EVENING + day * 40 * DAY;
      await setup.live.run({ only: ['fred-monthly'] });
    }
    const { market } = await served(setup.live);
    const [old, now] = [first.macro.CPIAUCSL!.vintages, market.macro.CPIAUCSL!.vintages];
    expect(now).toHaveLength(old.length + 1);
    expect(now.slice(0, -1)).toEqual(old);
    expect(now.at(-1)!.takenOn).toBe(Math.floor(setup.time.now / DAY));
  }, 30_000);

  it('adds a day to every history, through splits, and takes each list once', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['closes'] });
    const before = (await (await served(setup.live)).dataset.company('EPAC'))!.history!;
    server.answers.day = TODAY + 1;
    server.answers.splits = { EPAC: 2 };
    setup.time.now = EVENING + DAY;
    await setup.live.run({ only: ['closes'] });
    const { history } = (await (await served(setup.live)).dataset.company('EPAC'))!;
    expect(history!.days.length).toBe(before.days.length + 1);
    expect(history!.values[10]!).toBeCloseTo(before.values[10]! / 2, 1);

    setup.time.now += HOUR;
    await setup.live.run({ only: ['closes'] });
    expect((await (await served(setup.live)).dataset.company('EPAC'))!.history!.days.length).toBe(
      history!.days.length,
    );
  }, 60_000);

  it('waits for the close while the exchange is open', async () => {
    const setup = liveOn(server);
    setup.time.now = inNewYork(TODAY, 12 * 60);
    await setup.live.run({ only: ['closes'] });
    expect(server.log).toEqual([]);
    const { note, nextAt, state } = await stateOf(setup, 'closes');
    expect(state).toBe('waiting');
    expect(note).toContain('The exchange is open');
    expect(nextAt).toBe(inNewYork(TODAY, 16 * 60 + 30));
  });

  it('takes a list that was not brought up to date for what it is, and asks again', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['closes'] });
    const before = await manifestOf(setup);
    setup.time.now += DAY;
    await setup.live.run({ only: ['closes'] });
    expect(await manifestOf(setup)).toBe(before);
    setup.time.now += HOUR;
    expect((await stateOf(setup, 'closes')).nextAt).toBeLessThan(setup.time.now + 2 * DAY);
  }, 60_000);

  it('goes by the servers’ clock where this computer’s is off by a day, either way', async () => {
    for (const off of [-DAY, DAY]) {
      const setup = liveOn(server);
      server.clock = () => EVENING;
      setup.time.now = EVENING + off;
      await setup.live.run({ only: ['fred-daily'] });
      await setup.live.run({ only: ['closes'] });
      const { universe } = await served(setup.live);
      expect(universe.asOf).toBe(TODAY);
      expect((await setup.live.status()).clockOffHours).toBe(-off / HOUR);
      // Also after the background script was stopped.
      expect((await setup.again().status()).clockOffHours).toBe(-off / HOUR);
    }
  }, 60_000);

  it('says when there is no room on the disk, serves what was held, and heals', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['fred-daily'] });
    const before = await manifestOf(setup);
    server.answers.day = TODAY + 1;
    setup.time.now += DAY;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await setup.live.run({ only: ['fred-daily'] });
    expect(await manifestOf(setup)).toBe(before);
    expect(await stateOf(setup, 'fred-daily')).toMatchObject({
      state: 'failed',
      problem: 'There is no room on the disk for the new data.',
    });
    vi.restoreAllMocks();
    await setup.live.run({ only: ['fred-daily'] });
    expect(await stateOf(setup, 'fred-daily')).toMatchObject({ state: 'fresh', problem: undefined });
    expect(await manifestOf(setup)).not.toBe(before);
  });

  it.each(['a file with another byte', 'a file that is gone', 'a list of parts that is cut short'])(
    'drops a store with %s, serves what came with the extension, says so, and fetches anew',
    async (what) => {
      const setup = liveOn(server);
      const shipped = await manifestOf(setup);
      await setup.live.run({ only: ['fred-daily'] });
      const database = await openDB(setup.name);
      if (what === 'a list of parts that is cut short') {
        await database.put('meta', (await database.get('meta', 'manifest')).slice(0, 900), 'manifest');
      } else if (what === 'a file that is gone') {
        await database.delete('files', 'companies/07.bin');
      } else {
        const bytes: Uint8Array = await database.get('files', 'macro.bin');
        bytes[bytes.length >> 1]! ^= 255;
        await database.put('files', bytes, 'macro.bin');
      }
      database.close();

      const again = { ...setup, live: setup.again() };
      expect(await manifestOf(again)).toBe(shipped);
      expect((await again.live.status()).problem).toMatch(/damaged on this device/);
      await again.live.run({ only: ['fred-daily'] });
      expect(await manifestOf(again)).not.toBe(shipped);
      expect((await again.live.status()).problem).toBeUndefined();
      expect(await stateOf(again, 'fred-daily')).toMatchObject({ state: 'fresh' });
    },
  );

  it('makes a store anew that cannot be opened', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['fred-daily'] });
    const open = vi.spyOn(setup.world.store, 'held').mockRejectedValueOnce(new Error('broken'));
    const again = setup.again();
    expect((await again.opened()).live).toBe(false);
    expect(open).toHaveBeenCalled();
    await again.run({ only: ['fred-daily'] });
    expect((await again.opened()).live).toBe(true);
  });

  it('leaves out prices that cannot be, says how many, and takes the rest', async () => {
    const setup = liveOn(server);
    server.fault = (_, response, answer, provider) => {
      if (provider !== 'nasdaq') return false;
      const data = JSON.parse(answer);
      data.data.rows[0].lastsale = '$250000.00';
      response.writeHead(200).end(JSON.stringify(data));
      return true;
    };
    await setup.live.run({ only: ['closes'] });
    expect(await stateOf(setup, 'closes')).toMatchObject({
      state: 'fresh',
      note: expect.stringMatching(/^Left out as impossible: 1 of \d+ prices\.$/),
    });
  }, 30_000);

  it('asks for the whole history of the index funds when closes do not continue those held', async () => {
    const setup = liveOn(server);
    server.fault = (_, response, answer, provider) => {
      if (provider !== 'yahoo') return false;
      const data = JSON.parse(answer);
      const [quote] = data.chart.result[0].indicators.quote;
      quote.close = quote.close.map((close: number) => close / 2);
      response.writeHead(200).end(JSON.stringify(data));
      return true;
    };
    const { market: before } = await served(setup.live);
    await setup.live.run({ only: ['index'] });
    const { market } = await served(setup.live);
    expect(await stateOf(setup, 'index')).toMatchObject({ state: 'fresh' });
    expect(market.index.IWM.days[0]).toBe(before.index.IWM.days[0]);
    expect(market.index.IWM.values[100]).toBeCloseTo(before.index.IWM.values[100]! / 2, 3);
    expect(server.log).toHaveLength(4);
  });

  it('tries the next source of prices when one fails, and says what each said when all do', async () => {
    const setup = liveOn(server);
    setup.settings.priceOrder = ['yahoo', 'tiingo', 'twelve-data'];
    await setup.world.keys.set('tiingo', 'a-secret');
    server.fault = (_, response, __, provider) => {
      if (provider !== 'yahoo') return false;
      response.writeHead(403).end();
      return true;
    };
    await setup.live.run({ only: ['index'] });
    expect(await stateOf(setup, 'index')).toMatchObject({ state: 'fresh' });
    expect((await served(setup.live)).market.index.IWM.provenance.source).toContain('Tiingo');

    setup.settings.priceOrder = ['yahoo', 'twelve-data'];
    setup.time.now += DAY;
    await setup.live.run({ only: ['index'] });
    expect((await stateOf(setup, 'index')).problem).toBe(
      'Yahoo Finance: The source refused the request (403). Twelve Data: no key was given.',
    );
  });

  it('keeps keys out of addresses that are kept, and out of everything that is told', async () => {
    const setup = liveOn(server);
    const key = 'very-secret-key-42';
    await setup.world.keys.set('fred-api', key);
    await setup.world.keys.set('alpha-vantage', key);
    setup.settings.priceOrder = ['alpha-vantage'];
    await setup.live.run({ only: ['fred-daily', 'index'] });
    server.fault = (_, response) => {
      response
        .writeHead(200)
        .end(`{"Information":"Your key ${key} is over its rate limit","error_message":"api_key ${key}"}`);
      return true;
    };
    setup.time.now += DAY;
    await setup.live.run({ only: ['fred-daily', 'index'] });
    const database = await openDB(setup.name);
    const kept = JSON.stringify([
      await database.getAll('sources'),
      await setup.live.status(),
      setup.seen.errors,
    ]);
    database.close();
    expect(kept).toContain('FRED does not know this key.');
    expect(kept).not.toContain(key);
  });

  it('takes a few bytes more for each history and day', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['closes'] });
    const { bytes } = await setup.live.status();
    // A day adds a byte or two for each history.
    server.answers.day = TODAY + 1;
    setup.time.now += DAY;
    await setup.live.run({ only: ['closes'] });
    const grown = (await setup.live.status()).bytes - bytes;
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(20_000);
  }, 60_000);
});
