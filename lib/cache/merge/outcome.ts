import type { Day } from '../../market/day';

/** What came of merging an answer. */
export interface Outcome {
  /** Day of the newest figure. */
  newest: Day;
  /** What is to be said of it, in the user's words. */
  note?: string;
}
