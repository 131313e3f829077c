import { t } from '../i18n';
import type { Day } from '../market/day';
import { dayInWords } from './words';

/**
 * Oldest newest observation, in days before the as-of day, that may still speak for the present. Each
 * is the usual distance between two releases, with room for one that is late; older is unknown.
 */
export const MAX_AGE = {
  /** Daily closes and rates, over long weekends. */
  daily: 10,
  /** Closes of one company: they come with the data set, not every day, and show their own date. */
  companyDaily: 60,
  /** Counted from the Saturday that ends the week. */
  weekly: 45,
  /** Counted from the first of the month that the figure is about: a quarter after that month ended. */
  monthly: 120,
  /** NFIB survey, counted from the first of its month. */
  survey: 100,
  /** The Fed's projections come every quarter. */
  projection: 100,
  /** Consensus, multiples, weights, company ratios, and quarters counted from their end. */
  figures: 200,
  /** A fiscal year, counted from its end: until the next one's report. */
  fiscalYear: 455,
  /** The list of stocks with index membership and market cap; indexes are rebuilt once a year. */
  listing: 400,
} as const;

/** Whether an observation is too old to speak for the as-of day. */
export function isStale(observed: Day, asOf: Day, rhythm: keyof typeof MAX_AGE): boolean {
  return asOf - observed > MAX_AGE[rhythm];
}

/** What there may be none of, or none that is new enough. */
export type What =
  | 'indexWeight'
  | 'iwmClose'
  | 'fundCloses'
  | 'ownClose'
  | 'growthForecast'
  | 'growthFigure'
  | 'jobFigure'
  | 'inflationRate'
  | 'survey'
  | 'targetRate'
  | 'multiples'
  | 'multiple'
  | 'quarterlyReport'
  | 'earningsGrowth'
  | 'profit'
  | 'stockList';

/** Why something that exists is not used. */
export const stale =
  (what: What, observed: Day, inWords = dayInWords) =>
  (): string =>
    t('thesis.stale', { what: t(`thesis.what.${what}`), day: inWords(observed) });

/** That there is none. */
export const none = (what: What) => (): string => t('thesis.none', { what: t(`thesis.what.${what}`) });
