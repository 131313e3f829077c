import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { packDelta } from '../../lib/cache/delta';
import type { Files } from '../../lib/cache/edition';
import { FEED_FILE, type Feed, pathOf } from '../../lib/cache/feed';
import { MANIFEST_FILE, readManifest, sha256 } from '../../lib/market/manifest';

/** Lists of parts from which changes are offered: a user may skip a week. */
const DAYS = 7;

/** What one day of a feed weighs, packed, bytes. */
export interface FeedSizes {
  /** Everything, for a new user. */
  whole: number;
  /** Changes since the last list of parts; absent on the first day. */
  delta?: number;
  /** `feed.json`. */
  feed: number;
}

/**
 * Writes a data set into a feed's folder: every file under its checksum, as it is and packed by gzip and brotli,
 * then `feed.json` in one step, so that no reader sees half of a day.
 */
export async function publish(folder: string, files: Files): Promise<FeedSizes> {
  mkdirSync(join(folder, 'files'), { recursive: true });
  const manifest = files.get(MANIFEST_FILE)!;
  const sha = await sha256(manifest);
  let whole = put(folder, sha, manifest);
  for (const part of await readManifest(manifest)) {
    for (const { file, sha256: sum } of part.files) whole += put(folder, sum, files.get(file)!);
  }
  const before = existsSync(join(folder, FEED_FILE)) ? feedIn(folder) : undefined;
  const earlier = before
    ? [before.manifest, ...Object.keys(before.deltas)].filter((one) => one !== sha).slice(0, DAYS)
    : [];
  const deltas: Feed['deltas'] = {};
  let delta: number | undefined;
  for (const old of earlier) {
    const packed = packDelta(await filesOf(folder, old), files);
    const sum = await sha256(packed);
    const bytes = put(folder, sum, packed);
    delta ??= bytes;
    deltas[old] = sum;
  }
  const feed: Feed = { format: 'minnow-feed', version: 1, manifest: sha, deltas };
  const text = JSON.stringify(feed);
  const unchanged = before && JSON.stringify(before) === text;
  if (!unchanged) {
    for (const [suffix, body] of packedOf(Buffer.from(text))) replace(join(folder, FEED_FILE + suffix), body);
  }
  await sweep(folder, feed);
  return { whole, feed: gzipSync(text).length, ...(delta !== undefined && { delta }) };
}

/** Writes a file once; answers its size as most browsers get it. */
function put(folder: string, sha: string, body: Uint8Array): number {
  const path = join(folder, pathOf(sha));
  const packed = packedOf(body);
  if (!existsSync(`${path}.br`)) for (const [suffix, bytes] of packed) replace(path + suffix, bytes);
  return packed.find(([suffix]) => suffix === '.br')![1].length;
}

function packedOf(body: Uint8Array): [suffix: string, body: Uint8Array][] {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return [
    ['', body],
    ['.gz', gzipSync(body, { level: 9 })],
    ['.br', brotliCompressSync(body, quality)],
  ];
}

function replace(path: string, body: Uint8Array): void {
  writeFileSync(`${path}.new`, body);
  renameSync(`${path}.new`, path);
}

const feedIn = (folder: string): Feed => JSON.parse(readFileSync(join(folder, FEED_FILE), 'utf8'));

/** A data set of an earlier day, whose files are still there. */
async function filesOf(folder: string, manifest: string): Promise<Files> {
  const read = (sha: string) => new Uint8Array(readFileSync(join(folder, pathOf(sha))));
  const list = read(manifest);
  const files = (await readManifest(list)).flatMap((part) => part.files);
  return new Map([
    [MANIFEST_FILE, list] as const,
    ...files.map(({ file, sha256: sum }) => [file, read(sum)] as const),
  ]);
}

/** Removes what no list of parts on offer names any more. */
async function sweep(folder: string, { manifest, deltas }: Feed): Promise<void> {
  const kept = new Set([manifest, ...Object.entries(deltas).flat()]);
  for (const list of [manifest, ...Object.keys(deltas)]) {
    const bytes = new Uint8Array(readFileSync(join(folder, pathOf(list))));
    for (const part of await readManifest(bytes)) for (const { sha256: sum } of part.files) kept.add(sum);
  }
  for (const name of readdirSync(join(folder, 'files'))) {
    if (!kept.has(name.replace(/\.(?:gz|br|new)$/, ''))) rmSync(join(folder, 'files', name));
  }
}
