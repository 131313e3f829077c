import type { PageSource } from '../lib/pages';
import type { Session } from '../lib/session';
import { realPages, watch } from './main-thread';
import type { Row } from './row';
import { withSetups } from './setups';

/** What a tab holds in memory for scripts, the page's and an extension's, once it rests and has been tidied. */
export function memory(): Promise<Row[]> {
  return withSetups(async ({ none, minnow, peer }) => {
    const totals = { none: 0, minnow: 0, peer: 0 };
    for (const source of realPages()) {
      totals.none += await heap(none, source);
      totals.minnow += await heap(minnow, source);
      totals.peer += await heap(peer, source);
    }
    return [
      {
        name: 'memory',
        what: 'script memory of a tab at rest, sum over real pages: with Minnow / without an extension',
        ratio: totals.minnow / totals.none,
      },
      {
        name: 'memory-peer',
        what: 'the same: added by Minnow / added by Autoconsent',
        ratio: (totals.minnow - totals.none) / (totals.peer - totals.none),
      },
    ];
  });
}

/** Bytes. */
async function heap(session: Session, source: PageSource): Promise<number> {
  const tab = await watch(session);
  await tab.go(source);
  await tab.idle();
  await tab.client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tab.client.send('Runtime.getHeapUsage');
  await tab.page.close();
  return usedSize;
}
