import type { Day } from '../market/day';
import type { CompanyData, MarketData } from '../market/types';

export type Verdict = 'supports' | 'neutral' | 'against' | 'unknown';

export type SignalId =
  | 'lag-streak'
  | 'relative-strength'
  | 'breakout'
  | 'rate-cuts'
  | 'labor-cooling'
  | 'inflation-path'
  | 'growth-floor'
  | 'margin-gap'
  | 'earnings-growth-gap'
  | 'ai-exposure'
  | 'valuation';

export type FactorId =
  | 'small-cap'
  | 'own-high'
  | 'against-iwm-low'
  | 'against-iwm-6m'
  | 'rate-relief'
  | 'ai-independence'
  | 'earnings-growth'
  | 'margin-trend'
  | 'multiple'
  | 'profitable';

/** Raw figures behind a reading, units in the names (`gapPct`, `close`, `lowDate` as YYYY-MM-DD). */
export type Measure = Record<string, number | string | null>;

/** One signal or factor, evaluated. */
export interface Reading<Id extends string = string> {
  id: Id;
  title: string;
  /** What the article says (signals) or asks (factors). */
  claim: string;
  measure: Measure;
  /** 0 (against) to 1 (supports); null when unknown. */
  strength: number | null;
  verdict: Verdict;
  /** The few characters that tell the reading, e.g. "5 years", "−7.1%", "raised to 4.00". */
  short: string;
  /** A sentence in plain words on today's reading; for an unknown, why. */
  explanation: string;
  /** Day of the newest input used; null when unknown. */
  asOf: Day | null;
  source: string;
  url?: string;
  /** Share of the score, 0..1 of the weights of all signals. */
  weight: number;
}

/** Weighted mean of the readings that are known. */
export interface Score {
  /** 0..100, one decimal at most; null when nothing is known. */
  score: number | null;
  /** Share of the weights that had data, 0..1. */
  coverage: number;
  verdict: Verdict;
}

export interface ThesisReport extends Score {
  asOf: Day;
  signals: Reading<SignalId>[];
}

export interface CompanyReport extends Score {
  symbol: string;
  asOf: Day;
  /** The market's thesis score, 0..100. */
  thesis: number | null;
  /** The company's own fit, 0..100. */
  fit: number | null;
  factors: Reading<FactorId>[];
}

/** The settings that change a score; everything else about the thesis is fixed. */
export interface ThesisOptions {
  signalWeights: Record<SignalId, number>;
  factorWeights: Record<FactorId, number>;
  /** Share of the thesis in a company's score, 0..1; the fit takes the rest. */
  thesisShare: number;
  /** Market cap bounds of a small cap that no small-cap index holds, US dollars. */
  smallCapUsd: { min: number; max: number };
  aiNames: string[];
  /** Measures at the corners of ramps that the user moved, by the ramp's id in `THRESHOLDS`. */
  thresholds: Record<string, number[]>;
  /** The user's own consensus figures; null for those of the article and the data set. */
  consensus: Consensus | null;
}

/** Figures of analysts as the user read them somewhere, on some day; what they did not enter is absent. */
export interface Consensus {
  /** Expected earnings growth a year, percent. */
  growthPct?: { small: number; large: number };
  /** Price over the next twelve months' expected earnings. */
  forwardMultiple?: { small: number; large: number };
  /** Day of the figures. */
  knownOn: Day;
  /** First day that they speak for, when it is another: data that end earlier are judged with them nonetheless. */
  speaksFrom?: Day;
  source: string;
}

export type EvaluateThesis = (data: MarketData, asOf: Day, options: ThesisOptions) => ThesisReport;
export type EvaluateCompany = (
  data: MarketData,
  company: CompanyData,
  asOf: Day,
  options: ThesisOptions,
  thesis: ThesisReport,
) => CompanyReport;
