import { readFile } from 'node:fs/promises';
import { createHandlers, type Shell } from '../../lib/background/handlers';
import type { KnownScores } from '../../lib/background/known-scores';
import { createMarket } from '../../lib/background/market';
import { ScoreMemory } from '../../lib/background/score-memory';
import type { ReadFile } from '../../lib/market/dataset';
import { parseDay } from '../../lib/market/day';
import type { OnDemand } from '../../lib/messages';
import { createSettingsStore } from '../../lib/settings/store';
import { memoryArea } from '../settings/area';

const FOLDER = new URL('../../public/data/', import.meta.url);

/** A file of the data set that ships. */
export const readShipped: ReadFile = async (file) => new Uint8Array(await readFile(new URL(file, FOLDER)));

/** The background's answers on the data set that ships, or on another; and what it did to the browser. */
export function backgroundOn(
  read: ReadFile = readShipped,
  area = memoryArea(),
  shipped: KnownScores | null = null,
) {
  const store = createSettingsStore(area);
  const seen: { tickers: string[]; first: boolean }[] = [];
  const injected: OnDemand[] = [];
  const shell: Shell = {
    inject: async (part) => void injected.push(part),
    seen: (_tab, _frame, tickers, first) => seen.push({ tickers, first }),
  };
  const market = createMarket(
    { read, today: () => parseDay('2026-11-23') },
    new ScoreMemory(area, async () => shipped),
  );
  return {
    handlers: createHandlers(store, market, shell, {
      history: async () => ({ history: [] }),
      clear: async () => {},
    }),
    store,
    seen,
    injected,
    area,
  };
}
