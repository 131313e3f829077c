import { formatDay } from '../../../lib/market/day';
import { day, type Points } from '../support';

/** Friday closes from 2024-01-05 on: `start`, then moved by each return. */
export function fridays(start: number, returns: number[]): Points {
  const points: Points = [['2024-01-05', start]];
  returns.forEach((one, i) => {
    points.push([formatDay(day('2024-01-05') + 7 * (i + 1)), points[i]![1] * (1 + one)]);
  });
  return points;
}

/** Sixty-four weeks of two patterns whose correlation is exactly zero, and the last Friday. */
export const UP_DOWN = Array.from({ length: 64 }, (_, i) => (i % 2 === 0 ? 1 : -1));
export const BY_PAIRS = Array.from({ length: 64 }, (_, i) => (i % 4 < 2 ? 1 : -1));
export const LAST = formatDay(day('2024-01-05') + 7 * 64);
