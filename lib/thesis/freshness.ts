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

/** Why something that exists is not used; `what` is singular, without an article. */
export function staleWords(what: string, observed: Day, inWords = dayInWords): string {
  return `Stale: the newest ${what} known on this day is of ${inWords(observed)}, too old to speak for it.`;
}
