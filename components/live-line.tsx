import type { LiveBrief } from '../lib/cache/status';
import { t } from '../lib/i18n';

/** Shape of each state beside its words: colour never stands alone. */
export const FRESHNESS: Record<LiveBrief['state'], { shape: string; word: string }> = {
  fresh: { shape: '✓', word: t('live.fresh') },
  stale: { shape: '◔', word: t('live.stale') },
  failed: { shape: '!', word: t('live.failed') },
  offline: { shape: '⊘', word: t('live.offline') },
  waiting: { shape: '…', word: t('live.waiting') },
};

/** How the refreshing of the data stands, in one line. */
export function LiveLine({ live }: { live: LiveBrief }) {
  const { shape } = FRESHNESS[live.state];
  return (
    <p class="live-line" data-live={live.state}>
      <span aria-hidden="true">{shape}</span> {live.words}
    </p>
  );
}
