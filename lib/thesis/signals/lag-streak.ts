import { t } from '../../i18n';
import { type Day, parseDay, yearOf } from '../../market/day';
import type { Series } from '../../market/types';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, stale } from '../freshness';
import { ramp } from '../ramp';
import { changePct, newest, pointAt } from '../series';
import { plain, sentences } from '../words';

/** Years lost in a row, the running one by its elapsed share: the article's five are a full case for a catch-up. */
const strengthOf = ramp([0, 0], [5, 1]);

const lastDayOf = (year: number): Day => parseDay(`${year}-12-31`);

/** Close at a year's end; over the holidays the last one is at most a week old. */
const closeOf = (series: Series, year: number) => pointAt(series, lastDayOf(year), 7)?.value;

const RAMP = t('thesis.lagStreak.ramp');

export const lagStreak: Signal = {
  id: 'lag-streak',
  title: t('thesis.lagStreak.title'),
  claim: t('thesis.lagStreak.claim'),
  ramps: { [RAMP]: strengthOf },
  tracks: [{ name: RAMP, figures: { yearsLost: RAMP } }],
  read(market) {
    const iwm = market.prices('IWM');
    const spy = market.prices('SPY');
    const now = newest(iwm);
    const spyNow = newest(spy);
    if (!now || !spyNow) return unknown(() => t('thesis.lagStreak.noCloses'));
    const asOf = Math.min(now.day, spyNow.day);
    if (isStale(asOf, market.day, 'daily')) return unknown(stale('fundCloses', asOf));

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
    if (!startIwm || !startSpy) return unknown(() => t('thesis.lagStreak.noYear'));
    const ytdGapPct = changePct(startIwm, now.value) - changePct(startSpy, spyNow.value);
    const behind = !isOver && ytdGapPct < 0;
    const elapsed = (market.day - lastDayOf(running - 1)) / (lastDayOf(running) - lastDayOf(running - 1));

    return {
      measure: {
        fullYears,
        yearsLost: fullYears + (behind ? elapsed : 0),
        ytdGapPct,
        firstLostYear: fullYears ? lastFull - fullYears + 1 : null,
        lastFullYear: lastFull,
      },
      strength: strengthOf(fullYears + (behind ? elapsed : 0)),
      get short() {
        const said = { n: plain(fullYears, 0), year: running };
        return behind
          ? t('thesis.lagStreak.shortBehind', fullYears, said)
          : t('thesis.lagStreak.short', fullYears, said);
      },
      get explanation() {
        const gap = plain(Math.abs(ytdGapPct));
        return sentences(
          fullYears === 0
            ? t('thesis.lagStreak.notBehind', { year: lastFull })
            : t('thesis.lagStreak.behind', fullYears, {
                n: plain(fullYears, 0),
                first: lastFull - fullYears + 1,
                last: lastFull,
              }),
          !isOver &&
            (behind
              ? t('thesis.lagStreak.losing', { year: running, points: gap })
              : t('thesis.lagStreak.ahead', { year: running, points: gap })),
        );
      },
      asOf,
      ...credit(iwm.provenance, spy.provenance),
    };
  },
};
