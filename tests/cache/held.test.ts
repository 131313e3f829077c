import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHeld } from '../../lib/cache/held';
import { openDataset, type ReadFile } from '../../lib/market/dataset';
import { MANIFEST_FILE, type Manifest, manifestOf } from '../../lib/market/manifest';
import type { ProviderServer } from '../../scripts/lib/provider-server';
import { readShipped } from '../background/market';
import { liveOn, startProviders } from './world';

/** The data of a later version of the extension: the same files, with one part called newer. */
function updated(part: string, asOf: string): ReadFile {
  return async (file) => {
    const bytes = await readShipped(file);
    if (file !== MANIFEST_FILE) return bytes;
    const { parts } = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    for (const one of parts) if (one.name === part) one.sources[0]!.asOf = asOf;
    return new TextEncoder().encode(JSON.stringify(await manifestOf(parts)));
  };
}

describe('after an update of the extension', () => {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await startProviders();
  });
  afterAll(() => server.close());

  const newestOf = async (read: ReadFile, name: string) =>
    (await openDataset(read)).parts
      .find((part) => part.name === name)!
      .sources.map(({ asOf }) => asOf)
      .sort()
      .at(-1);

  it('each part is the newer one, that of the extension or the one that was fetched', async () => {
    const { live, world } = liveOn(server);
    await live.run({ only: ['index', 'fred-daily'] });
    const opened = await openHeld(world.store, updated('macro', '2027-05-01'));
    expect(opened).toMatchObject({ live: true, whole: false });
    expect(await newestOf(opened.read, 'prices')).toBe('2026-11-23');
    expect(await newestOf(opened.read, 'macro')).toBe('2027-05-01');
    const dataset = await openDataset(opened.read);
    await Promise.all([dataset.market(), dataset.universe(), dataset.company('EPAC')]);
  });

  it('the next refresh keeps it whole again', async () => {
    const setup = liveOn(server);
    await setup.live.run({ only: ['index'] });
    setup.world.readShipped = updated('macro', '2026-11-20');
    const again = setup.again();
    expect((await again.opened()).whole).toBe(false);
    await again.run({ only: ['fred-weekly'] });
    expect(await again.opened()).toMatchObject({ live: true, whole: true });
    expect(await newestOf((await again.opened()).read, 'prices')).toBe('2026-11-23');
  });
});
