import { beforeAll, describe, expect, it } from 'vitest';
import { openDataset } from '../../lib/market/dataset';
import { formatDay, parseDay } from '../../lib/market/day';
import type { MarketData } from '../../lib/market/types';
import { DEFAULT_OPTIONS, evaluateThesis, measureHistory } from '../../lib/thesis';
import { stretchesOf } from '../../lib/thesis/ramp';
import { verdictOf } from '../../lib/thesis/score';
import { SIGNALS } from '../../lib/thesis/signals';
import { readShipped } from '../background/market';

const AS_OF = parseDay('2026-10-05');
let market: MarketData;
beforeAll(async () => {
  market = await (await openDataset(readShipped)).market();
});

describe.each(SIGNALS.map((signal) => [signal.id, signal] as const))('%s over time', (id, signal) => {
  it('is drawn beside each of its ramps, ends with the reading of the day, and never looks ahead', () => {
    const measures = measureHistory(market, id, AS_OF, DEFAULT_OPTIONS);
    expect(measures.map(({ name }) => name)).toEqual(Object.keys(signal.ramps));
    const today = evaluateThesis(market, AS_OF, DEFAULT_OPTIONS).signals.find((one) => one.id === id)!;
    const then = measureHistory(market, id, AS_OF - 70, DEFAULT_OPTIONS);
    for (const [i, { lines }] of measures.entries()) {
      for (const [j, { points }] of lines.entries()) {
        const figure = Object.keys(signal.tracks[i]!.figures)[j]!;
        const last = points.at(-1);
        if (today.strength !== null && today.measure[figure] !== null) {
          expect(last).toEqual({ day: AS_OF, value: today.measure[figure] });
        } else expect(last?.day).not.toBe(AS_OF);
        const known = then[i]!.lines[j]!.points;
        const shared = new Set(known.map(({ day }) => day));
        expect(points.filter(({ day }) => shared.has(day))).toEqual(
          known.filter(({ day }) => day >= AS_OF - 7 * 261),
        );
      }
    }
  });
});

describe('the stretches of a ramp', () => {
  it.each(
    SIGNALS.flatMap(({ id, ramps }) =>
      Object.entries(ramps).map(([name, ramp]) => [id, name, ramp] as const),
    ),
  )('%s, %s: give the verdict of the ramp itself', (_id, _name, ramp) => {
    const [low, high] = [ramp.corners[0]![0], ramp.corners.at(-1)![0]];
    const step = (high - low) / 97;
    for (let at = low - step; at <= high + step; at += step) {
      const within = (verdict: 'supports' | 'against') =>
        stretchesOf(ramp, verdict).some(
          ({ from, to }) => (from === null || at > from) && (to === null || at < to),
        );
      const verdict = verdictOf(ramp(at));
      // The engine rounds to a tenth of a point, which the ends of a stretch do not.
      if (Math.abs(ramp(at) - 0.6) < 0.001 || Math.abs(ramp(at) - 0.4) < 0.001) continue;
      expect([within('supports'), within('against')], `${formatDay(AS_OF)} ${at}`).toEqual([
        verdict === 'supports',
        verdict === 'against',
      ]);
    }
  });
});
