import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEED_FILE, type Feed, pathOf } from '../../lib/cache/feed';
import type { SourceId, SourceState } from '../../lib/cache/state';
import type { Commit, Held, LiveStore } from '../../lib/cache/store';
import { readManifest } from '../../lib/market/manifest';

/** What is remembered between two runs, beside the feed. */
export const STATE_FILE = 'state.json';

interface Kept {
  base: string;
  clockOff: number;
  states: SourceState[];
  ciks: [string, number][];
}

/** The store of a feed's folder: read once, changed in memory; `publish` writes it. */
export interface FolderStore extends LiveStore {
  /** The state to be written beside the feed. */
  state(): string;
}

/** Opens the feed of a folder; an empty folder is an empty store. */
export async function folderStore(folder: string): Promise<FolderStore> {
  let kept: Kept = { base: '', clockOff: 0, states: [], ciks: [] };
  if (existsSync(join(folder, STATE_FILE))) kept = JSON.parse(readFileSync(join(folder, STATE_FILE), 'utf8'));
  let held = await heldIn(folder, kept.base);
  return {
    held: async () => held,
    ciks: async () => new Map(kept.ciks),
    clockOff: async () => kept.clockOff,
    states: async () => new Map<SourceId, SourceState>(kept.states.map((state) => [state.id, state])),
    async commit({ manifest, files, base, states, ciks, clockOff }: Commit) {
      if (manifest) {
        held = {
          manifest,
          files: new Map([...(held?.files ?? []), ...(files ?? [])]),
          base: base ?? held?.base ?? '',
        };
      }
      const others = kept.states.filter(({ id }) => !states.some((state) => state.id === id));
      kept = {
        base: base ?? kept.base,
        clockOff: clockOff ?? kept.clockOff,
        states: [...others, ...states],
        ciks: ciks ? [...ciks] : kept.ciks,
      };
    },
    async clear() {
      held = null;
      kept = { base: '', clockOff: 0, states: [], ciks: [] };
    },
    bytes: async () => [...(held?.files.values() ?? [])].reduce((sum, { length }) => sum + length, 0),
    state: () => JSON.stringify(kept),
  };
}

async function heldIn(folder: string, base: string): Promise<Held | null> {
  if (!existsSync(join(folder, FEED_FILE))) return null;
  const feed: Feed = JSON.parse(readFileSync(join(folder, FEED_FILE), 'utf8'));
  const read = (sha: string) => new Uint8Array(readFileSync(join(folder, pathOf(sha))));
  const manifest = read(feed.manifest);
  const files = (await readManifest(manifest)).flatMap((part) => part.files);
  return { manifest, files: new Map(files.map(({ file, sha256 }) => [file, read(sha256)])), base };
}
