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
import { monthInWords, plain, sentence } from '../words';

/** Percent a year: the 2% target is the claim come true, 3% is against it, twice the target refutes it. */
const rateStrength = ramp([2, 1], [3, 0.4], [4, 0]);

/** Twelve months say where inflation is, three months where it heads: a warning when worse, no proof when better. */
const YEAR_WEIGHT = 2;

export const inflationPath: Signal = {
  id: 'inflation-path',
  title: 'Inflation path',
  claim: "Inflation heads down to the Fed's 2% target.",
  ramps: { 'inflation, percent a year': rateStrength },
  tracks: [{ name: 'inflation, percent a year', figures: { corePceYearPct: 'core PCE', cpiYearPct: 'CPI' } }],
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
    if (level.strength === null) return unknownMacro('yearly inflation rate', [coreYear, cpiYear], measure);
    const both = weightedMean([
      { strength: level.strength, weight: YEAR_WEIGHT },
      { strength: heading.strength, weight: 1 },
    ]);
    const strength = Math.min(level.strength, both.strength!);

    const gauge = (name: string, year: typeof coreYear, quarter: typeof coreYear) =>
      [
        ...(year.value === null
          ? []
          : [`${name} rose ${plain(year.value)}% in the year to ${monthInWords(year.day!)}`]),
        ...(quarter.value === null
          ? []
          : [
              `at a yearly rate of ${plain(quarter.value)}% in the three months to ${monthInWords(quarter.day!)}`,
            ]),
      ].join(', and ');
    const parts = [
      gauge('consumer prices', cpiYear, cpiQuarter),
      gauge('core PCE prices', coreYear, coreQuarter),
    ];
    return {
      measure,
      strength,
      short: `${plain((coreYear.value ?? cpiYear.value)!)}%`,
      explanation: sentence(parts.filter(Boolean).join('; ')),
      ...datedMacro(figures),
    };
  },
};
