/** Kinds of evidence, strongest first. */
export const EVIDENCE = [
  'page',
  'link',
  'exchange',
  'ric',
  'cashtag',
  'paren',
  'table',
  'name',
  'alias',
  'bare',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A run of visible text that reads as one line or paragraph, with the links inside it. Plain data: it can be sent. */
export interface Block {
  text: string;
  kind: 'prose' | 'heading' | 'cell' | 'item';
  links?: { start: number; end: number; href: string }[];
  /** Column of a table cell, and the table it stands in. */
  table?: { id: number; row: number; column: number };
}

/** A company found in a block. */
export interface Mention {
  /** In the universe's spelling, e.g. "BRK/A". */
  ticker: string;
  block: number;
  start: number;
  end: number;
  surface: string;
  evidence: Evidence;
  /** Why this is that company, in words a reader understands. */
  reason: string;
}

/** What the page says of itself outside its text. */
export interface PageFacts {
  url: string;
  /** Symbols that the page's own markup gives for itself (JSON-LD, meta tags, canonical link). */
  symbols: string[];
  title: string;
}

/**
 * Short pieces of text that may name a company, gathered in the tab: never whole sentences.
 * Everything the background needs to decide, and nothing more.
 */
export interface Candidates {
  page: { host: string; symbols: string[] };
  /** Tickers already found on this page, so that later pieces of it are read in the same light. */
  known: string[];
  items: Candidate[];
}

export interface Candidate {
  block: number;
  start: number;
  end: number;
  text: string;
}

/** "Not this": a ticker that a page, a site or every page does not mean. */
export interface Correction {
  ticker: string;
  /** The words that were matched, lower case; absent when every match of the ticker is meant. */
  surface?: string;
  scope: 'page' | 'site' | 'everywhere';
  /** Page address without query and fragment, or host; absent for everywhere. */
  where?: string;
}
