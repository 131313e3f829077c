import type { Day } from './day';

/** Where a figure comes from and how old it is; shown beside every number. */
export interface Provenance {
  /** Publisher in plain words, e.g. "FRED, Federal Reserve Bank of St. Louis". */
  source: string;
  /** Page where a person can check the figure. */
  url?: string;
  /** Day of the newest observation or of the snapshot. */
  asOf: Day;
}

/** Observations in ascending order of day; a missing value is absent, never zero. */
export interface Series {
  days: Int32Array;
  values: Float64Array;
}

/** Daily closes of an index fund, split-adjusted, dividends not included, US dollars. */
export interface PriceSeries extends Series {
  provenance: Provenance;
}

export type IndexSymbol = 'IWM' | 'SPY';

/** One file of a macro series as it stood on one day. Levels of two vintages must never be mixed. */
export interface Vintage extends Series {
  /** Day on which this file was taken. */
  takenOn: Day;
  /** Day on which each observation became public (release date), same length as `days`. */
  knownOn: Int32Array;
}

export interface MacroSeries {
  id: MacroId;
  title: string;
  /** "percent", "index 2017=100", "thousands", "net percent". */
  unit: string;
  /** False for rates and surveys that are never revised: their vintages have been merged into one. */
  revised: boolean;
  /** Oldest first. */
  vintages: Vintage[];
  provenance: Provenance;
}

export type MacroId =
  | 'DGS2'
  | 'DFEDTARU'
  | 'FEDTARMD'
  | 'CPIAUCSL'
  | 'CPILFESL'
  | 'PCEPILFE'
  | 'UNRATE'
  | 'PAYEMS'
  | 'ICSA'
  | 'INDPRO'
  | 'NFIB_SALES'
  | 'NFIB_COMP';

/** Analysts' and aggregate figures for both indexes as known on one day. */
export interface IndexFigures {
  /** "article" for the article's quoted figures, "companies" for aggregates of company figures. */
  kind: 'article' | 'companies' | 'user';
  knownOn: Day;
  /** Expected earnings growth a year, percent. */
  growthPct?: { small: number; large: number };
  /** Net income of all companies together, latest quarter and the year-ago quarter of the same companies. */
  realisedNetIncome?: { quarterEnd: Day; small: NetIncomeTotal; large: NetIncomeTotal };
  /** Price over the next 12 months' expected earnings, loss-makers included; as far as quoted. */
  forwardMultiple?: { small: number; large?: number; companies?: { small: number; large: number } };
  /** Premium of the small over the large multiple, percent, when quoted rather than derived. */
  premiumPct?: number;
  provenance: Provenance;
}

export interface NetIncomeTotal {
  nowUsd: number;
  yearAgoUsd: number;
  /** Number of companies in both quarters. */
  companies: number;
}

/** Share of each index's market value held by the AI names, percent. */
export interface AiWeights {
  knownOn: Day;
  /** Market value in US dollars, by AI symbol, as weighed in each index. */
  names: { symbol: string; smallPct: number; largePct: number }[];
  provenance: Provenance;
}

/** One US-listed stock. */
export interface Company {
  symbol: string;
  name: string;
  /** Absent for a stock that was listed after the list with exchanges was made. */
  exchange?: 'NASDAQ' | 'NYSE' | 'AMEX';
  /** US dollars; undefined when the provider gave none or zero. */
  marketCapUsd?: number;
  /** Last close in US dollars. */
  last?: number;
  country?: string;
  sector?: string;
  industry?: string;
  /** Weight in the Russell 2000 fund, percent; 0 for a member whose weight is not known. */
  russell2000Pct?: number;
  sp500: boolean;
  sp600: boolean;
  /** False for warrants, units, rights, preferred shares, notes, funds and blank-check companies. */
  common: boolean;
}

/** Filed and estimated figures of one company; anything unknown is absent. */
export interface CompanyFigures {
  symbol: string;
  /** Estimates and ratios. */
  ratios?: {
    asOf: Day;
    trailingPe?: number;
    /** Negative for an expected loss. */
    forwardPe?: number;
    /** Fractions: 0.12 is 12%. */
    revenueGrowth?: number;
    earningsGrowth?: number;
    operatingMargin?: number;
    profitMargin?: number;
  };
  /** Latest quarter against the same quarter a year before; US dollars, EPS in dollars a share. */
  quarter?: {
    end: Day;
    eps?: [now: number, yearAgo: number];
    revenue?: [now: number, yearAgo: number];
    netIncome?: [now: number, yearAgo: number];
    operatingIncome?: [now: number, yearAgo: number];
  };
  /** Last fiscal year, millions of US dollars. */
  year?: { end: Day; revenueMusd?: number; operatingIncomeMusd?: number; interestCoverage?: number };
}

/** What the thesis is evaluated on: the market of the day. */
export interface MarketData {
  index: Record<IndexSymbol, PriceSeries>;
  macro: Partial<Record<MacroId, MacroSeries>>;
  figures: IndexFigures[];
  aiWeights: AiWeights[];
  /** Weekly closes of the editable AI names, for the basket that companies are compared with. */
  aiBasket: Record<string, Series>;
}

/** What the fit of one company is evaluated on, besides the market. */
export interface CompanyData {
  company: Company;
  /** Day of the list of stocks that `company` was taken from. */
  listedOn?: Day;
  /** Weekly from 2021, daily in the last year; split-adjusted closes in US dollars. */
  history?: PriceSeries;
  figures?: CompanyFigures;
}
