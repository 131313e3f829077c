import { mean } from 'simple-statistics';
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
import { listed, monthInWords, pointsApart, sentence, signed } from '../words';

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

export const laborCooling: Signal = {
  id: 'labor-cooling',
  title: 'Cooling job market',
  claim: 'The job market is weakening, which helps bring inflation down.',
  ramps: {
    'unemployment over its low, points': unemploymentStrength,
    'thousand jobs a month': payrollStrength,
  },
  tracks: [
    {
      name: 'unemployment over its low, points',
      figures: { riseOverLowPct: 'unemployment over its low, points' },
    },
    { name: 'thousand jobs a month', figures: { payrollChangeThousandsAMonth: 'thousand jobs a month' } },
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
    if (strength === null) return unknownMacro('job figure', figures, measure);

    const parts: string[] = [];
    if (rise.value !== null) {
      parts.push(
        `unemployment, averaged over three months to ${monthInWords(rise.day!)}, is ${pointsApart(rise.value, 2)} its low of the year before (${meaningOf(rise.value)})`,
      );
    }
    if (jobs.value !== null) {
      parts.push(
        `jobs change by ${signed(jobs.value, 0)} thousand a month over the three months to ${monthInWords(jobs.day!)}`,
      );
    }
    return {
      measure,
      strength,
      short: rise.value === null ? `${signed(jobs.value!, 0)}k jobs` : `${signed(rise.value, 2)} pt`,
      explanation: sentence(listed(parts)),
      ...datedMacro(figures),
    };
  },
};

function meaningOf(risePct: number): string {
  if (risePct >= RECESSION_RISE) return 'a rise that has come with recessions';
  return unemploymentStrength(risePct) >= 0.6
    ? 'cooling without breaking'
    : risePct < 0.2
      ? 'little cooling'
      : 'close to a recession sign';
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
