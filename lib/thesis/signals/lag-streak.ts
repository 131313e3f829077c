import { type Day, parseDay, yearOf } from '../../market/day';
import type { Series } from '../../market/types';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { changePct, newest, pointAt } from '../series';
import { plain } from '../words';

/** Years lost in a row, the running one by its elapsed share: the article's five are a full case for a catch-up. */
const strengthOf = ramp([0, 0], [5, 1]);

const lastDayOf = (year: number): Day => parseDay(`${year}-12-31`);

/** Close at a year's end; over the holidays the last one is at most a week old. */
const closeOf = (series: Series, year: number) => pointAt(series, lastDayOf(year), 7)?.value;

export const lagStreak: Signal = {
  id: 'lag-streak',
  title: 'Years behind',
  claim: 'The S&P 500 beat the Russell 2000 in each of the past five years, 2025 included.',
  ramps: { 'years lost in a row': strengthOf },
  tracks: [{ name: 'years lost in a row', figures: { yearsLost: 'years lost in a row' } }],
  read(market) {
    const iwm = market.prices('IWM');
    const spy = market.prices('SPY');
    const now = newest(iwm);
    const spyNow = newest(spy);
    if (!now || !spyNow) return unknown('There are no closes of both index funds on or before this day.');
    const asOf = Math.min(now.day, spyNow.day);
    if (isStale(asOf, market.day, 'daily')) return unknown(staleWords('close of both index funds', asOf));

    const gapOf = (year: number): number | undefined => {
      const [a, b, c, d] = [
        closeOf(iwm, year - 1),
        closeOf(iwm, year),
        closeOf(spy, year - 1),
        closeOf(spy, year),
      ];
      return a && b && c && d ? changePct(a, b) - changePct(c, d) : undefined;
    };
    const running = yearOf(market.day);
    const isOver = market.day === lastDayOf(running);
    const lastFull = isOver ? running : running - 1;
    let fullYears = 0;
    while ((gapOf(lastFull - fullYears) ?? 0) < 0) fullYears++;

    const startIwm = closeOf(iwm, running - 1);
    const startSpy = closeOf(spy, running - 1);
    if (!startIwm || !startSpy)
      return unknown('There is no full year of closes of both index funds before this day.');
    const ytdGapPct = changePct(startIwm, now.value) - changePct(startSpy, spyNow.value);
    const behind = !isOver && ytdGapPct < 0;
    const elapsed = (market.day - lastDayOf(running - 1)) / (lastDayOf(running) - lastDayOf(running - 1));

    const years = fullYears === 1 ? '1 year' : `${fullYears} years`;
    const span =
      fullYears > 1
        ? ` (${lastFull - fullYears + 1} to ${lastFull})`
        : fullYears === 1
          ? ` (${lastFull})`
          : '';
    const streak =
      fullYears === 0
        ? `Small caps did not trail in ${lastFull}`
        : `Small caps trailed in ${years} in a row${span}`;
    const gap = plain(Math.abs(ytdGapPct));
    const current = isOver
      ? ''
      : ytdGapPct < 0
        ? `, and ${running} is on course to be lost too, by ${gap} points so far`
        : `; in ${running} they are ahead so far, by ${gap} points`;
    return {
      measure: {
        fullYears,
        yearsLost: fullYears + (behind ? elapsed : 0),
        ytdGapPct,
        firstLostYear: fullYears ? lastFull - fullYears + 1 : null,
        lastFullYear: lastFull,
      },
      strength: strengthOf(fullYears + (behind ? elapsed : 0)),
      short: behind ? `${years} + ${running}` : years,
      explanation: `${streak}${current}.`,
      asOf,
      ...credit(iwm.provenance, spy.provenance),
    };
  },
};
