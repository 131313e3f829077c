import { t } from '../../i18n';
import type { KnownVintage, MarketAsOf } from '../as-of';
import { type Signal, unknown } from '../evidence';
import {
  againstMonthsBefore,
  byMonth,
  datedMacro,
  latest,
  monthOf,
  monthOfFigure,
  readVintages,
  unknownMacro,
} from '../macro';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { monthInWords, plain, plainPct, sentences, signed } from '../words';

/** Points of net percent: expected sales ahead of pay plans is the claim; −35 is the squeeze of autumn 2023. */
const SQUEEZE = -35;
const levelStrength = ramp([SQUEEZE, 0], [0, 1]);
/** Points of net percent over six months: sales that gain ten on pay widen margins. */
const changeStrength = ramp([-10, 0], [10, 1]);

const changeOverSixMonths = againstMonthsBefore(6, (now, before) => now - before);

const LEVEL = t('thesis.marginGap.levelRamp');
const CHANGE = t('thesis.marginGap.changeRamp');

export const marginGap: Signal = {
  id: 'margin-gap',
  title: t('thesis.marginGap.title'),
  claim: t('thesis.marginGap.claim'),
  ramps: {
    [LEVEL]: levelStrength,
    [CHANGE]: changeStrength,
  },
  tracks: [
    { name: LEVEL, figures: { salesMinusPayNetPct: LEVEL } },
    { name: CHANGE, figures: { change6mNetPct: CHANGE } },
  ],
  read(market) {
    const provenance = market.source('NFIB_SALES');
    const read = (measure: typeof latest) =>
      readVintages(gaps(market), provenance, market.day, 'survey', measure);
    const gap = read(latest);
    const change = read(changeOverSixMonths);
    // A change up to an earlier month is not the change up to now.
    const change6m = change.day === gap.day ? change.value : null;
    const sales = valueIn(market, 'NFIB_SALES', gap.value === null ? null : gap.day);
    const pay = valueIn(market, 'NFIB_COMP', gap.value === null ? null : gap.day);
    const measure = {
      salesMinusPayNetPct: gap.value,
      expectedSalesNetPct: sales,
      plannedPayNetPct: pay,
      change6mNetPct: change6m,
      surveyMonth: monthOfFigure(gap),
    };
    if (gap.value === null) {
      const why = unknownMacro('survey', [gap], measure);
      return unknown(() => sentences(why.explanation, t('thesis.marginGap.noStandIn')), measure);
    }

    const { strength } = weightedMean([
      { strength: levelStrength(gap.value), weight: 1 },
      { strength: change6m === null ? null : changeStrength(change6m), weight: 1 },
    ]);
    return {
      measure,
      strength,
      get short() {
        return t('thesis.points', { points: signed(gap.value!, 0) });
      },
      get explanation() {
        return sentences(
          t('thesis.marginGap.survey', {
            month: monthInWords(gap.day!),
            sales: plainPct(sales!, 0),
            pay: plainPct(pay!, 0),
            points: signed(gap.value!, 0),
          }),
          change6m !== null && t('thesis.marginGap.change', { points: signed(change6m, 0) }),
          t('thesis.marginGap.squeeze', { points: plain(SQUEEZE, 0) }),
        );
      },
      ...datedMacro([gap]),
    };
  },
};

/** Expected sales less planned pay, for the months that have both. */
function gaps(market: MarketAsOf): KnownVintage[] {
  const [sales] = market.vintages('NFIB_SALES');
  const [pay] = market.vintages('NFIB_COMP');
  if (!sales || !pay) return [];
  const payIn = byMonth(pay);
  const rows = Array.from(sales.days, (day, i) => ({
    day,
    value: sales.values[i]!,
    pay: payIn.get(monthOf(day)),
  })).filter((row): row is typeof row & { pay: number } => row.pay !== undefined);
  if (rows.length === 0) return [];
  const days = Int32Array.from(rows, ({ day }) => day);
  return [{ days, values: Float64Array.from(rows, ({ value, pay }) => value - pay), knownOn: days }];
}

function valueIn(market: MarketAsOf, id: 'NFIB_SALES' | 'NFIB_COMP', day: number | null): number | null {
  const series = market.vintages(id)[0];
  return series && day !== null ? (byMonth(series).get(monthOf(day)) ?? null) : null;
}
