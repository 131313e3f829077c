import type * as v from 'valibot';
import { t } from '../i18n';
import type { Form } from '../kept/form';
import { WATCHLIST_VERSION, type Watchlist, WatchlistSchema } from './schema';

/** How the watchlist is kept, and stands in a file of options. */
export const WATCHLIST_FORM: Form<Watchlist> = {
  version: WATCHLIST_VERSION,
  steps: {},
  schema: WatchlistSchema,
  words: {
    unknownForm: t('watchlist.unknownForm'),
    noVersion: t('watchlist.unknownForm'),
    newer: (version) => t('watchlist.newer', { version }),
    damaged: (why) => t('watchlist.damaged', { why }),
  },
  complaint: ([issue]) => complaintOf(issue!),
};

/** A complaint in the user's words; the schema has none for what only a damaged file can hold. */
export function complaintOf(issue: v.BaseIssue<unknown>): string {
  return issue.message.startsWith('Invalid') ? t('watchlist.unknownForm') : issue.message;
}
