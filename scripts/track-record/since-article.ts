import { formatDay, parseDay } from '../../lib/market/day';
import type { MarketData } from '../../lib/market/types';
import { changePct, positionAt } from '../../lib/thesis/series';
import { SIGNALS } from '../../lib/thesis/signals';
import type { Verdict } from '../../lib/thesis/types';
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
