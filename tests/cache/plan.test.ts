import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, afterGood, afterNothingNew, isDue, nextDue, overdueDays } from '../../lib/cache/plan';
import { newState, SOURCE_IDS } from '../../lib/cache/state';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (iso: string) => Date.parse(iso);
const told = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const NOW = at('2026-11-23T23:00:00Z');

describe('the plan', () => {
  it.each([
    ['closes', NOW, undefined, '2026-11-24T21:30', 'after the next close'],
    ['closes', at('2026-11-25T22:00:00Z'), undefined, '2026-11-27T21:30', 'not on Thanksgiving'],
    ['fred-daily', NOW, undefined, '2026-11-24T14:30', 'the next trading morning'],
    ['fred-weekly', NOW, undefined, '2026-11-26T14:30', 'Thursday’s release'],
    ['fred-monthly', NOW, parseDay('2026-10-01'), '2026-11-30T14:30', 'the days around the next release'],
    ['nfib', NOW, parseDay('2026-10-01'), '2026-12-02T14:30', 'the days around the second Tuesday'],
    ['holdings', NOW, undefined, '2026-11-30T14:30', 'once a week'],
    ['filings', NOW, undefined, '2026-12-19T14:30', 'when nearly all have filed'],
    ['feed', NOW, undefined, '2026-11-24T23:30', 'once the feed has been built'],
  ] as const)('asks %s next %#', (id, given, newest, next, _) => {
    expect(told(nextDue(id, given, newest))).toBe(next);
  });

  it('never plans for the past, whatever the source and the time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SOURCE_IDS),
        fc.integer({ min: at('2024-01-01'), max: at('2032-01-01') }),
        (id, given) => {
          const next = nextDue(id, given, Math.floor(given / 86_400_000) - 50);
          expect(next).toBeGreaterThan(given);
          expect(next - given).toBeLessThan(100 * 24 * HOUR);
        },
      ),
    );
  });

  it('spreads users over most of an hour', () => {
    const state = newState('closes', NOW);
    const [first, last] = [0, 1].map((random) => afterGood(state, NOW, undefined, random).nextAt);
    expect(last! - first!).toBe(45 * MINUTE);
  });

  it('waits longer after each failure, within half a day, and not less than it is asked to', () => {
    let state = newState('closes', NOW);
    const pauses: number[] = [];
    for (let i = 0; i < 10; i++) {
      state = afterFailure(state, NOW, { words: 'No.', unreached: false }, 0.5);
      pauses.push((state.nextAt - NOW) / MINUTE);
    }
    expect(pauses.slice(0, 4)).toEqual([10, 20, 40, 80]);
    expect(pauses.at(-1)).toBe(720);
    const asked = afterFailure(
      newState('index', NOW),
      NOW,
      { words: 'No.', unreached: false, retryAfterMs: 5 * HOUR },
      0,
    );
    expect(asked.nextAt - NOW).toBe(5 * HOUR);
  });

  it('keeps what was due due while a source has nothing new', () => {
    const due = { ...newState('closes', NOW - 3 * HOUR), problem: 'No.' };
    const state = afterNothingNew(due, NOW, 0);
    expect(state).toMatchObject({ dueAt: NOW - 3 * HOUR, nextAt: NOW + HOUR });
    expect(state.problem).toBeUndefined();
  });

  it('catches up after any sleep, and after a clock that was set back', () => {
    const state = afterGood(newState('closes', NOW), NOW, undefined, 0);
    expect(isDue(state, NOW + HOUR)).toBe(false);
    expect(isDue(state, NOW + 400 * 24 * HOUR)).toBe(true);
    expect(isDue(state, NOW - 30 * 24 * HOUR)).toBe(true);
  });
});

describe('a source is past due by trading days', () => {
  const dueAt = inNewYork(parseDay('2026-11-24'), 16 * 60 + 30);
  const state = { ...newState('closes', NOW), dueAt };
  it.each([
    ['2026-11-24T23:00:00Z', 0],
    ['2026-11-25T23:00:00Z', 0],
    ['2026-11-27T23:00:00Z', 1],
    ['2026-11-29T23:00:00Z', 1],
    ['2026-12-01T23:00:00Z', 3],
  ])('on %s by %i', (now, days) => {
    expect(overdueDays(state, at(now))).toBe(days);
  });
});
