import { mean } from 'simple-statistics';
import { t } from '../../i18n';
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
import { dayInWords, monthInWords, plain, plainPct, sentences, signed, signedPct } from '../words';

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

const CLAIMS = t('thesis.growthFloor.claimsRamp');
const JOBS = t('thesis.growthFloor.jobsRamp');
const OUTPUT = t('thesis.growthFloor.outputRamp');

export const growthFloor: Signal = {
  id: 'growth-floor',
  title: t('thesis.growthFloor.title'),
  claim: t('thesis.growthFloor.claim'),
  ramps: {
    [CLAIMS]: claimsStrength,
    [JOBS]: payrollStrength,
    [OUTPUT]: outputStrength,
  },
  tracks: [
    { name: CLAIMS, figures: { claimsAgainstYearPct: CLAIMS } },
    { name: JOBS, figures: { payrollChangeThousandsAMonth: JOBS } },
    { name: OUTPUT, figures: { industrialProductionYearPct: OUTPUT } },
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
    if (strength === null) return unknownMacro('growthFigure', figures, measure);

    return {
      measure,
      strength,
      get short() {
        return output.value === null
          ? t('thesis.growthFloor.of100', { score: plain(strength * 100, 0) })
          : t('thesis.growthFloor.output', { change: signedPct(output.value) });
      },
      get explanation() {
        return sentences(
          claims.value !== null
            ? t(claims.value > 0 ? 'thesis.growthFloor.claimsAbove' : 'thesis.growthFloor.claimsBelow', {
                day: dayInWords(claims.day!),
                distance: plainPct(Math.abs(claims.value)),
              })
            : claims.day !== null && t('thesis.growthFloor.noClaims', { day: dayInWords(claims.day) }),
          jobs.value !== null &&
            t('thesis.jobs', { change: signed(jobs.value, 0), month: monthInWords(jobs.day!) }),
          output.value !== null &&
            t('thesis.growthFloor.production', {
              change: signedPct(output.value),
              month: monthInWords(output.day!),
            }),
        );
      },
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
