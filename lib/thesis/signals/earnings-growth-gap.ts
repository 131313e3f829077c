import { formatDay } from '../../market/day';
import type { IndexFigures, NetIncomeTotal } from '../../market/types';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, staleWords } from '../freshness';
import { profitTurn, TURN_STRENGTH } from '../profit';
import { ramp } from '../ramp';
import { dayInWords, plain, signed } from '../words';

/** Percentage points of growth a year: the article's 35 less 14 is a full case, no lead is none. */
const gapStrength = ramp([0, 0], [21, 1]);

type Consensus = IndexFigures & Required<Pick<IndexFigures, 'growthPct'>>;
type Filed = IndexFigures & Required<Pick<IndexFigures, 'realisedNetIncome'>>;

export const earningsGrowthGap: Signal = {
  id: 'earnings-growth-gap',
  title: 'Faster earnings growth',
  claim: 'Analysts see Russell 2000 earnings growing 35% a year for two years, against 14% for the S&P 500.',
  ramps: { 'points of growth a year': gapStrength },
  tracks: [{ name: 'points of growth a year', figures: { gapPct: 'points of growth a year' } }],
  /** The forecast counts until it is stale or filed quarters that end after it tell how it went. */
  read(market) {
    const figures = market.figures();
    const isFresh = (day: number) => !isStale(day, market.day, 'figures');
    const newestConsensus = figures.find((one): one is Consensus => one.growthPct !== undefined);
    const newestFiled = figures
      .filter((one): one is Filed => one.realisedNetIncome !== undefined)
      .sort((a, b) => b.realisedNetIncome.quarterEnd - a.realisedNetIncome.quarterEnd)[0];
    const consensus = newestConsensus && isFresh(newestConsensus.knownOn) ? newestConsensus : undefined;
    const filed = newestFiled && isFresh(newestFiled.realisedNetIncome.quarterEnd) ? newestFiled : undefined;
    const realised = filed && realisedGrowth(filed.realisedNetIncome);
    const useFiled = filed && (!consensus || filed.realisedNetIncome.quarterEnd > consensus.knownOn);
    const used = useFiled ? realised : consensus?.growthPct;
    const gapPct = used && used.small !== null && used.large !== null ? used.small - used.large : null;
    const measure = {
      smallPct: used?.small ?? null,
      largePct: used?.large ?? null,
      gapPct,
      basis: used ? (useFiled ? 'realised' : 'consensus') : null,
      consensusSmallPct: consensus?.growthPct.small ?? null,
      consensusLargePct: consensus?.growthPct.large ?? null,
      consensusDate: consensus ? formatDay(consensus.knownOn) : null,
      realisedSmallPct: realised?.small ?? null,
      realisedLargePct: realised?.large ?? null,
      realisedSmallUsd: filed?.realisedNetIncome.small.nowUsd ?? null,
      realisedSmallYearAgoUsd: filed?.realisedNetIncome.small.yearAgoUsd ?? null,
      realisedQuarterEnd: filed ? formatDay(filed.realisedNetIncome.quarterEnd) : null,
    };
    const strength = gapPct !== null ? gapStrength(gapPct) : useFiled ? realised!.strength : null;
    if (strength === null) {
      const newest = newestConsensus?.knownOn ?? newestFiled?.realisedNetIncome.quarterEnd;
      return unknown(
        newest === undefined
          ? 'No growth figures of both indexes are known on this day.'
          : staleWords('growth forecast', newest),
        measure,
      );
    }

    const forecast = consensus
      ? `Forecasts of ${dayInWords(consensus.knownOn)} see earnings of the Russell 2000 grow ${plain(consensus.growthPct.small, 0)}% a year and those of the S&P 500 ${plain(consensus.growthPct.large, 0)}%`
      : newestConsensus
        ? `The newest forecast, of ${dayInWords(newestConsensus.knownOn)}, is too old to count`
        : 'No forecast is known';
    const reported = filed
      ? `; filed for the quarter to ${dayInWords(filed.realisedNetIncome.quarterEnd)}: ${inWords(filed.realisedNetIncome.small)} for the Russell 2000, ${inWords(filed.realisedNetIncome.large)} for the S&P 500`
      : '';
    return {
      measure,
      strength,
      short: gapPct === null ? profitTurnOf(filed!.realisedNetIncome.small).turn : `${signed(gapPct, 0)} pt`,
      explanation: `${forecast}${reported}.`,
      asOf: useFiled ? filed.realisedNetIncome.quarterEnd : consensus!.knownOn,
      ...credit((useFiled ? filed : consensus!).provenance),
    };
  },
};

const profitTurnOf = ({ nowUsd, yearAgoUsd }: NetIncomeTotal) => profitTurn(nowUsd, yearAgoUsd);

/** Growth of both totals, percent, and a strength for when the small caps' has no rate. */
function realisedGrowth({ small, large }: Filed['realisedNetIncome']) {
  const { turn, growthPct } = profitTurnOf(small);
  return {
    small: growthPct,
    large: profitTurnOf(large).growthPct,
    strength: turn === 'growth' ? null : TURN_STRENGTH[turn],
  };
}

function inWords(total: NetIncomeTotal): string {
  const { turn, growthPct } = profitTurnOf(total);
  const billions = (usd: number) => `$${plain(Math.abs(usd) / 1e9)} billion`;
  const name = total.nowUsd > 0 ? 'profits' : 'losses';
  return growthPct === null
    ? `${name} of ${billions(total.nowUsd)} together, a ${turn} against ${billions(total.yearAgoUsd)} a year before`
    : `${name} ${signed(growthPct)}% on the year`;
}
