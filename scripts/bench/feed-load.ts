import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FEED_FILE, type Feed, pathOf } from '../../lib/cache/feed';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';
import { buildFeed } from '../feed/build-feed';
import { ProviderAnswers } from '../lib/provider-answers';
import { ProviderServer } from '../lib/provider-server';
import { readDataset, readFileOf } from '../lib/read-dataset';
import { say } from '../lib/say';
import type { Row } from './row';

const SECONDS = 5;
const DAY = parseDay('2026-11-23');

/** A feed of two days behind nginx on loopback: requests a second, and what a user costs a day. */
export async function feedLoad(): Promise<Row[]> {
  const missing = ['nginx', 'wrk'].filter((program) => spawnSync(program, ['-v']).error);
  if (missing.length > 0) {
    throw new Error(
      `The load run needs ${missing.join(' and ')}. On Debian or Ubuntu, as root: apt-get install nginx-light wrk`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'minnow-load-'));
  try {
    const sizes = await twoDays(join(folder, 'feed'));
    const nginx = await startNginx(folder);
    try {
      const feedUrl = `${nginx.url}/${FEED_FILE}`;
      const { headers } = await fetch(feedUrl);
      const etag = headers.get('etag')!;
      const { status } = await fetch(feedUrl, { headers: { 'If-None-Match': etag } });
      if (status !== 304) throw new Error(`nginx answered a conditional request with ${status}.`);
      const feed: Feed = JSON.parse(readFileSync(join(folder, 'feed', FEED_FILE), 'utf8'));
      const delta = `${nginx.url}/${pathOf(Object.values(feed.deltas)[0]!)}`;
      const bare = load(`${nginx.url}/bare`);
      const same = load(feedUrl, 'If-None-Match', etag);
      const changes = load(delta, 'Accept-Encoding', 'gzip');
      const perDay = sizes.feed + sizes.delta! + 600;
      say(
        [
          `nginx answers ${same.toFixed(0)} conditional requests and ${changes.toFixed(0)} files of changes a second`,
          `a user costs ${sizes.delta} bytes of changes, ${sizes.feed} of feed.json and about 600 of headers on a day with news, ${perDay} in all; about 300 on a day without; ${sizes.whole} once when new`,
          `a million users: ${((perDay * 1e6) / 1e9).toFixed(0)} GB and 2 million requests a trading day, ${(1e6 / (45 * 60)).toFixed(0)} users a second while they come within 45 minutes`,
        ].join('\n'),
      );
      return [
        {
          name: 'feed-same',
          what: `answers of nginx without any file, per answer to “has the feed changed?” (${same.toFixed(0)} a second)`,
          ratio: bare / same,
        },
        {
          name: 'feed-changes',
          what: `answers of nginx without any file, per file of a day's changes (${changes.toFixed(0)} a second)`,
          ratio: bare / changes,
        },
      ];
    } finally {
      nginx.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function twoDays(folder: string) {
  const server = await ProviderServer.start(await ProviderAnswers.of(await readDataset(), DAY));
  try {
    const build = (day: number) => {
      server.answers.day = day;
      server.clock = () => inNewYork(day, 18 * 60);
      return buildFeed(folder, {
        readShipped: readFileOf(),
        bases: server.bases,
        clock: server.clock,
        perSecond: 1000,
      });
    };
    await build(DAY);
    return (await build(DAY + 1)).sizes;
  } finally {
    await server.close();
  }
}

async function startNginx(folder: string): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const conf = join(folder, 'nginx.conf');
  mkdirSync(join(folder, 'logs'));
  writeFileSync(
    conf,
    `worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log; daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; keepalive_requests 1000000; default_type application/octet-stream;
  open_file_cache max=1000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`).join(' ')}
  server {
    listen 127.0.0.1:${port}; root ${folder}/feed;
    location = /${FEED_FILE} { gzip_static on; add_header Cache-Control "public, no-cache"; }
    location /files/ { gzip_static on; add_header Cache-Control "public, max-age=31536000, immutable"; }
    location = /bare { return 204; }
  }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', conf], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${url}/bare`);
      break;
    } catch {
      if (tries > 50) throw new Error('nginx did not start.');
      await sleep(100);
    }
  }
  return { url, stop: () => void child.kill() };
}

/** Requests a second, by one thread over 32 connections. */
function load(url: string, header?: string, value?: string): number {
  const extra = header ? ['-H', `${header}: ${value}`] : [];
  const out = execFileSync('wrk', ['-t1', '-c32', `-d${SECONDS}s`, ...extra, url], { encoding: 'utf8' });
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)![1]);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
