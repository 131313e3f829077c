import { mean } from 'simple-statistics';
import { formatDay } from '../../market/day';
import type { Signal } from '../evidence';
import {
  datedMacro,
  type MacroMeasure,
  monthOfFigure,
  readMacro,
  threeMonthMeanChange,
  unknownMacro,
  yearOverYear,
} from '../macro';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { changePct } from '../series';
import { dayInWords, listed, monthInWords, plain, sentence, signed } from '../words';

/** Percent from the mean of the year before: calm at or below it; claims a fifth above it come with recessions. */
const claimsStrength = ramp([0, 1], [20, 0]);
/** Thousands of jobs a month: 75 about keeps unemployment level, a loss of as many is a contraction. */
const payrollStrength = ramp([-75, 0], [75, 1]);
/** Percent over a year: 1 is mild growth, standing still is neither, −2 is a contraction. */
const outputStrength = ramp([-2, 0], [0, 0.5], [1, 1]);

const RECENT_WEEKS = 4;
const YEAR_WEEKS = 52;
/** Weeks with a figure among the year's, so that a short file does not pass for a year. */
const MIN_WEEKS = 40;

export const growthFloor: Signal = {
  id: 'growth-floor',
  title: 'Growth holds',
  claim: 'Growth stays mild, so sales and profits outside technology keep growing.',
  ramps: {
    'claims, percent from their mean': claimsStrength,
    'thousand jobs a month': payrollStrength,
    'industrial production, percent on the year': outputStrength,
  },
  tracks: [
    {
      name: 'claims, percent from their mean',
      figures: { claimsAgainstYearPct: 'claims, percent from their mean' },
    },
    { name: 'thousand jobs a month', figures: { payrollChangeThousandsAMonth: 'thousand jobs a month' } },
    {
      name: 'industrial production, percent on the year',
      figures: { industrialProductionYearPct: 'industrial production, percent on the year' },
    },
  ],
  read(market) {
    const claims = readMacro(market, 'ICSA', 'weekly', claimsAgainstYear);
    const jobs = readMacro(market, 'PAYEMS', 'monthly', threeMonthMeanChange);
    const output = readMacro(market, 'INDPRO', 'monthly', yearOverYear);
    const figures = [claims, jobs, output];
    const measure = {
      claimsAgainstYearPct: claims.value,
      claimsWeek: claims.value === null ? null : formatDay(claims.day!),
      payrollChangeThousandsAMonth: jobs.value,
      payrollMonth: monthOfFigure(jobs),
      industrialProductionYearPct: output.value,
      industrialProductionMonth: monthOfFigure(output),
    };
    const { strength } = weightedMean([
      { strength: claims.value === null ? null : claimsStrength(claims.value), weight: 1 },
      { strength: jobs.value === null ? null : payrollStrength(jobs.value), weight: 1 },
      { strength: output.value === null ? null : outputStrength(output.value), weight: 1 },
    ]);
    if (strength === null) return unknownMacro('growth figure', figures, measure);

    const parts: string[] = [];
    if (claims.value !== null) {
      const side = claims.value > 0 ? 'above' : 'below';
      parts.push(
        `first claims for unemployment benefits (four weeks to ${dayInWords(claims.day!)}) are ${plain(Math.abs(claims.value))}% ${side} their mean of the year before`,
      );
    } else if (claims.day !== null) {
      parts.push(
        `first claims are left out, since the newest full year of them ends on ${dayInWords(claims.day)}`,
      );
    }
    if (jobs.value !== null) {
      parts.push(
        `jobs change by ${signed(jobs.value, 0)} thousand a month (three months to ${monthInWords(jobs.day!)})`,
      );
    }
    if (output.value !== null) {
      parts.push(
        `industrial production is ${signed(output.value)}% on the year (${monthInWords(output.day!)})`,
      );
    }
    return {
      measure,
      strength,
      short:
        output.value === null ? `${Math.round(strength * 100)} of 100` : `output ${signed(output.value)}%`,
      explanation: sentence(listed(parts)),
      ...datedMacro(figures),
    };
  },
};

/** Mean claims of the last four weeks against the mean of the 52 weeks before them, percent. */
const claimsAgainstYear: MacroMeasure = ({ days, values }) => {
  const day = days.at(-1)!;
  const recent: number[] = [];
  const before: number[] = [];
  for (let i = days.length - 1; i >= 0; i--) {
    const weeksAgo = Math.round((day - days[i]!) / 7);
    if (weeksAgo >= RECENT_WEEKS + YEAR_WEEKS) break;
    (weeksAgo < RECENT_WEEKS ? recent : before).push(values[i]!);
  }
  if (recent.length < RECENT_WEEKS || before.length < MIN_WEEKS) return undefined;
  return { day, value: changePct(mean(before), mean(recent)) };
};
