import * as v from 'valibot';
import { PROVIDERS, type ProviderName } from '../cache/bases';
import { t } from '../i18n';
import type { Form } from '../kept/form';
import { type Area, change, type Place, show } from '../kept/kept';

/** Where the settings of live data stand in the browser's storage. */
export const LIVE_KEY = 'live';

export const PRICE_SOURCES = ['yahoo', 'tiingo', 'twelve-data', 'alpha-vantage'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

const urlWords = t('settings.address');
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

export const LiveSchema = v.object({
  version: v.literal(1),
  /** Whether anything is fetched at all. */
  on: v.boolean(),
  /** A feed that takes the place of all providers; empty for none. */
  feedUrl: address,
  /** Other addresses for providers, by name of the provider. */
  bases: v.record(v.picklist(Object.keys(PROVIDERS) as ProviderName[]), address),
  /** Where index closes and whole histories come from, in the order in which they are tried. */
  priceOrder: v.pipe(v.array(v.picklist(PRICE_SOURCES)), v.minLength(1, t('settings.noPrices'))),
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

/** How the settings of live data are kept, and stand in a file of options. */
export const LIVE_FORM: Form<LiveSettings> = {
  version: 1,
  steps: {},
  schema: LiveSchema,
  words: {
    unknownForm: t('settings.live.unknownForm'),
    noVersion: t('settings.live.unknownForm'),
    newer: (version) => t('settings.live.newer', { version }),
    damaged: (why) => t('settings.live.damaged', { why }),
  },
};

/** What is kept, for the options to show. */
export interface LiveKept {
  settings: LiveSettings;
  /** Why the kept settings could not be used, in the user's words. */
  problem?: string;
  /** Those that could not be used, as text: nothing is lost. */
  setAside?: string;
}

const PLACE: Place<LiveSettings> = {
  key: LIVE_KEY,
  form: LIVE_FORM,
  fallback: DEFAULT_LIVE,
  words: {
    notRead: t('settings.notRead'),
    notReadForChange: t('settings.notReadForChange'),
    notKept: t('settings.notSaved'),
    setAside: (problem) => t('settings.live.setAside', { problem }),
  },
};

/** The kept settings of live data; what cannot be used is off, as it is by default. Never writes, never rejects. */
export async function readLiveKept(area: Area): Promise<LiveKept> {
  const { value, ...told } = await show(area, PLACE);
  return { settings: value, ...told };
}

/** The kept settings of live data alone. */
export const readLive = async (area: Area): Promise<LiveSettings> => (await readLiveKept(area)).settings;

/** Keeps a change; on any error what was kept stays, and what cannot be used is set aside first. */
export async function changeLive(
  area: Area,
  patch: LivePatch,
): Promise<{ settings: LiveSettings; error?: string }> {
  const { value, ...told } = await change(area, PLACE, (kept) => ({ ...kept, ...patch, version: 1 }));
  return { settings: value, ...told };
}

/** Every host that these settings ask, with the providers that stand there; none for a feed of the user's. */
export function hostsOf(settings: LiveSettings): { host: string; names: string[] }[] {
  const hosts = new Map<string, string[]>();
  for (const { url, name } of addressesOf(settings)) {
    const { hostname } = new URL(url);
    hosts.set(hostname, [...(hosts.get(hostname) ?? []), ...(name ? [PROVIDERS[name].name] : [])]);
  }
  return [...hosts].map(([host, names]) => ({ host, names: [...new Set(names)] }));
}

/** Origins that the browser must let Minnow read for these settings, as match patterns. */
export function originsOf(settings: LiveSettings): string[] {
  const origins = addressesOf(settings).map(({ url }) => new URL(url));
  return [...new Set(origins.map(({ protocol, hostname }) => `${protocol}//${hostname}/*`))];
}

function addressesOf({ feedUrl, bases, priceOrder }: LiveSettings): { url: string; name?: ProviderName }[] {
  if (feedUrl) return [{ url: feedUrl }];
  return (Object.keys(PROVIDERS) as ProviderName[]).flatMap((name) => {
    const isPrice = (PRICE_SOURCES as readonly string[]).includes(name);
    if (isPrice && !priceOrder.includes(name as PriceSource)) return [];
    return [{ url: bases[name] || PROVIDERS[name].base, name }];
  });
}
