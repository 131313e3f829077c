import { verdictOf } from '../thesis/score';
import type { FactorId, Verdict } from '../thesis/types';
import type { BoardFactor, BoardRow } from './types';

export type SortKey = 'score' | 'fit' | 'ticker' | 'name' | 'sector' | 'capUsd' | 'closeUsd' | FactorId;

export interface Sort {
  by: SortKey;
  /** Highest, or last of the alphabet, first. */
  down: boolean;
}

/** What of the board is shown. An empty field asks for nothing. */
export interface Filters {
  /** Part of a name or symbol. */
  text: string;
  /** Bounds of the score, 0..100, both included. */
  scoreFrom?: number;
  scoreTo?: number;
  sector: string;
  /** Bounds of the market value, US dollars, both included. */
  capFrom?: number;
  capTo?: number;
  /** Verdict wanted of single factors. */
  factors: Partial<Record<FactorId, Verdict>>;
  onPage: boolean;
  watched: boolean;
}

export const NO_FILTERS: Filters = { text: '', sector: '', factors: {}, onPage: false, watched: false };

/** Lists of tickers that two of the filters ask for. */
export interface Lists {
  onPage: ReadonlySet<string>;
  watched: ReadonlySet<string>;
}

/** The verdict of a score or strength of 0..100. */
export const verdictOfScore = (score: number | null | undefined): Verdict =>
  verdictOf(score == null ? null : score / 100);

/** How many filters ask for something, the text not counted. */
export function countFilters(filters: Filters): number {
  const { scoreFrom, scoreTo, sector, capFrom, capTo, factors, onPage, watched } = filters;
  const bounds = [scoreFrom, scoreTo, capFrom, capTo].filter((bound) => bound !== undefined);
  const others = [sector !== '', onPage, watched].filter((one) => one);
  return bounds.length + others.length + Object.keys(factors).length;
}

/** Words by the order of the user's language, numbers in them by value. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** All rows in order; what is unknown comes last either way, ties go by symbol. */
export function sortRows(
  rows: readonly BoardRow[],
  { by, down }: Sort,
  factors: readonly BoardFactor[],
): BoardRow[] {
  const at = factors.findIndex(({ id }) => id === by);
  const figureOf = (row: BoardRow): string | number | null | undefined =>
    at >= 0 ? row.factors?.[at] : row[by as Exclude<SortKey, FactorId>];
  const sign = down ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: figureOf(row) ?? null }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1;
    } else if (a.value !== b.value) {
      const order =
        typeof a.value === 'string' ? compare(a.value, String(b.value)) : a.value - Number(b.value);
      if (order !== 0) return sign * order;
    }
    return a.row.ticker < b.row.ticker ? -1 : 1;
  });
  return keyed.map(({ row }) => row);
}

/** Without case and accents. */
const plainly = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const searched = new WeakMap<BoardRow, string>();

function searchTextOf(row: BoardRow): string {
  const known = searched.get(row) ?? plainly(`${row.ticker} ${row.name}`);
  searched.set(row, known);
  return known;
}

/**
 * The rows that the filters let through, in the order given. A symbol that is exactly the text searched for comes
 * first. A bound or verdict asks for a known value: what is unknown does not pass.
 */
export function filterRows(
  rows: readonly BoardRow[],
  filters: Filters,
  factors: readonly BoardFactor[],
  lists: Lists,
): BoardRow[] {
  const words = plainly(filters.text).split(/\s+/).filter(Boolean);
  const wanted = factors.flatMap(({ id }, at) => {
    const verdict = filters.factors[id];
    return verdict ? [{ at, verdict }] : [];
  });
  const { scoreFrom, scoreTo, capFrom, capTo, sector, onPage, watched } = filters;
  const found = rows.filter((row) => {
    if (onPage && !lists.onPage.has(row.ticker)) return false;
    if (watched && !lists.watched.has(row.ticker)) return false;
    if (sector !== '' && row.sector !== sector) return false;
    if (!within(row.score, scoreFrom, scoreTo) || !within(row.capUsd, capFrom, capTo)) return false;
    if (wanted.some(({ at, verdict }) => !row.factors || verdictOfScore(row.factors[at]) !== verdict))
      return false;
    return words.length === 0 || words.every((word) => searchTextOf(row).includes(word));
  });
  const exact = filters.text.trim().toUpperCase();
  const at = exact === '' ? -1 : found.findIndex(({ ticker }) => ticker === exact);
  return at > 0 ? [found[at]!, ...found.slice(0, at), ...found.slice(at + 1)] : found;
}

function within(value: number | null | undefined, from?: number, to?: number): boolean {
  if (from === undefined && to === undefined) return true;
  return value != null && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
}
