import type { Series } from '../market/types';
import type { Point } from './series';

/** How far below its record an index must close to be in a pullback, as a share of the record. */
const DEPTH = 0.05;

/**
 * The low of the last pullback: the lowest close of the most recent run of closes 5% or more below the
 * record close up to then. Undefined when there never was one.
 */
export function pullbackLow({ days, values }: Series): Point | undefined {
  let record = 0;
  let low: Point | undefined;
  let inPullback = false;
  for (let i = 0; i < days.length; i++) {
    const close = values[i]!;
    if (close > record) record = close;
    const deep = close <= record * (1 - DEPTH);
    if (deep && (!inPullback || close < low!.value)) low = { day: days[i]!, value: close };
    inPullback = deep;
  }
  return low;
}
