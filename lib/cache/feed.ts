import * as v from 'valibot';
import { t } from '../i18n';
import { formatDay, parseDay } from '../market/day';
import { MANIFEST_FILE, type Part, readManifest, sha256 } from '../market/manifest';
import { lastCloseDay } from '../market/new-york';
import { dataJson, Rejected } from '../providers/checks';
import type { Ask, ProviderInfo } from '../providers/types';
import { unpackDelta } from './delta';
import type { Edition, Files } from './edition';
import { AskFailed, type Reply } from './http';
import type { Merge } from './sources';

/**
 * A data set as static files: `feed.json` names the list of parts and, for lists of the days before, a file with
 * what changed since. Everything else stands under its own checksum, so that it can be cached for ever.
 */
export const FEED: ProviderInfo = { name: 'Feed', page: '', base: '', maxBytes: 200_000 };

/** The one file of a feed that changes in place. */
export const FEED_FILE = 'feed.json';

const sum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const FeedSchema = v.object({
  format: v.literal('minnow-feed'),
  version: v.literal(1),
  /** Checksum of the list of parts. */
  manifest: sum,
  /** By the checksum of an earlier list of parts: the checksum of the file with the changes since. */
  deltas: v.record(sum, sum),
});
export type Feed = v.InferOutput<typeof FeedSchema>;

/** Where a file stands by its checksum. */
export const pathOf = (sha: string) => `files/${sha}`;

/** Longest file that can be right: a whole part, or the changes since another day. */
const LONGEST = 16e6;
/** Days by which a feed may be ahead of the last close. */
const AHEAD = 4;

/** Makes one request of a feed. @throws AskFailed */
export type AskFeed = (ask: Ask, maxBytes: number, validators?: Reply['validators']) => Promise<Reply>;

/**
 * One conditional request; what is new is fetched by checksum, as changes where there are any. Nothing is taken
 * that does not match its checksum.
 * @throws AskFailed, Rejected
 */
export async function fetchFeed(
  url: string,
  ask: AskFeed,
  now: () => number,
  known: Reply['validators'] | undefined,
  keep: (validators: Reply['validators']) => void,
): Promise<Merge | null> {
  const folder = url.replace(/\/?(?:feed\.json)?$/, '');
  const { body, validators } = await ask({ url: `${folder}/${FEED_FILE}` }, FEED.maxBytes, known);
  if (body === null) return null;
  const feed = v.safeParse(FeedSchema, dataJson(new TextDecoder().decode(body)));
  if (!feed.success) throw new Rejected(t('live.feedForm'));
  const get = async (sha: string): Promise<Uint8Array> => {
    const reply = await ask({ url: `${folder}/${pathOf(sha)}` }, LONGEST);
    const bytes = reply.body ?? new Uint8Array();
    if ((await sha256(bytes)) !== sha) throw new Rejected(t('live.checksum'));
    return bytes;
  };
  return async (edition) => {
    const outcome = { newest: await take(edition, feed.output, get, now()) };
    keep(validators);
    return outcome;
  };
}

/** Puts the feed's data set into the place of the one held; answers the day of its closes. */
async function take(
  edition: Edition,
  { manifest, deltas }: Feed,
  get: (sha: string) => Promise<Uint8Array>,
  now: number,
): Promise<number> {
  const held = await sha256(edition.file(MANIFEST_FILE));
  if (held === manifest) return newestOf(edition.dataset.parts);
  const delta = deltas[held];
  const files =
    (delta && (await byDelta(edition, manifest, () => get(delta)))) || (await whole(edition, manifest, get));
  const parts = await readManifest(files.get(MANIFEST_FILE)!);
  const newest = newestOf(parts);
  if (newest > lastCloseDay(now) + AHEAD) {
    throw new Rejected(t('live.feedFuture', { day: formatDay(newest) }));
  }
  if (newest < newestOf(edition.dataset.parts)) {
    throw new Rejected(t('live.feedOlder', { day: formatDay(newest) }));
  }
  edition.adopt(parts, files);
  return newest;
}

function newestOf(parts: Part[]): number {
  const companies = parts.find(({ name }) => name === 'companies');
  if (!companies) throw new Rejected(t('live.feedEmpty'));
  return Math.max(...companies.sources.map(({ asOf }) => parseDay(asOf)));
}

/** What the changes make of the files held; null when they do not lead to the list of parts named. */
async function byDelta(
  edition: Edition,
  manifest: string,
  get: () => Promise<Uint8Array>,
): Promise<Files | null> {
  try {
    const files = unpackDelta(await get(), (file) => edition.file(file));
    if ((await sha256(files.get(MANIFEST_FILE)!)) !== manifest) return null;
    return await checked(edition, files);
  } catch (error) {
    // The whole files are there as well; only a source that wants to be left alone is.
    if (error instanceof AskFailed && error.retryAfterMs !== undefined) throw error;
    return null;
  }
}

async function whole(
  edition: Edition,
  manifest: string,
  get: (sha: string) => Promise<Uint8Array>,
): Promise<Files> {
  const list = await get(manifest);
  const wanted = (await readManifest(list)).flatMap((part) => part.files);
  const files = new Map<string, Uint8Array>([[MANIFEST_FILE, list]]);
  await Promise.all(
    wanted.map(async ({ file, sha256: sha }) => {
      if ((await heldSum(edition, file)) !== sha) files.set(file, await get(sha));
    }),
  );
  return checked(edition, files);
}

/** All files of the list of parts, each against its checksum. @throws Rejected */
async function checked(edition: Edition, changed: Files): Promise<Files> {
  const parts = await readManifest(changed.get(MANIFEST_FILE)!);
  const all = new Map<string, Uint8Array>([[MANIFEST_FILE, changed.get(MANIFEST_FILE)!]]);
  for (const { file, bytes, sha256: sha } of parts.flatMap((part) => part.files)) {
    const body = changed.get(file) ?? edition.file(file);
    if (body.length !== bytes || (await sha256(body)) !== sha) {
      throw new Rejected(t('live.checksum'));
    }
    all.set(file, body);
  }
  return all;
}

async function heldSum(edition: Edition, file: string): Promise<string | undefined> {
  try {
    return await sha256(edition.file(file));
  } catch {
    return undefined;
  }
}
