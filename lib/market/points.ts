import type { Day } from './day';
import type { Series } from './types';

/** @throws Error when the days do not ascend. */
export function seriesOf(points: (readonly [Day, number])[], name: string): Series {
  const days = Int32Array.from(points, ([day]) => day);
  const values = Float64Array.from(points, ([, value]) => value);
  days.forEach((day, i) => {
    if (i > 0 && day <= (days[i - 1] ?? 0)) throw new Error(`${name}: the days do not ascend`);
  });
  return { days, values };
}

/** A number, or undefined for a blank or ".". @throws Error for anything else. */
export function numberOf(text: string | undefined, where: string): number | undefined {
  if (text === undefined || text.trim() === '' || text === '.') return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${where}: not a number: ${text}`);
  return value;
}
