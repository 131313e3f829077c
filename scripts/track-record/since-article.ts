import { type Day, formatDay, parseDay, yearOf } from '../../lib/market/day';
import type { MarketData } from '../../lib/market/types';
import { changePct, highest, pointAt, positionAt } from '../../lib/thesis/series';
import { SIGNALS } from '../../lib/thesis/signals';
import type { Verdict } from '../../lib/thesis/types';
import { plain } from '../../lib/thesis/words';
import type { Leg, TrackRecord } from '../../lib/track-record/schema';
import { round, scoresAt } from './study';

/** The close that the article stands on. */
const ARTICLE_DAY = parseDay('2025-12-09');

const OUTCOME: Record<Verdict, Leg['outcome']> = {
  supports: 'holds',
  neutral: 'wavers',
  against: 'broke',
  unknown: 'unknown',
};

/** The events that the article's claims name, from the very data of the signals. */
function eventsOf({ index, macro }: MarketData, days: readonly Day[]) {
  const { IWM, SPY } = index;
  const events: { day: Day; words: string }[] = [];
  const [first, last] = [days[0]!, days.at(-1)!];

  const before = highest(IWM, Number.NEGATIVE_INFINITY, first)!;
  const past = days.find((day) => pointAt(IWM, day)!.value > before.value);
  if (past !== undefined) {
    events.push({
      day: past,
      words: `The breakout came: IWM closed at ${pointAt(IWM, past)!.value.toFixed(2)}, past its record of ${before.value.toFixed(2)}.`,
    });
  }
  const top = highest(IWM, first, last)!;
  events.push({ day: top.day, words: `IWM's highest close so far: ${top.value.toFixed(2)}.` });

  const year = yearOf(first);
  const yearEnd = days.findLast((day) => yearOf(day) === year)!;
  const yearBefore = parseDay(`${year - 1}-12-31`);
  const gap =
    changePct(pointAt(IWM, yearBefore)!.value, pointAt(IWM, yearEnd)!.value) -
    changePct(pointAt(SPY, yearBefore)!.value, pointAt(SPY, yearEnd)!.value);
  events.push({
    day: yearEnd,
    words: `${year} ended with IWM ${plain(Math.abs(gap))} points ${gap < 0 ? 'behind SPY: another lost year, as the article expected' : 'ahead of SPY'}.`,
  });

  const target = macro.DFEDTARU?.vintages.at(-1);
  target?.days.forEach((day, i) => {
    const step = i > 0 ? target.values[i]! - target.values[i - 1]! : 0;
    if (day < first || step === 0) return;
    events.push({
      day,
      words: `The Fed ${step < 0 ? 'cut' : 'raised'} the upper bound of its target to ${target.values[i]!.toFixed(2)}%.`,
    });
  });
  return events.sort((a, b) => a.day - b.day).map(({ day, words }) => ({ day: formatDay(day), words }));
}

/** Both funds and every leg of the argument, close by close from the article's day on. */
export function sinceArticle(market: MarketData): TrackRecord['sinceArticle'] {
  const { IWM, SPY } = market.index;
  const days = Array.from(IWM.days.subarray(positionAt(IWM.days, ARTICLE_DAY)));
  const closes = (series: typeof IWM) => days.map((day) => series.values[positionAt(series.days, day)]!);
  const [iwm, spy] = [closes(IWM), closes(SPY)];
  const reports = scoresAt(market, days);
  const last = reports.at(-1)!;
  return {
    from: formatDay(days[0]!),
    to: formatDay(days.at(-1)!),
    small: round(changePct(iwm[0]!, iwm.at(-1)!)),
    large: round(changePct(spy[0]!, spy.at(-1)!)),
    score: { before: reports[0]!.score, now: last.score },
    events: eventsOf(market, days),
    days,
    iwm,
    spy,
    legs: SIGNALS.map(({ id, title, claim }, i) => ({
      id,
      title,
      claim,
      outcome: OUTCOME[last.signals[i]!.verdict],
      turns: reports.flatMap(({ asOf, signals }, at) => {
        const { verdict, short } = signals[i]!;
        return at > 0 && reports[at - 1]!.signals[i]!.verdict === verdict
          ? []
          : [{ day: formatDay(asOf), verdict, short }];
      }),
      now: last.signals[i]!.explanation,
    })),
  };
}
