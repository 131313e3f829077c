import type { PageSource } from '../lib/pages';
import type { Session } from '../lib/session';
import { realPages, watch } from './main-thread';
import { median, type Row } from './row';
import { type Setups, withSetups } from './setups';

const REPEATS = 3;

/** What a page costs the main thread from navigation to idle: with Minnow and with a peer, against no extension. */
export function pageCost(): Promise<Row[]> {
  return withSetups(async (setups) => {
    const totals = { none: 0, minnow: 0, peer: 0 };
    const worst = { ratio: 0, name: '' };
    const pages = realPages();
    for (const source of pages) {
      const cost = await costs(setups, source);
      for (const name of NAMES) totals[name] += cost[name];
      const ratio = cost.minnow / cost.none;
      if (ratio > worst.ratio) Object.assign(worst, { ratio, name: source.name });
    }
    const { none, minnow, peer } = totals;
    const over = `main thread from navigation to idle, sum over ${pages.length} pages`;
    return [
      { name: 'page-cost', what: `${over}: with Minnow / without an extension`, ratio: minnow / none },
      {
        name: 'page-cost-peer',
        what: `${over}: with Autoconsent / without an extension`,
        ratio: peer / none,
      },
      { name: 'page-cost-worst', what: `the same on ${worst.name}, where it is most`, ratio: worst.ratio },
    ];
  });
}

const NAMES = ['none', 'minnow', 'peer'] as const;

/** Medians in milliseconds; the three take turns, so that what else the machine does falls on all alike. */
async function costs(setups: Setups, source: PageSource): Promise<Record<(typeof NAMES)[number], number>> {
  const all = { none: [] as number[], minnow: [] as number[], peer: [] as number[] };
  for (let i = 0; i < REPEATS; i++) {
    for (const name of NAMES) all[name].push(await cost(setups[name], source));
  }
  return { none: median(all.none), minnow: median(all.minnow), peer: median(all.peer) };
}

async function cost(session: Session, source: PageSource): Promise<number> {
  const tab = await watch(session);
  const before = await tab.worked();
  await tab.go(source);
  const worked = (await tab.idle()) - before;
  await tab.page.close();
  return worked;
}
