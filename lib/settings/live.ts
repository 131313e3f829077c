import * as v from 'valibot';
import { SOURCE_BASES } from '../cache/bases';
import type { Area } from './store';

/** Where the settings of live data stand in the browser's storage. */
export const LIVE_KEY = 'live';

export const PRICE_SOURCES = ['yahoo', 'tiingo', 'twelve-data', 'alpha-vantage'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

const urlWords =
  'An address begins with https:// (or with http://127.0.0.1 or http://localhost on this machine).';
/** Where data may come from: encrypted, or from this machine. */
const address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000, urlWords),
  v.check((text) => {
    if (text === '') return true;
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username } = new URL(text);
    const local = hostname === '127.0.0.1' || hostname === 'localhost';
    return username === '' && (protocol === 'https:' || (protocol === 'http:' && local));
  }, urlWords),
);

const LiveSchema = v.object({
  version: v.literal(1),
  /** Whether anything is fetched at all. */
  on: v.boolean(),
  /** A feed that takes the place of all providers; empty for none. */
  feedUrl: address,
  /** Other addresses for providers, by name of the provider. */
  bases: v.record(v.picklist(Object.keys(SOURCE_BASES) as (keyof typeof SOURCE_BASES)[]), address),
  /** Where index closes and whole histories come from, in the order in which they are tried. */
  priceOrder: v.pipe(
    v.array(v.picklist(PRICE_SOURCES)),
    v.minLength(1, 'At least one source of prices is needed.'),
  ),
});

export type LiveSettings = v.InferOutput<typeof LiveSchema>;
export type LivePatch = Partial<Omit<LiveSettings, 'version'>>;

/** Off: nothing is fetched until the user wants it. */
export const DEFAULT_LIVE: LiveSettings = {
  version: 1,
  on: false,
  feedUrl: '',
  bases: {},
  priceOrder: ['yahoo'],
};

/** The kept settings of live data; what cannot be used is off, as it is by default. */
export async function readLive(area: Area): Promise<LiveSettings> {
  const kept: Record<string, unknown> = await area.get([LIVE_KEY]).catch(() => ({}));
  const read = v.safeParse(LiveSchema, kept[LIVE_KEY]);
  return read.success ? read.output : DEFAULT_LIVE;
}

/** Keeps a change; on any error what was kept stays. */
export async function changeLive(
  area: Area,
  patch: LivePatch,
): Promise<{ settings: LiveSettings; error?: string }> {
  const settings = await readLive(area);
  const next = v.safeParse(LiveSchema, { ...settings, ...patch, version: 1 });
  if (!next.success) return { settings, error: next.issues[0].message };
  try {
    await area.set({ [LIVE_KEY]: next.output });
  } catch {
    return { settings, error: 'The browser did not let Minnow save this; the settings are as before.' };
  }
  return { settings: next.output };
}

/** Origins that the browser must let Minnow read for these settings, as match patterns. */
export function originsOf({ feedUrl, bases, priceOrder }: LiveSettings): string[] {
  const wanted = feedUrl
    ? [feedUrl]
    : Object.entries(SOURCE_BASES).flatMap(([name, base]) => {
        const isPrice = (PRICE_SOURCES as readonly string[]).includes(name);
        if (isPrice && !priceOrder.includes(name as PriceSource)) return [];
        return [bases[name as keyof typeof SOURCE_BASES] || base];
      });
  return [...new Set(wanted.map((url) => `${new URL(url).protocol}//${new URL(url).hostname}/*`))];
}
