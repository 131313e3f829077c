import { beforeEach, describe, expect, it } from 'vitest';
import { keyOf, type MarketState, type Watched } from '../../lib/alerts/events';
import { Alerts, type AlertWorld } from '../../lib/background/alerts';
import { Scorer } from '../../lib/background/scorer';
import { openDataset } from '../../lib/market/dataset';
import { formatDay, parseDay } from '../../lib/market/day';
import { DEFAULT_OPTIONS } from '../../lib/thesis';
import { memoryArea } from '../settings/area';
import { readShipped } from './market';

const ON = { signal: true, band: true, record: true, level: true };
const OFF = { signal: false, band: false, record: false, level: false };

let kinds = ON;
let state: MarketState | null;
let shown: string[];
let asked: number;
let watched: Watched[];
let area: ReturnType<typeof memoryArea>;
const alerts = () =>
  new Alerts({
    area,
    kinds: async () => kinds,
    watched: async () => watched,
    async state() {
      asked++;
      return state;
    },
    show: async (events) => {
      shown.push(...events.map(keyOf));
    },
    now: () => 1000,
  } satisfies AlertWorld);

const on = (asOf: number, verdict: 'supports' | 'against'): MarketState => ({
  asOf,
  basis: '',
  signals: { breakout: verdict },
  composite: null,
  iwm: null,
  closes: {},
});

beforeEach(() => {
  kinds = ON;
  shown = [];
  asked = 0;
  watched = [];
  area = memoryArea();
});

describe('alerts in the background', () => {
  it('tell what happened once, also when the browser stopped the script in between', async () => {
    state = on(1, 'supports');
    await alerts().check();
    state = on(2, 'against');
    await alerts().check();
    await alerts().check();
    expect(shown).toEqual(['signal breakout against 2']);
    expect((await alerts().history()).history).toMatchObject([
      { at: 1000, event: { signal: 'breakout', to: 'against' } },
    ]);
  });

  it('tell it once when two checks come at once', async () => {
    const all = alerts();
    state = on(1, 'supports');
    await all.check();
    state = on(2, 'against');
    await Promise.all([all.check(), all.check(), all.check()]);
    expect(shown).toHaveLength(1);
  });

  it('ask nothing of the market while all are off, and begin anew once one is on', async () => {
    state = on(1, 'supports');
    await alerts().check();
    kinds = OFF;
    await alerts().check();
    expect(asked).toBe(1);
    kinds = ON;
    state = on(2, 'against');
    await alerts().check();
    expect(shown).toEqual([]);
  });

  it('say nothing without data, and keep what they knew', async () => {
    state = on(1, 'supports');
    await alerts().check();
    state = null;
    await alerts().check();
    state = on(3, 'against');
    await alerts().check();
    expect(shown).toEqual(['signal breakout against 3']);
  });

  it('clear the history, and still never tell the same again', async () => {
    state = on(1, 'supports');
    await alerts().check();
    state = on(2, 'against');
    await alerts().check();
    await alerts().clear();
    expect((await alerts().history()).history).toEqual([]);
    state = on(2, 'supports');
    await alerts().check();
    state = on(2, 'against');
    await alerts().check();
    expect(shown).toEqual(['signal breakout against 2', 'signal breakout supports 2']);
  });
});

describe('on the data that ship, day by day', () => {
  it('the turns of the year after the article are told, each once', async () => {
    const dataset = await openDataset(readShipped);
    let asOf = parseDay('2025-12-09');
    const scorer = new Scorer(dataset, { today: () => asOf });
    Object.defineProperty(scorer, 'asOf', { get: () => asOf });
    const all = new Alerts({
      area,
      kinds: async () => ON,
      watched: async () => [],
      state: (tickers) => scorer.alertState(tickers, DEFAULT_OPTIONS),
      show: async (events) => {
        shown.push(...events.map(keyOf));
      },
      now: () => asOf,
    });
    for (; asOf <= parseDay('2026-10-05'); asOf += 7) await all.check();
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.some((key) => key.startsWith('record '))).toBe(true);
    const raised = (await all.history()).history.find(
      ({ event }) => event.kind === 'signal' && event.signal === 'rate-cuts' && event.to === 'against',
    )!;
    expect(formatDay(raised.event.day) > '2026-01-01').toBe(true);
    expect((await all.history()).history.some(({ event }) => event.kind === 'band')).toBe(true);
  });
});
