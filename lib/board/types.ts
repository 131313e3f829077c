import type { Day } from '../market/day';
import type { FactorId } from '../thesis/types';

/** A small cap as the list of stocks has it, with the score that is known without computing. */
export interface BoardListing {
  ticker: string;
  name: string;
  sector?: string;
  /** Market value, US dollars. */
  capUsd?: number;
  /** Last close, US dollars. */
  closeUsd?: number;
  russell2000: boolean;
  sp600: boolean;
  /** 0..100; null when nothing is known of it; absent as long as it is not computed. */
  score?: number | null;
}

/** What a company's score is made of. */
export interface BoardReading {
  /** 0..100; null when nothing is known. */
  score: number | null;
  /** The company's own fit, 0..100. */
  fit: number | null;
  /** Strength of each factor, 0..100, in the order of the board's factors; null when unknown. */
  factors: (number | null)[];
}

/** One row of the board. Without `factors` it is not computed yet. */
export type BoardRow = BoardListing & Partial<BoardReading>;

/** A factor as a column. */
export interface BoardFactor {
  id: FactorId;
  title: string;
}

/** Days that the figures of the board are of. */
export interface BoardDays {
  /** Of the scores. */
  scores: Day;
  /** Of market values and last closes. */
  listings: Day;
}
