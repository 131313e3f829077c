import type { LiveBrief } from '../lib/cache/status';

/** Shape of each state beside its words: colour never stands alone. */
export const FRESHNESS: Record<LiveBrief['state'], { shape: string; word: string }> = {
  fresh: { shape: '✓', word: 'fresh' },
  stale: { shape: '◔', word: 'stale' },
  failed: { shape: '!', word: 'failed' },
  offline: { shape: '⊘', word: 'offline' },
  waiting: { shape: '…', word: 'waiting' },
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
