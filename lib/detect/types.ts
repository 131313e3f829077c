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
  /** Symbols that the page's own attributes give for parts of the text, e.g. `data-symbol`. */
  symbols?: { start: number; end: number; symbol: string }[];
  /** For a block that is a symbol: names of the columns and rows of like blocks that it may be part of. */
  columns?: string[];
  /** For a block that is a symbol: the other text of its row that may be the company's name. */
  beside?: string;
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
  /** Its own address and the one that it gives as canonical: on a quote page they hold its symbol. */
  addresses?: string[];
  /** Symbols that the page's own markup gives for itself (JSON-LD, meta tags). */
  symbols: string[];
  title: string;
  /** Language of the page, two letters, lower case; empty when it does not say. */
  lang?: string;
}

/**
 * Short pieces of text that may name a company, gathered in the tab: never whole sentences.
 * Everything the background needs to decide, and nothing more.
 */
export interface Candidates {
  page: {
    host: string;
    symbols: string[];
    lang?: string;
    /** Words of the market (stock, shares, earnings ...) per thousand words of the page. */
    finance?: number;
  };
  items: Candidate[];
}

/**
 * How a candidate is marked:
 * phrase: a run of capitalised words or capitals; the others carry a symbol.
 * foreign: a listing on an exchange outside the US, or an abbreviation that the text spells out: never ours.
 * cell: all of a block is a symbol.
 */
export type Mark = 'phrase' | 'link' | 'exchange' | 'ric' | 'cashtag' | 'paren' | 'cell' | 'attr' | 'foreign';

export interface Candidate {
  block: number;
  start: number;
  end: number;
  text: string;
  mark: Mark;
  /** The symbol that goes with a mark, in the page's spelling. */
  symbol?: string;
  /**
   * Words beside the symbol that may be the company's name: before the bracket, or the rest of the row.
   * For a phrase: the words that it is said to stand for, as in 'Acme Steel Works ("Acme")'.
   */
  name?: string;
  /** Up to two words on either side, lower case, within the sentence: "shares of", "said". */
  before?: string;
  after?: string;
  /** Sum of the AT values that hold. */
  at?: number;
  /** Columns and rows of like cells that a cell may be part of, the likeliest first. */
  columns?: string[];
}

/** Where a phrase stands. */
export const AT = {
  /** First in its sentence. */
  start: 1,
  /** All of its block. */
  whole: 2,
  /** In a line of capitals. */
  caps: 4,
  /** In a title, or another line where nearly every word is capitalised. */
  title: 8,
  /** Piece of a longer run: the run goes on before it, after it. */
  cutBefore: 32,
  cutAfter: 64,
  /** In a cell of a table. */
  cell: 128,
  /** A comma stands right after. */
  commaAfter: 256,
} as const;

/** "Not this": a ticker that a page, a site or every page does not mean. */
export interface Correction {
  ticker: string;
  /** The words that were matched, lower case; absent when every match of the ticker is meant. */
  surface?: string;
  scope: 'page' | 'site' | 'everywhere';
  /** Page address without query and fragment, or host; absent for everywhere. */
  where?: string;
}
