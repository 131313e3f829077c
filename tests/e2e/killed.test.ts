import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { CardData, DataPart, ThesisView } from '../../lib/messages';
import { WHOLE } from '../whole';
import { liveOf, refreshed, setLive, useProviders } from './live-stage';
import { useBrowser } from './stage';

const KILLS = WHOLE ? 200 : 24;
/** A refresh from loopback does its fetching and merging in this time, milliseconds. */
const WITHIN = 800;
const SEED = 20_261_123;

/** The same instants on every run. */
function* instants(): Generator<number> {
  for (let state = SEED; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield (state / 2 ** 31) * WITHIN;
  }
}

describe('a background script that is killed during a refresh in chromium', () => {
  const minnow = useBrowser('chromium');
  const providers = useProviders();

  test(`${KILLS} times at any instant, never loses or breaks what it holds, and ends up fresh`, async () => {
    const { session } = minnow;
    await setLive(minnow, { on: true, bases: providers.server.bases });
    await refreshed(minnow);
    const client = await session.hub.createCDPSession();
    await client.send('ServiceWorker.enable');
    const newest = async () => {
      const { parts } = await session.sendToBackground<{ parts: DataPart[] }>({ type: 'data-parts' });
      return parts.map(({ sources }) => Math.max(...sources.map(({ asOf }) => asOf)));
    };
    let held = await newest();
    let interrupted = 0;
    const when = instants();
    for (let kill = 0; kill < KILLS; kill++) {
      // Something newer is there each time, so that there is something to merge.
      if (kill % 4 === 0) providers.server.answers.day += 1;
      await session.sendToBackground({ type: 'live-refresh' });
      await sleep(when.next().value!);
      if ((await liveOf(minnow)).status.running) interrupted++;
      await client.send('ServiceWorker.stopAllWorkers');

      const { data, report } = await session.sendToBackground<ThesisView>({ type: 'thesis' });
      expect(data.state).toBe('ready');
      expect(report!.score).not.toBeNull();
      const card = await session.sendToBackground<CardData>({ type: 'card', ticker: 'EPAC' });
      expect(card.stock!.days.length).toBeGreaterThan(400);
      const { status } = await liveOf(minnow);
      expect(status.problem).toBeUndefined();
      const now = await newest();
      now.forEach((day, i) => {
        expect(day).toBeGreaterThanOrEqual(held[i]!);
      });
      held = now;
    }
    // Most of the kills must have met a refresh on its way, else this proves little.
    expect(interrupted).toBeGreaterThan(KILLS / 2);
    const { status } = await refreshed(minnow);
    expect(status.sources.map(({ state }) => state)).toEqual(status.sources.map(() => 'fresh'));
    await client.detach();
  }, 900_000);
});
