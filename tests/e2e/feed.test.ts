import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThesisView } from '../../lib/messages';
import { buildFeed } from '../../scripts/feed/build-feed';
import { BROWSERS } from '../../scripts/lib/browsers';
import { readFileOf } from '../../scripts/lib/read-dataset';
import { PROVIDERS_DAY, refreshed, setLive, useProviders } from './live-stage';
import { useBrowser } from './stage';

describe.each(BROWSERS)('a feed in %s', (browser) => {
  const minnow = useBrowser(browser);
  const providers = useProviders();
  let folder: string;
  let host: Server;
  let asked: string[] = [];
  const build = async (day: number) => {
    const { server } = providers;
    server.answers.day = day;
    await buildFeed(folder, {
      readShipped: readFileOf(),
      bases: server.bases,
      clock: server.clock,
      perSecond: 1000,
    });
    server.log.length = 0;
    asked = [];
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minnow-feed-'));
    await build(PROVIDERS_DAY);
    host = createServer((request, response) => {
      const path = request.url!.slice(1);
      const file = join(folder, path);
      asked.push(path);
      response.setHeader('Date', new Date(providers.server.clock()).toUTCString());
      if (!existsSync(file)) return void response.writeHead(404).end();
      const etag = `"${statSync(file).mtimeMs}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.writeHead(200, { ETag: etag });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((started) => host.listen(0, '127.0.0.1', started));
  }, 120_000);
  afterAll(() => {
    host?.closeAllConnections();
    host?.close();
    rmSync(folder, { recursive: true });
  });
  const pricesAsOf = async () =>
    (await minnow.session.sendToBackground<ThesisView>({ type: 'thesis' })).data.pricesAsOf;

  test('takes the place of all sources, then costs one request, then brings a day’s changes in two', async () => {
    const { port } = host.address() as AddressInfo;
    await setLive(minnow, { on: true, feedUrl: `http://127.0.0.1:${port}` });
    const { sources } = (await refreshed(minnow)).status;
    expect(sources.map(({ id, state, problem }) => [id, state, problem])).toEqual([
      ['feed', 'fresh', undefined],
    ]);
    expect(await pricesAsOf()).toBe('2026-11-23');
    expect(providers.server.log).toEqual([]);

    asked = [];
    await refreshed(minnow);
    expect(asked).toEqual(['feed.json']);

    await build(PROVIDERS_DAY + 1);
    await refreshed(minnow);
    expect(asked).toEqual(['feed.json', expect.stringMatching(/^files\/[0-9a-f]{64}$/)]);
    expect(await pricesAsOf()).toBe('2026-11-24');
  }, 180_000);
});
