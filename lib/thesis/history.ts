import type { Day } from '../market/day';
import type { MarketData } from '../market/types';
import { MarketAsOf } from './as-of';
import { type Stretch, stretchesOf } from './ramp';
import { SIGNALS } from './signals';
import type { SignalId, ThesisOptions } from './types';

/** Five years, by weeks. */
const WEEKS = 261;

/** One measure of a signal over time, beside what it is judged by. */
export interface MeasureHistory {
  /** What is measured, with its unit. */
  name: string;
  lines: { label: string; points: { day: Day; value: number }[] }[];
  supports: Stretch[];
  against: Stretch[];
}

/**
 * What a signal measured on each Friday or so of the last five years, each time with what was known then; a day on
 * which it was unknown has no point. The newest day is the as-of day itself.
 */
export function measureHistory(
  data: MarketData,
  id: SignalId,
  asOf: Day,
  options: ThesisOptions,
): MeasureHistory[] {
  const signal = SIGNALS.find((one) => one.id === id)!;
  const days = Array.from({ length: WEEKS + 1 }, (_, i) => asOf - 7 * (WEEKS - i));
  const readings = days.map((day) => ({ day, reading: signal.read(new MarketAsOf(data, day), options) }));
  return signal.tracks.map(({ name, figures }) => ({
    name,
    lines: Object.entries(figures).map(([figure, label]) => ({
      label,
      points: readings.flatMap(({ day, reading }) => {
        const value = reading.measure[figure];
        return reading.strength !== null && typeof value === 'number' ? [{ day, value }] : [];
      }),
    })),
    supports: stretchesOf(signal.ramps[name]!, 'supports'),
    against: stretchesOf(signal.ramps[name]!, 'against'),
  }));
}
