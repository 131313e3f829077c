import { formatDay } from '../../market/day';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { changePct, highest, newest } from '../series';
import { dayInWords, plain, signed } from '../words';

/** Percent from the record: at or past it is the breakout, 10% below is a correction. */
const strengthOf = ramp([-10, 0], [0, 1]);

export const breakout: Signal = {
  id: 'breakout',
  title: 'Breakout',
  claim: 'The Russell 2000 fund trades at its record; further gains would be a breakout.',
  ramps: { 'percent from the record': strengthOf },
  tracks: [{ name: 'percent from the record', figures: { distancePct: 'percent from the record' } }],
  read(market) {
    const iwm = market.prices('IWM');
    const now = newest(iwm);
    const record = now && highest(iwm, Number.NEGATIVE_INFINITY, now.day - 1);
    if (!now || !record) return unknown('There are no closes of the Russell 2000 fund before this day.');
    if (isStale(now.day, market.day, 'daily'))
      return unknown(staleWords('close of the Russell 2000 fund', now.day));

    const distancePct = changePct(record.value, now.value);
    const usd = (value: number) => `$${value.toFixed(2)}`;
    const was = `the record close before it, ${usd(record.value)} on ${dayInWords(record.day)}`;
    return {
      measure: {
        close: now.value,
        recordClose: record.value,
        recordDate: formatDay(record.day),
        distancePct,
      },
      strength: strengthOf(distancePct),
      short: `${signed(distancePct)}%`,
      explanation:
        distancePct > 0
          ? `At ${usd(now.value)} the Russell 2000 fund closed past ${was}.`
          : `At ${usd(now.value)} the Russell 2000 fund is ${plain(Math.abs(distancePct))}% below ${was}.`,
      asOf: now.day,
      ...credit(iwm.provenance),
    };
  },
};
