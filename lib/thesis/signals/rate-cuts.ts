import { t } from '../../i18n';
import { type Day, parseDay, yearOf } from '../../market/day';
import type { Series } from '../../market/types';
import { credit, type Signal } from '../evidence';
import { isStale } from '../freshness';
import { latest, readMacro, unknownMacro } from '../macro';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { pointAt } from '../series';
import { dayInWords, plain, plainPct, sentences, signed } from '../words';

/** Percentage points against today's target: two cuts of a quarter point expected, none, two raises. */
const outlookStrength = ramp([-0.5, 1], [0.5, 0]);
/** Percentage points over six months: two cuts are the article's autumn, one raise ends the claim. */
const changeStrength = ramp([-0.5, 1], [0, 0.5], [0.25, 0]);

/** Half a year. */
const SIX_MONTHS = 182;
/** The upper bound stands an eighth above the middle of the range, which projections are about. */
const HALF_RANGE = 0.125;

const OUTLOOK = t('thesis.rateCuts.outlookRamp');
const CHANGE = t('thesis.rateCuts.changeRamp');

export const rateCuts: Signal = {
  id: 'rate-cuts',
  title: t('thesis.rateCuts.title'),
  claim: t('thesis.rateCuts.claim'),
  ramps: {
    [OUTLOOK]: outlookStrength,
    [CHANGE]: changeStrength,
  },
  tracks: [
    {
      name: OUTLOOK,
      figures: {
        twoYearMinusTargetPct: t('thesis.rateCuts.twoYearLine'),
        fedMedianMinusTargetPct: t('thesis.rateCuts.medianLine'),
      },
    },
    { name: CHANGE, figures: { targetChange6mPct: CHANGE } },
  ],
  read(market) {
    const target = readMacro(market, 'DFEDTARU', 'daily', latest);
    const history = market.vintages('DFEDTARU')[0];
    const before = history && pointAt(history, market.day - SIX_MONTHS, 7);
    if (target.value === null || target.day === null || !history || !before) {
      return unknownMacro(
        'targetRate',
        [target],
        {
          twoYearMinusTargetPct: null,
          targetUpperPct: null,
          targetChange6mPct: null,
        },
        dayInWords,
      );
    }
    const level = target.value;
    const change = level - before.value;
    const { day: changedOn, step } = lastChange(history);

    const twoYear = readMacro(market, 'DGS2', 'daily', latest);
    const implied = twoYear.value === null ? null : twoYear.value - level;

    const year = yearOf(market.day) + 1;
    const projections = market.vintages('FEDTARMD')[0];
    const row = projections ? projections.days.indexOf(parseDay(`${year}-01-01`)) : -1;
    // A decision taken since the projection has overtaken it.
    const isCurrent =
      row >= 0 &&
      !isStale(projections!.knownOn[row]!, market.day, 'projection') &&
      projections!.knownOn[row]! >= changedOn;
    const projected = isCurrent ? projections!.values[row]! : null;
    const projectedChange = projected === null ? null : projected - (level - HALF_RANGE);

    const { strength } = weightedMean([
      { strength: changeStrength(change), weight: 1 },
      { strength: implied === null ? null : outlookStrength(implied), weight: 1 },
      { strength: projectedChange === null ? null : outlookStrength(projectedChange), weight: 1 },
    ]);
    const isRecent = target.day - changedOn <= SIX_MONTHS;
    return {
      measure: {
        twoYearMinusTargetPct: implied,
        targetUpperPct: level,
        targetChange6mPct: change,
        twoYearPct: twoYear.value,
        fedMedianPct: projected,
        fedMedianMinusTargetPct: projectedChange,
        fedMedianYear: projected === null ? null : year,
      },
      strength,
      get short() {
        const rate = plain(level, 2);
        if (!isRecent) return t('thesis.rateCuts.held', { rate });
        return step > 0 ? t('thesis.rateCuts.raised', { rate }) : t('thesis.rateCuts.cut', { rate });
      },
      get explanation() {
        const said = { rate: plainPct(level, 2), day: dayInWords(changedOn), change: signed(change, 2) };
        return sentences(
          !isRecent
            ? t('thesis.rateCuts.heldAt', said)
            : step > 0
              ? t('thesis.rateCuts.raisedTo', said)
              : t('thesis.rateCuts.cutTo', said),
          implied !== null
            ? yieldInWords(implied)
            : twoYear.day === null
              ? t('thesis.rateCuts.noYield')
              : t('thesis.rateCuts.oldYield', { day: dayInWords(twoYear.day) }),
          projected !== null && t('thesis.rateCuts.median', { year, rate: plainPct(projected) }),
        );
      },
      asOf: target.day,
      ...credit(
        target.provenance,
        ...(implied === null ? [] : [twoYear.provenance]),
        ...(projected === null ? [] : [market.source('FEDTARMD')]),
      ),
    };
  },
};

function yieldInWords(implied: number): string {
  const points = plain(Math.abs(implied), 2);
  if (Number(implied.toFixed(2)) === 0) return t('thesis.rateCuts.yieldLevel');
  return implied > 0
    ? t('thesis.rateCuts.yieldAbove', { points })
    : t('thesis.rateCuts.yieldBelow', { points });
}

/** The newest change: the day it came into force and its size in percentage points. */
function lastChange({ days, values }: Series): { day: Day; step: number } {
  let i = values.length - 1;
  while (i > 0 && values[i - 1] === values[i]) i--;
  return { day: days[i]!, step: i > 0 ? values[i]! - values[i - 1]! : 0 };
}
