import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Feed } from '../../lib/cache/feed';
import { MANIFEST_FILE, sha256 } from '../../lib/market/manifest';
import { inNewYork } from '../../lib/market/new-york';
import { buildFeed } from '../../scripts/feed/build-feed';
import type { ProviderServer } from '../../scripts/lib/provider-server';
import { readShipped } from '../background/market';
import { CONNECTION_FAULTS } from './faults';
import { HOUR, liveOn, served, startProviders, TODAY } from './world';

const EVENING = (day: number) => inNewYork(day, 18 * 60);

describe('a feed', () => {
  let providers: ProviderServer;
  let host: Server;
  let folder: string;
  let asked: string[] = [];
  let hostClock: () => number = Date.now;
  let fault:
    | ((path: string, request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean)
    | undefined;
  const url = () => `http://127.0.0.1:${(host.address() as AddressInfo).port}/feed`;
  const feedNow = (): Feed => JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8'));
  const build = (day: number) => {
    providers.answers.day = day;
    providers.clock = () => EVENING(day);
    return buildFeed(folder, {
      readShipped,
      bases: providers.bases,
      clock: () => EVENING(day),
      perSecond: 1000,
    });
  };
  const user = () => {
    const setup = liveOn(providers);
    hostClock = () => setup.time.now;
    setup.settings.feedUrl = url();
    return setup;
  };
  const state = async ({ live }: ReturnType<typeof liveOn>) => (await live.status()).sources[0]!;
  const sum = async ({ live }: ReturnType<typeof liveOn>) =>
    sha256(await (await live.opened()).read(MANIFEST_FILE));

  beforeAll(async () => {
    providers = await startProviders();
    folder = mkdtempSync(join(tmpdir(), 'minnow-feed-'));
    host = createServer((request, response) => {
      const path = request.url!.replace('/feed/', '');
      asked.push(path);
      response.setHeader('Date', new Date(hostClock()).toUTCString());
      const file = join(folder, path);
      const body = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      if (fault?.(path, request, response, body)) return;
      if (!existsSync(file)) return void response.writeHead(404).end();
      const etag = `"${body.length}-${body.subarray(-40).toString('hex')}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.writeHead(200, { ETag: etag }).end(body);
    });
    await new Promise<void>((started) => host.listen(0, '127.0.0.1', started));
    const { sources } = await build(TODAY);
    expect(sources.map(({ state }) => state)).toEqual(sources.map(() => 'fresh'));
  }, 60_000);
  afterAll(async () => {
    await providers.close();
    host.closeAllConnections();
    host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => {
    fault = undefined;
    asked = [];
  });

  it('is the same data set that a user’s own refresh makes', async () => {
    const own = liveOn(providers);
    await own.live.run();
    const fed = user();
    await fed.live.run();
    const parts = async (setup: typeof own) =>
      (await served(setup.live)).dataset.parts.flatMap((part) => part.files.map(({ sha256 }) => sha256));
    expect(await parts(fed)).toEqual(await parts(own));
  }, 60_000);

  it('is packed by gzip and brotli, every file under its own checksum', async () => {
    const { manifest } = feedNow();
    const file = readFileSync(join(folder, 'files', manifest));
    expect(await sha256(file)).toBe(manifest);
    expect(gunzipSync(readFileSync(join(folder, 'files', `${manifest}.gz`)))).toEqual(file);
    expect(brotliDecompressSync(readFileSync(join(folder, 'files', `${manifest}.br`)))).toEqual(file);
  });

  it('costs a user one conditional request on a day without news, and two small ones on a day with', async () => {
    const fed = user();
    await fed.live.run();
    asked = [];
    fed.time.now += 25 * HOUR;
    await fed.live.run();
    expect(asked).toEqual(['feed.json']);

    await build(TODAY + 1);
    fed.time.now += 24 * HOUR;
    asked = [];
    await fed.live.run();
    expect(asked).toEqual(['feed.json', `files/${Object.values(feedNow().deltas)[0]}`]);
    expect(await sum(fed)).toBe(feedNow().manifest);
    expect(await state(fed)).toMatchObject({ state: 'fresh', newest: TODAY + 1 });
  }, 60_000);

  it('takes a new user to the same data set by whole files', async () => {
    const fed = user();
    fed.time.now = EVENING(TODAY + 1);
    await fed.live.run();
    expect(await sum(fed)).toBe(feedNow().manifest);
    expect(asked.length).toBeGreaterThan(60);
  }, 60_000);

  it('is read whole where the changes are damaged', async () => {
    const fed = user();
    const today = readFileSync(join(folder, 'feed.json'), 'utf8');
    const [before] = Object.keys(feedNow().deltas);
    writeFileSync(join(folder, 'feed.json'), JSON.stringify({ ...feedNow(), manifest: before, deltas: {} }));
    await fed.live.run();
    expect(await sum(fed)).toBe(before);
    writeFileSync(join(folder, 'feed.json'), today);
    const delta = `files/${Object.values(feedNow().deltas)[0]}`;
    fault = (path, _request, response, body) => {
      if (path !== delta) return false;
      const bytes = Buffer.from(body);
      bytes[bytes.length >> 1]! ^= 255;
      response.writeHead(200).end(bytes);
      return true;
    };
    fed.time.now = EVENING(TODAY + 1);
    await fed.live.run({ all: true });
    expect(await sum(fed)).toBe(feedNow().manifest);
  }, 60_000);

  const BAD: Record<string, (body: Buffer) => string | Buffer> = {
    'another form': () => '{"format":"minnow-feed","version":2}',
    'a list of parts that is not there': (body) =>
      JSON.stringify({ ...JSON.parse(body.toString()), manifest: 'a'.repeat(64), deltas: {} }),
  };

  it.each([...Object.keys(CONNECTION_FAULTS), ...Object.keys(BAD)])(
    'that answers with %s changes nothing, and heals',
    async (what) => {
      const fed = user();
      fed.time.now = EVENING(TODAY + 1);
      if (what === 'no answer in time') fed.world.timeoutMs = 400;
      const before = await sum(fed);
      fault = (path, request, response, body) => {
        if (path !== 'feed.json') return false;
        if (BAD[what]) response.writeHead(200).end(BAD[what](body));
        else CONNECTION_FAULTS[what]!(request, response, body.toString());
        return true;
      };
      await fed.live.run();
      expect(await sum(fed)).toBe(before);
      const failed = await state(fed);
      expect(failed.state).toBe('failed');
      expect(failed.problem).toMatch(/^[A-Z].*\.$/);
      expect(fed.seen.errors).toEqual([]);
    },
    60_000,
  );

  it.each(['a file with another content', 'a file that is cut short'])(
    'with %s changes nothing',
    async (what) => {
      const fed = user();
      fed.time.now = EVENING(TODAY + 1);
      const before = await sum(fed);
      let files = 0;
      fault = (path, _request, response, body) => {
        // The list of parts is right; the third file after it is not.
        if (!path.startsWith('files/') || ++files !== 4) return false;
        response
          .writeHead(200)
          .end(what.includes('short') ? body.subarray(0, 100) : Buffer.alloc(body.length, 65));
        return true;
      };
      await fed.live.run();
      expect(await sum(fed)).toBe(before);
      expect((await state(fed)).problem).toBe('A file of the feed does not match its checksum.');
      fault = undefined;
      fed.time.now += HOUR;
      await fed.live.run({ all: true });
      expect(await sum(fed)).toBe(feedNow().manifest);
      expect((await state(fed)).state).toBe('fresh');
    },
    60_000,
  );
});
