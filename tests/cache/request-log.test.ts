import { describe, expect, it } from 'vitest';
import { Asker } from '../../lib/cache/asker';
import { type LoggedRequest, RequestLog } from '../../lib/cache/request-log';
import { memoryArea } from '../settings/area';

const one = (at: number): LoggedRequest => ({
  at,
  host: 'a.example',
  bytes: 10,
  took: 5,
  outcome: 'answered',
});

/** An asker whose requests are answered by `fetch`, and what it logs. */
function asker(fetch: () => Promise<Response>) {
  const logged: LoggedRequest[] = [];
  const world = {
    store: { clockOff: async () => 0, commit: async () => {} },
    fetch,
    clock: () => 1000,
    perSecond: 1000,
    log: (request: LoggedRequest) => void logged.push(request),
  };
  return { asker: new Asker(world), logged };
}

const ask = { url: 'https://api.example/prices?apikey=SECRET&symbol=EPAC', headers: { key: 'SECRET' } };

describe('the log of requests', () => {
  it('holds host, time, size and outcome, and nothing of keys or of what was asked', async () => {
    const { asker: it, logged } = asker(async () => new Response('twelve bytes'));
    await it.ask('tiingo', ask, 1000);
    expect(logged).toEqual([{ at: 1000, host: 'api.example', bytes: 12, took: 0, outcome: 'answered' }]);
    expect(JSON.stringify(logged)).not.toMatch(/SECRET|EPAC|prices/);
  });

  it('tells an answer without news, and a failure with its reason', async () => {
    const same = asker(async () => new Response(null, { status: 304 }));
    await same.asker.ask('tiingo', ask, 1000, { etag: 'x' });
    expect(same.logged).toMatchObject([{ outcome: 'unchanged', bytes: 0 }]);

    const wrong = asker(async () => new Response('', { status: 403 }));
    await expect(wrong.asker.ask('tiingo', ask, 1000)).rejects.toThrow('refused');
    expect(wrong.logged).toMatchObject([
      { outcome: 'failed', problem: 'The source refused the request (403).' },
    ]);
  });

  it('keeps the newest first, through a restart, and no more than 200', async () => {
    const area = memoryArea();
    const log = new RequestLog(area);
    await Promise.all(Array.from({ length: 210 }, (_, i) => log.add(one(i))));
    const kept = await new RequestLog(area).read();
    expect(kept).toHaveLength(200);
    expect(kept[0]).toEqual(one(209));
  });

  it('is empty once cleared, and when what is kept cannot be used', async () => {
    const area = memoryArea({ requests: 'nonsense' });
    const log = new RequestLog(area);
    expect(await log.read()).toEqual([]);
    await log.add(one(1));
    await log.clear();
    expect(await log.read()).toEqual([]);
  });

  it('stops nothing when it cannot be written', async () => {
    const log = new RequestLog({ ...memoryArea(), set: () => Promise.reject(new Error('QUOTA')) });
    await log.add(one(1));
    expect(await log.read()).toEqual([]);
  });
});
