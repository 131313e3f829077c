import * as v from 'valibot';
import { t } from '../i18n';
import { WATCHLIST_VERSION, type Watchlist, WatchlistSchema } from './schema';

/** Turns a watchlist of one version into the next, by the version it starts from. */
const steps: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

/** Brings a kept or imported watchlist of any known version to today's and validates it. */
export function parseWatchlist(kept: unknown): { watchlist: Watchlist } | { problem: string } {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) {
    return { problem: t('watchlist.unknownForm') };
  }
  let raw = kept as Record<string, unknown>;
  const { version } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { problem: t('watchlist.unknownForm') };
  }
  if (version > WATCHLIST_VERSION) return { problem: t('watchlist.newer', { version }) };
  for (let from = version; from < WATCHLIST_VERSION; from += 1) raw = steps[from]!(raw);
  const read = v.safeParse(WatchlistSchema, raw);
  if (read.success) return { watchlist: read.output };
  return { problem: t('watchlist.damaged', { why: complaintOf(read.issues[0]) }) };
}

/** A complaint in the user's words; the schema has none for what only a damaged file can hold. */
export function complaintOf(issue: v.BaseIssue<unknown>): string {
  return issue.message.startsWith('Invalid') ? t('watchlist.unknownForm') : issue.message;
}
