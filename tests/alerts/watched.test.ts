import { describe, expect, it } from 'vitest';
import { readWatched } from '../../lib/alerts/watched';
import { memoryArea } from '../settings/area';

describe('the levels to watch', () => {
  it('are those of the watchlist', async () => {
    const area = memoryArea();
    await area.set({
      watchlist: {
        version: 1,
        entries: [
          { ticker: 'EPAC', note: '', added: '2026-11-20', above: 45 },
          { ticker: 'SHAK', note: 'no level', added: '2026-11-20' },
        ],
      },
    });
    expect(await readWatched(area)).toEqual([{ ticker: 'EPAC', above: 45 }]);
  });

  it('are none without a list, or with one that cannot be read', async () => {
    const area = memoryArea();
    expect(await readWatched(area)).toEqual([]);
    await area.set({ watchlist: 'EPAC above 45' });
    expect(await readWatched(area)).toEqual([]);
  });
});
