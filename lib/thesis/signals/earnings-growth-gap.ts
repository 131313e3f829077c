import { t } from '../../i18n';
import { formatDay } from '../../market/day';
import type { IndexFigures, NetIncomeTotal } from '../../market/types';
import { credit, type Signal, unknown } from '../evidence';
import { isStale, none, stale } from '../freshness';
import { profitTurn, TURN_STRENGTH, TURN_WORDS } from '../profit';
import { ramp } from '../ramp';
import { dayInWords, plain, plainPct, sentences, signed, signedPct } from '../words';

/** Percentage points of growth a year: the article's 35 less 14 is a full case, no lead is none. */
const gapStrength = ramp([0, 0], [21, 1]);

type Consensus = IndexFigures & Required<Pick<IndexFigures, 'growthPct'>>;
type Filed = IndexFigures & Required<Pick<IndexFigures, 'realisedNetIncome'>>;

const RAMP = t('thesis.earningsGrowthGap.ramp');

export const earningsGrowthGap: Signal = {
  id: 'earnings-growth-gap',
  title: t('thesis.earningsGrowthGap.title'),
  claim: t('thesis.earningsGrowthGap.claim'),
  ramps: { [RAMP]: gapStrength },
  tracks: [{ name: RAMP, figures: { gapPct: RAMP } }],
  /** The forecast counts until it is stale or filed quarters that end after it tell how it went. */
  read(market, { consensus: own }) {
    const figures = market.figures(own);
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
        newest === undefined ? none('growthForecast') : stale('growthForecast', newest),
        measure,
      );
    }

    return {
      measure,
      strength,
      get short() {
        return gapPct === null
          ? t(TURN_WORDS[profitTurnOf(filed!.realisedNetIncome.small).turn])
          : t('thesis.points', { points: signed(gapPct, 0) });
      },
      get explanation() {
        return sentences(
          consensus
            ? t('thesis.earningsGrowthGap.forecast', {
                day: dayInWords(consensus.knownOn),
                small: plainPct(consensus.growthPct.small, 0),
                large: plainPct(consensus.growthPct.large, 0),
              })
            : newestConsensus
              ? t('thesis.earningsGrowthGap.oldForecast', { day: dayInWords(newestConsensus.knownOn) })
              : t('thesis.earningsGrowthGap.noForecast'),
          filed &&
            t('thesis.earningsGrowthGap.filed', {
              day: dayInWords(filed.realisedNetIncome.quarterEnd),
              small: inWords(filed.realisedNetIncome.small),
              large: inWords(filed.realisedNetIncome.large),
            }),
        );
      },
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
  const billions = (usd: number) => plain(Math.abs(usd) / 1e9);
  const isProfit = total.nowUsd > 0;
  if (growthPct !== null) return t('thesis.earningsGrowthGap.growth', { change: signedPct(growthPct) });
  const said = { now: billions(total.nowUsd), before: billions(total.yearAgoUsd), turn: t(TURN_WORDS[turn]) };
  return isProfit ? t('thesis.earningsGrowthGap.profits', said) : t('thesis.earningsGrowthGap.losses', said);
}
