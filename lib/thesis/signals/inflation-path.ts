import { t } from '../../i18n';
import type { Signal } from '../evidence';
import {
  datedMacro,
  monthOfFigure,
  readMacro,
  threeMonthAnnualized,
  unknownMacro,
  yearOverYear,
} from '../macro';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { monthInWords, plainPct, sentences } from '../words';

/** Percent a year: the 2% target is the claim come true, 3% is against it, twice the target refutes it. */
const rateStrength = ramp([2, 1], [3, 0.4], [4, 0]);

/** Twelve months say where inflation is, three months where it heads: a warning when worse, no proof when better. */
const YEAR_WEIGHT = 2;

const RAMP = t('thesis.inflationPath.ramp');

export const inflationPath: Signal = {
  id: 'inflation-path',
  title: t('thesis.inflationPath.title'),
  claim: t('thesis.inflationPath.claim'),
  ramps: { [RAMP]: rateStrength },
  tracks: [
    {
      name: RAMP,
      figures: {
        corePceYearPct: t('thesis.inflationPath.corePce'),
        cpiYearPct: t('thesis.inflationPath.cpi'),
      },
    },
  ],
  read(market) {
    const coreYear = readMacro(market, 'PCEPILFE', 'monthly', yearOverYear);
    const coreQuarter = readMacro(market, 'PCEPILFE', 'monthly', threeMonthAnnualized);
    const cpiYear = readMacro(market, 'CPIAUCSL', 'monthly', yearOverYear);
    const cpiQuarter = readMacro(market, 'CPIAUCSL', 'monthly', threeMonthAnnualized);
    const figures = [coreYear, coreQuarter, cpiYear, cpiQuarter];
    const measure = {
      corePceYearPct: coreYear.value,
      corePceYearMonth: monthOfFigure(coreYear),
      corePce3mAnnualizedPct: coreQuarter.value,
      corePce3mMonth: monthOfFigure(coreQuarter),
      cpiYearPct: cpiYear.value,
      cpiYearMonth: monthOfFigure(cpiYear),
      cpi3mAnnualizedPct: cpiQuarter.value,
      cpi3mMonth: monthOfFigure(cpiQuarter),
    };
    const level = weightedMean(
      [coreYear, cpiYear].map(({ value }) => ({
        strength: value === null ? null : rateStrength(value),
        weight: 1,
      })),
    );
    const heading = weightedMean(
      [coreQuarter, cpiQuarter].map(({ value }) => ({
        strength: value === null ? null : rateStrength(value),
        weight: 1,
      })),
    );
    // Three months alone do not say where inflation stands, so the year is needed.
    if (level.strength === null) return unknownMacro('inflationRate', [coreYear, cpiYear], measure);
    const both = weightedMean([
      { strength: level.strength, weight: YEAR_WEIGHT },
      { strength: heading.strength, weight: 1 },
    ]);
    const strength = Math.min(level.strength, both.strength!);

    return {
      measure,
      strength,
      get short() {
        return plainPct((coreYear.value ?? cpiYear.value)!);
      },
      get explanation() {
        return sentences(
          cpiYear.value !== null &&
            t('thesis.inflationPath.cpiYear', {
              rate: plainPct(cpiYear.value),
              month: monthInWords(cpiYear.day!),
            }),
          cpiQuarter.value !== null &&
            t('thesis.inflationPath.cpiQuarter', {
              rate: plainPct(cpiQuarter.value),
              month: monthInWords(cpiQuarter.day!),
            }),
          coreYear.value !== null &&
            t('thesis.inflationPath.coreYear', {
              rate: plainPct(coreYear.value),
              month: monthInWords(coreYear.day!),
            }),
          coreQuarter.value !== null &&
            t('thesis.inflationPath.coreQuarter', {
              rate: plainPct(coreQuarter.value),
              month: monthInWords(coreQuarter.day!),
            }),
        );
      },
      ...datedMacro(figures),
    };
  },
};
