import { mean } from 'simple-statistics';
import { t } from '../../i18n';
import type { Signal } from '../evidence';
import {
  byMonth,
  datedMacro,
  type MacroMeasure,
  monthOf,
  monthOfFigure,
  readMacro,
  threeMonthMeanChange,
  unknownMacro,
} from '../macro';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { monthInWords, plain, sentences, signed } from '../words';

/**
 * Percentage points of unemployment over its low of the year before: none is no cooling; a little helps
 * inflation down; 0.5 and more is Sahm's sign of a recession, which counts against.
 */
const unemploymentStrength = ramp([0, 0], [0.2, 1], [0.35, 1], [0.5, 0]);
/**
 * Thousands of jobs a month: 200 is no cooling; 75, about what keeps unemployment level, and less is;
 * a loss of 100 is a recession, which counts against.
 */
const payrollStrength = ramp([-100, 0], [25, 1], [75, 1], [200, 0]);

/** Unemployment tells cooling from recession, so it counts double. */
const UNEMPLOYMENT_WEIGHT = 2;
const RECESSION_RISE = 0.5;

/** Averages of three months needed among the twelve before: months without a survey leave gaps. */
const MIN_AVERAGES = 9;

const UNEMPLOYMENT = t('thesis.laborCooling.unemploymentRamp');
const JOBS = t('thesis.laborCooling.jobsRamp');

export const laborCooling: Signal = {
  id: 'labor-cooling',
  title: t('thesis.laborCooling.title'),
  claim: t('thesis.laborCooling.claim'),
  ramps: {
    [UNEMPLOYMENT]: unemploymentStrength,
    [JOBS]: payrollStrength,
  },
  tracks: [
    { name: UNEMPLOYMENT, figures: { riseOverLowPct: UNEMPLOYMENT } },
    { name: JOBS, figures: { payrollChangeThousandsAMonth: JOBS } },
  ],
  read(market) {
    const rise = readMacro(market, 'UNRATE', 'monthly', riseOverLow);
    const jobs = readMacro(market, 'PAYEMS', 'monthly', threeMonthMeanChange);
    const figures = [rise, jobs];
    const measure = {
      riseOverLowPct: rise.value,
      unemploymentMonth: monthOfFigure(rise),
      payrollChangeThousandsAMonth: jobs.value,
      payrollMonth: monthOfFigure(jobs),
    };
    const { strength } = weightedMean([
      {
        strength: rise.value === null ? null : unemploymentStrength(rise.value),
        weight: UNEMPLOYMENT_WEIGHT,
      },
      { strength: jobs.value === null ? null : payrollStrength(jobs.value), weight: 1 },
    ]);
    if (strength === null) return unknownMacro('jobFigure', figures, measure);

    return {
      measure,
      strength,
      get short() {
        return rise.value === null
          ? t('thesis.laborCooling.jobsShort', { change: signed(jobs.value!, 0) })
          : t('thesis.points', { points: signed(rise.value, 2) });
      },
      get explanation() {
        return sentences(
          rise.value !== null && unemploymentInWords(rise.value, monthInWords(rise.day!)),
          jobs.value !== null &&
            t('thesis.jobs', { change: signed(jobs.value, 0), month: monthInWords(jobs.day!) }),
        );
      },
      ...datedMacro(figures),
    };
  },
};

function unemploymentInWords(risePct: number, month: string): string {
  const points = plain(Math.abs(risePct), 2);
  const said = { month, points, meaning: meaningOf(risePct) };
  if (Number(risePct.toFixed(2)) === 0) return t('thesis.laborCooling.level', said);
  return risePct > 0 ? t('thesis.laborCooling.above', said) : t('thesis.laborCooling.below', said);
}

function meaningOf(risePct: number): string {
  if (risePct >= RECESSION_RISE) return t('thesis.laborCooling.recession');
  if (unemploymentStrength(risePct) >= 0.6) return t('thesis.laborCooling.cooling');
  return risePct < 0.2 ? t('thesis.laborCooling.little') : t('thesis.laborCooling.close');
}

/**
 * Sahm's measure: the mean rate of the last three months less the lowest such mean of the twelve months
 * before, percentage points. A mean needs two of its three months.
 */
const riseOverLow: MacroMeasure = (vintage) => {
  const rates = byMonth(vintage);
  const averageTo = (month: number): number | undefined => {
    const three = [month - 2, month - 1, month].flatMap((one) => rates.get(one) ?? []);
    return three.length < 2 ? undefined : mean(three);
  };
  const day = vintage.days.at(-1)!;
  const month = monthOf(day);
  const now = averageTo(month);
  const before = Array.from({ length: 12 }, (_, i) => averageTo(month - 1 - i)).filter(
    (rate) => rate !== undefined,
  );
  return now === undefined || before.length < MIN_AVERAGES
    ? undefined
    : { day, value: now - Math.min(...before) };
};
