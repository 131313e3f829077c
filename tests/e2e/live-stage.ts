import { afterAll, beforeAll } from 'vitest';
import type { SourceId } from '../../lib/cache/state';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';
import type { LiveView } from '../../lib/messages';
import type { LivePatch } from '../../lib/settings/live';
import { ProviderAnswers } from '../../scripts/lib/provider-answers';
import { ProviderServer } from '../../scripts/lib/provider-server';
import { readDataset } from '../../scripts/lib/read-dataset';
import { type Stage, until } from './stage';

/** The day of the providers: their clocks tell it to the extension, whatever this computer's says. */
export const PROVIDERS_DAY = parseDay('2026-11-23');

/** Providers on a loopback port, for the tests of one `describe`. */
export function useProviders(): { readonly server: ProviderServer } {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await ProviderServer.start(await ProviderAnswers.of(await readDataset(), PROVIDERS_DAY));
    server.clock = () => inNewYork(server.answers.day, 18 * 60);
  });
  afterAll(() => server?.close());
  return {
    get server() {
      return server;
    },
  };
}

export const liveOf = (minnow: Stage) => minnow.session.sendToBackground<LiveView>({ type: 'live-get' });

export async function setLive(minnow: Stage, patch: LivePatch): Promise<void> {
  const { error } = await minnow.session.sendToBackground<{ error?: string }>({ type: 'live-set', patch });
  if (error) throw new Error(error);
}

/** Refreshes until nothing is left to do, as often as the clock has to be learned first. */
export async function refreshed(
  minnow: Stage,
  { only, most = 4 }: { only?: SourceId[]; most?: number } = {},
): Promise<LiveView> {
  for (let tries = 1; ; tries++) {
    await minnow.session.sendToBackground({ type: 'live-refresh', only });
    const view = await until(
      async () => {
        const now = await liveOf(minnow);
        return !now.status.running && now;
      },
      'the refresh to end',
      60_000,
    );
    const wanted = view.status.sources.filter(({ id }) => only?.includes(id) ?? true);
    if (tries >= most || wanted.every(({ state }) => state === 'fresh')) return view;
  }
}
