import { EVIDENCE } from '../../lib/detect/types';
import type { ReportedMention } from './report';

/** Hand-made answer for one page, one entry of a gold.json. */
export interface Answer {
  /** Tickers that the page means, and how it names each. */
  gold: Record<string, { how: string[] }>;
  /** Two readings are right: not scored. */
  either?: string[];
  /** Shown under a symbol that no longer trades: not scored. */
  stale?: string[];
  /** Tickers that stand on the page but mean something else, with the reason. */
  traps?: Record<string, string>;
  /** Only the tickers in `gold` and `traps` were judged; others are not scored. */
  partial?: boolean;
}

/** A page, what was reported on it, and what is right. */
export interface Judged {
  report: {
    page: string;
    mentions: Pick<ReportedMention, 'ticker' | 'surface' | 'evidence'>[];
    errors: string[];
  };
  answer: Answer;
  /** Kind of page, e.g. "article"; "negative" is one that is not about stocks. */
  kind: string;
}

/** The strongest way in which a page names a company, as recall is counted. */
export const WAYS = ['explicit', 'name', 'alias', 'bare/attr'] as const;
export type Way = (typeof WAYS)[number];

export interface Tally {
  right: number;
  wrong: number;
  /** Right and wrong mentions by the evidence that the extension gave. */
  byEvidence: Record<string, { right: number; wrong: number }>;
  recall: Record<Way, { found: number; all: number }>;
}

export interface Scores {
  pages: number;
  /** Pages whose report holds an error. */
  errors: number;
  wrongOnNegatives: number;
  /** Pages with at most 100 answers. */
  general: Tally;
  /** Constituent tables: pages with more answers. */
  tables: Tally;
  /** Small caps alone, on all pages. */
  small: Tally;
  /** All pages, by kind of page. */
  byKind: Record<string, Tally>;
  wrong: { page: string; ticker: string; surface: string; evidence: string }[];
  missed: { page: string; ticker: string; how: string[] }[];
}

const EXPLICIT = ['exchange', 'cashtag', 'link', 'table', 'paren', 'ric'];
const TABLE_PAGE = 100;

/**
 * Judges reports made with every US-listed stock against hand-made answers: a ticker in `gold` is right, one in
 * `either` or `stale` is not counted, any other is wrong.
 */
export function score(judged: Judged[], isSmallCap: (ticker: string) => boolean): Scores {
  const scores: Scores = {
    pages: judged.length,
    errors: 0,
    wrongOnNegatives: 0,
    general: tally(),
    tables: tally(),
    small: tally(),
    byKind: {},
    wrong: [],
    missed: [],
  };
  for (const { report, answer, kind } of judged) {
    if (report.errors.length > 0) scores.errors += 1;
    const pool = Object.keys(answer.gold).length > TABLE_PAGE ? scores.tables : scores.general;
    scores.byKind[kind] ??= tally();
    const pools = [pool, scores.byKind[kind]];
    const poolsOf = (ticker: string) => (isSmallCap(ticker) ? [...pools, scores.small] : pools);
    const right = new Map(Object.entries(answer.gold).map(([ticker, { how }]) => [spelling(ticker), how]));
    const open = new Set([...(answer.either ?? []), ...(answer.stale ?? [])].map(spelling));
    const traps = new Set(Object.keys(answer.traps ?? {}).map(spelling));
    const isOpen = (ticker: string) => open.has(ticker) || (answer.partial === true && !traps.has(ticker));
    // The strongest evidence goes in last, and stays.
    const found = new Map(
      report.mentions
        .toSorted((a, b) => EVIDENCE.indexOf(b.evidence) - EVIDENCE.indexOf(a.evidence))
        .map((mention) => [spelling(mention.ticker), mention]),
    );

    for (const [ticker, { surface, evidence }] of found) {
      if (!right.has(ticker) && isOpen(ticker)) continue;
      const verdict = right.has(ticker) ? 'right' : 'wrong';
      for (const each of poolsOf(ticker)) count(each, evidence, verdict);
      if (verdict === 'right') continue;
      scores.wrong.push({ page: report.page, ticker, surface, evidence });
      if (kind === 'negative') scores.wrongOnNegatives += 1;
    }
    for (const [ticker, how] of right) {
      for (const { recall } of poolsOf(ticker)) {
        const way = recall[strongest(how)];
        way.all += 1;
        if (found.has(ticker)) way.found += 1;
      }
      if (!found.has(ticker)) scores.missed.push({ page: report.page, ticker, how });
    }
  }
  return scores;
}

/** Share of the counted mentions that are right, 0..1; null when there are none. */
export function precision({ right, wrong }: { right: number; wrong: number }): number | null {
  return right + wrong > 0 ? right / (right + wrong) : null;
}

/** The scores as a table for people: precision and recall of each group by kind of evidence. */
export function scoreTable(scores: Scores): string {
  const lines = [
    `${scores.pages} pages with answers, ${scores.errors} with errors, ` +
      `${scores.wrongOnNegatives} wrong on pages without stocks`,
  ];
  const { general, tables, small, byKind } = scores;
  for (const [group, { byEvidence, recall, ...counts }] of Object.entries({
    general,
    tables,
    small,
    ...byKind,
  })) {
    lines.push(`${group.padEnd(8)} precision ${share(counts.right, counts.wrong)}`);
    for (const [evidence, each] of Object.entries(byEvidence).sort()) {
      lines.push(`  precision by ${evidence.padEnd(9)} ${share(each.right, each.wrong)}`);
    }
    for (const way of WAYS) {
      const { found, all } = recall[way];
      if (all > 0) lines.push(`  recall of ${way.padEnd(12)} ${share(found, all - found)}`);
    }
  }
  return lines.join('\n');
}

/** Every wrong and every missed ticker, a line each. */
export function confusions({ wrong, missed }: Pick<Scores, 'wrong' | 'missed'>): string[] {
  return [
    ...wrong.map((each) => `WRONG ${each.page} ${each.ticker} "${each.surface}" (${each.evidence})`),
    ...missed.map((each) => `MISSED ${each.page} ${each.ticker} (${each.how.join(', ')})`),
  ];
}

/** Precision, and recall over all ways of naming, of all pages together. */
export function overall({ general, tables }: Scores): { precision: number | null; recall: number | null } {
  const ways = [general, tables].flatMap(({ recall }) => Object.values(recall));
  const sum = (list: number[]) => list.reduce((total, each) => total + each, 0);
  const found = sum(ways.map((way) => way.found));
  return {
    precision: precision({ right: general.right + tables.right, wrong: general.wrong + tables.wrong }),
    recall: precision({ right: found, wrong: sum(ways.map((way) => way.all)) - found }),
  };
}

function share(part: number, rest: number): string {
  const whole = part + rest;
  return whole > 0 ? `${(part / whole).toFixed(3)} (${part} of ${whole})` : 'none';
}

function tally(): Tally {
  const recall = Object.fromEntries(WAYS.map((way) => [way, { found: 0, all: 0 }])) as Tally['recall'];
  return { right: 0, wrong: 0, byEvidence: {}, recall };
}

function count(into: Tally, evidence: string, verdict: 'right' | 'wrong'): void {
  into[verdict] += 1;
  into.byEvidence[evidence] ??= { right: 0, wrong: 0 };
  into.byEvidence[evidence][verdict] += 1;
}

function strongest(how: string[]): Way {
  if (how.some((way) => EXPLICIT.includes(way))) return 'explicit';
  if (how.includes('name')) return 'name';
  return how.includes('alias') ? 'alias' : 'bare/attr';
}

/** One spelling for share classes: BRK.A, BRK-A and BRK/A. */
function spelling(ticker: string): string {
  return ticker.replace(/[-.]/g, '/');
}
