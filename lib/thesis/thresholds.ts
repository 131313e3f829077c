import { FACTORS } from './fit';
import type { Ramp } from './ramp';
import { SIGNALS } from './signals';
import type { ThesisOptions } from './types';

/** One ramp of a signal or factor, as the options name and show it. */
export interface Threshold {
  /** Stable name in the settings: the part's id and the ramp's place in it, e.g. "rate-cuts/1". */
  id: string;
  part: string;
  /** What the ramp measures, with the unit. */
  measures: string;
  ramp: Ramp;
}

/** Every ramp once, in the order of signals and factors; one that two factors share stands with the first. */
export const THRESHOLDS: readonly Threshold[] = [...SIGNALS, ...FACTORS]
  .flatMap(({ id, ramps }) =>
    Object.entries(ramps).map(([measures, ramp], i) => ({ id: `${id}/${i}`, part: id, measures, ramp })),
  )
  .filter(({ ramp }, i, all) => all.findIndex((one) => one.ramp === ramp) === i);

/** Whether measures can be the corners of a ramp: one for each, in ascending order. */
export function fitsRamp({ corners }: Ramp, measures: readonly number[]): boolean {
  return (
    measures.length === corners.length &&
    measures.every((one, i) => Number.isFinite(one) && (i === 0 || one > measures[i - 1]!))
  );
}

/** No corner moved. */
const OWN = new Map<Ramp, readonly number[]>();

/** The corners that options move, by ramp; measures that do not fit their ramp are left out. */
export function cornersOf({ thresholds }: Pick<ThesisOptions, 'thresholds'>): Map<Ramp, readonly number[]> {
  if (Object.keys(thresholds).length === 0) return OWN;
  return new Map(
    THRESHOLDS.flatMap(({ id, ramp }) => {
      const measures = Object.hasOwn(thresholds, id) ? thresholds[id] : undefined;
      return measures && fitsRamp(ramp, measures) ? [[ramp, measures] as const] : [];
    }),
  );
}
