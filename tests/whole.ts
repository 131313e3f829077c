/** True under `npm test -- whole`: nothing is left out of what is exhaustive by nature. */
export const WHOLE = process.env.MINNOW_WHOLE === '1';

/** Each `step`th from the one at `from` on: the same ones every time. */
export function each<T>(all: readonly T[], step: number, from = 0): T[] {
  return all.filter((_, i) => i % step === from % step);
}

/** All of them in a whole run, else each `step`th from the one at `from` on. */
export function part<T>(all: readonly T[], step: number, from = 0): T[] {
  return WHOLE ? [...all] : each(all, step, from);
}
