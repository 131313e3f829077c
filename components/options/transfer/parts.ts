import * as v from 'valibot';
import { KEYED } from '../../../lib/cache/keys';
import { t } from '../../../lib/i18n';
import { anyVersion } from '../../../lib/kept/form';
import { send } from '../../../lib/messaging';
import { LIVE_FORM, type LiveSettings } from '../../../lib/settings/live';
import { SETTINGS_FORM } from '../../../lib/settings/migrations';
import type { Settings } from '../../../lib/settings/schema';
import { grow, type TransferPart, transferPart } from '../../../lib/settings/transfer';
import { WATCHLIST_FORM } from '../../../lib/watchlist/migrations';
import type { Watchlist } from '../../../lib/watchlist/schema';
import { readLive } from '../data/live-state';

const options = transferPart<Settings>({
  key: 'options',
  title: t('options.transfer.options'),
  schema: anyVersion(SETTINGS_FORM),
  read: async () => (await send('settings-get', {})).settings,
  write: async ({ version: _, ...patch }) => (await send('settings-set', { patch })).error,
  // The lists of the user's own grow; weights and AI names are choices, which stay.
  merge: (kept, file) => ({
    ...kept,
    sites: grow(kept.sites, file.sites),
    corrections: grow(kept.corrections, file.corrections),
  }),
  groups: [
    [['on'], t('options.sites.everywhere')],
    [['sites', 'added'], t('options.sites.own')],
    [['sites', 'off'], t('options.transfer.sitesOff')],
    [['badges'], t('options.badges.title')],
    [['palette'], t('options.badges.palette')],
    [['theme'], t('options.badges.theme')],
    [['thesis', 'thesisShare'], t('options.thesis.share')],
    [['thesis', 'signalWeights'], t('options.transfer.signalWeights')],
    [['thesis', 'factorWeights'], t('options.transfer.factorWeights')],
    [['thesis', 'thresholds'], t('options.thresholds.title')],
    [['thesis', 'consensus'], t('options.consensus.title')],
    [['thesis', 'aiNames'], t('options.aiNames.title')],
    [['thesis', 'smallCapUsd'], t('options.bounds.title')],
    [['toolbar'], t('alerts.toolbar.title')],
    [['alerts'], t('alerts.kinds')],
    [['corrections'], t('options.corrections.title')],
  ],
});

const live = transferPart<LiveSettings>({
  key: 'live',
  title: t('options.live.title'),
  schema: anyVersion(LIVE_FORM),
  read: async () => (await send('live-get', {})).settings,
  async write({ version: _, ...patch }) {
    const { error } = await send('live-set', { patch });
    await readLive();
    return error;
  },
  merge: (kept) => kept,
  groups: [
    [['on'], t('options.transfer.liveOn')],
    [['feedUrl'], t('options.feed.label')],
    [['bases'], t('options.addresses.title')],
    [['priceOrder'], t('options.prices.order')],
  ],
});

const watchlist = transferPart<Watchlist>({
  key: 'watchlist',
  title: t('watchlist.title'),
  schema: anyVersion(WATCHLIST_FORM),
  read: async () => (await send('watchlist-get', {})).watchlist,
  write: async (wanted) => (await send('watchlist-set', { watchlist: wanted })).error,
  // A stock that is watched keeps its own note and levels.
  merge: (kept, file) => ({
    ...kept,
    entries: [
      ...kept.entries,
      ...file.entries.filter(({ ticker }) => !kept.entries.some((entry) => entry.ticker === ticker)),
    ],
  }),
});

/** Only in a file for which the user asked for them. */
export const KEYS = 'keys';

const keys = transferPart<Partial<Record<(typeof KEYED)[number], string>>>({
  key: KEYS,
  title: t('options.device.keys'),
  schema: v.record(v.picklist(KEYED), v.pipe(v.string(), v.trim(), v.maxLength(200))),
  read: async () => (await send('live-keys', {})).keys,
  async write(wanted) {
    for (const name of KEYED) await send('live-key', { name, key: wanted[name] ?? '' });
    await readLive();
    return undefined;
  },
  merge: (kept, file) => ({ ...file, ...kept }),
});

/** Everything that a file of options can hold; a further part is one more line. */
export const PARTS: readonly TransferPart[] = [options, watchlist, live, keys];
