/**
 * Takes one change back: what it altered becomes as before, what was changed elsewhere since stays.
 * @param now what is kept by now
 * @param before what was kept before the change
 * @param after what the change made of it
 */
export function revert<T>(now: T, before: T, after: T): T {
  if (same(before, after)) return now;
  if (isRecord(now) && isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(now), ...Object.keys(before)]);
    const entries = [...keys].flatMap((key): [string, unknown][] => {
      // A key that the change brought goes with it; one that it took comes back.
      const [was, became] = [Object.hasOwn(before, key), Object.hasOwn(after, key)];
      if (!was && became && same(own(now, key), after[key])) return [];
      if (was && !became) return [[key, before[key]]];
      return [[key, revert(own(now, key), own(before, key), own(after, key))]];
    });
    return Object.fromEntries(entries) as T;
  }
  if (Array.isArray(now) && Array.isArray(before) && Array.isArray(after)) {
    if (same(now, after)) return before;
    const added = after.filter((one) => !holds(before, one));
    const removed = before.filter((one) => !holds(after, one) && !holds(now, one));
    return [...now.filter((one) => !holds(added, one)), ...removed] as T;
  }
  return before;
}

type Plain = Record<string, unknown>;

/** Without what every object inherits: a key may be called "toString". */
const own = (record: Plain, key: string) => (Object.hasOwn(record, key) ? record[key] : undefined);

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values of settings, which are JSON, are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, i) => same(one, b[i]));
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
    );
  }
  return a === b;
}

const holds = (all: readonly unknown[], one: unknown) => all.some((other) => same(other, one));
