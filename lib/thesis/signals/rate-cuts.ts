import { type Day, parseDay, yearOf } from '../../market/day';
import type { Series } from '../../market/types';
import { credit, type Signal } from '../evidence';
import { isStale } from '../freshness';
import { latest, readMacro, unknownMacro } from '../macro';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { pointAt } from '../series';
import { dayInWords, listed, pointsApart, signed } from '../words';

/** Percentage points against today's target: two cuts of a quarter point expected, none, two raises. */
const outlookStrength = ramp([-0.5, 1], [0.5, 0]);
/** Percentage points over six months: two cuts are the article's autumn, one raise ends the claim. */
const changeStrength = ramp([-0.5, 1], [0, 0.5], [0.25, 0]);

/** Half a year. */
const SIX_MONTHS = 182;
/** The upper bound stands an eighth above the middle of the range, which projections are about. */
const HALF_RANGE = 0.125;

export const rateCuts: Signal = {
  id: 'rate-cuts',
  title: 'Rate cuts',
  claim: 'The Fed is expected to cut its rate this week, and more cuts next year are likely.',
  ramps: {
    'expected change of the target, points': outlookStrength,
    'change of the target over six months, points': changeStrength,
  },
  tracks: [
    {
      name: 'expected change of the target, points',
      figures: {
        twoYearMinusTargetPct: '2-year yield less target',
        fedMedianMinusTargetPct: "Fed's median less target",
      },
    },
    {
      name: 'change of the target over six months, points',
      figures: { targetChange6mPct: 'change of the target over six months, points' },
    },
  ],
  read(market) {
    const target = readMacro(market, 'DFEDTARU', 'daily', latest);
    const history = market.vintages('DFEDTARU')[0];
    const before = history && pointAt(history, market.day - SIX_MONTHS, 7);
    if (target.value === null || target.day === null || !history || !before) {
      return unknownMacro(
        'target rate of the Fed',
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
    const move = `${isRecent ? (step > 0 ? 'raised to' : 'cut to') : 'held at'} ${level.toFixed(2)}`;
    const when = isRecent ? ` on ${dayInWords(changedOn)}, ${signed(change, 2)} points over six months` : '';
    const outlook = [
      implied !== null
        ? `the 2-year yield is ${pointsApart(implied, 2)} it`
        : twoYear.day === null
          ? 'no 2-year yield is known'
          : `the newest 2-year yield, of ${dayInWords(twoYear.day)}, is too old to count`,
      ...(projected === null
        ? []
        : [`the Fed's own median for the end of ${year} is ${projected.toFixed(1)}%`]),
    ];
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
      short: move,
      explanation: `The upper bound of the Fed's target was ${move}%${when}; ${listed(outlook)}.`,
      asOf: target.day,
      ...credit(
        target.provenance,
        ...(implied === null ? [] : [twoYear.provenance]),
        ...(projected === null ? [] : [market.source('FEDTARMD')]),
      ),
    };
  },
};

/** The newest change: the day it came into force and its size in percentage points. */
function lastChange({ days, values }: Series): { day: Day; step: number } {
  let i = values.length - 1;
  while (i > 0 && values[i - 1] === values[i]) i--;
  return { day: days[i]!, step: i > 0 ? values[i]! - values[i - 1]! : 0 };
}
