import { formatDay } from '../../market/day';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { ramp } from '../ramp';
import { dayInWords, plain, signed } from '../words';

/** Percentage points of growth a year: the article's 35 less 14 is a full case, no lead is none. */
const strengthOf = ramp([0, 0], [21, 1]);

export const earningsGrowthGap: Signal = {
  id: 'earnings-growth-gap',
  title: 'Faster earnings growth',
  claim: 'Analysts see Russell 2000 earnings growing 35% a year for two years, against 14% for the S&P 500.',
  read(market) {
    const all = market.figures();
    const consensus = all.find(({ growthPct }) => growthPct);
    const filed = all
      .filter(({ realisedGrowthPct }) => realisedGrowthPct)
      .sort((a, b) => b.realisedGrowthPct!.quarterEnd - a.realisedGrowthPct!.quarterEnd)[0];
    const expected =
      consensus && !isStale(consensus.knownOn, market.day, 'figures') ? consensus.growthPct! : null;
    const realised =
      filed && !isStale(filed.realisedGrowthPct!.quarterEnd, market.day, 'figures')
        ? filed.realisedGrowthPct!
        : null;
    const used = expected ?? realised;
    const measure = {
      smallPct: used?.small ?? null,
      largePct: used?.large ?? null,
      gapPct: used ? used.small - used.large : null,
      basis: expected ? 'consensus' : realised ? 'realised' : null,
      consensusSmallPct: expected?.small ?? null,
      consensusLargePct: expected?.large ?? null,
      consensusDate: expected ? formatDay(consensus!.knownOn) : null,
      realisedSmallPct: realised?.small ?? null,
      realisedLargePct: realised?.large ?? null,
      realisedQuarterEnd: realised ? formatDay(realised.quarterEnd) : null,
    };
    if (!used) {
      const newest = consensus?.knownOn ?? filed?.realisedGrowthPct?.quarterEnd;
      return unknown(
        newest === undefined
          ? 'No growth figures of both indexes are known on this day.'
          : staleWords('growth forecast', newest),
        measure,
      );
    }

    const from = expected ? consensus! : filed!;
    const gap = used.small - used.large;
    const forecast = expected
      ? `Forecasts of ${dayInWords(consensus!.knownOn)} see earnings of the Russell 2000 grow ${plain(expected.small, 0)}% a year and those of the S&P 500 ${plain(expected.large, 0)}%`
      : consensus
        ? `The newest forecast, of ${dayInWords(consensus.knownOn)}, is too old to count`
        : 'No forecast is known';
    const reported = realised
      ? `; reported net income to ${dayInWords(realised.quarterEnd)} grew ${signed(realised.small)}% and ${signed(realised.large)}%`
      : '';
    return {
      measure,
      strength: strengthOf(gap),
      short: `${signed(gap, 0)} pt`,
      explanation: `${forecast}${reported}: ${gap < 0 ? 'small caps lag by' : 'a lead for small caps of'} ${plain(Math.abs(gap), 0)} points.`,
      asOf: expected ? consensus!.knownOn : realised!.quarterEnd,
      ...credit(from.provenance),
    };
  },
};
