import { type Day, formatDay } from '../market/day';
import type { WatchEntry } from '../watchlist/schema';
import { verdictOfScore } from './query';
import type { BoardDays, BoardFactor, BoardRow } from './types';

/** What is written to a file: the rows as seen, in their order, and what is needed to read them. */
export interface BoardExport {
  rows: readonly BoardRow[];
  factors: readonly BoardFactor[];
  days: BoardDays;
  watched: ReadonlyMap<string, WatchEntry>;
}

/** A row with one name a figure, the same in every language: files are read by programs. */
function recordOf(row: BoardRow, { factors, days, watched }: BoardExport) {
  const entry = watched.get(row.ticker);
  return {
    ticker: row.ticker,
    name: row.name,
    score: row.score ?? null,
    verdict: verdictOfScore(row.score),
    fit: row.fit ?? null,
    sector: row.sector ?? null,
    marketValueUsd: row.capUsd ?? null,
    lastCloseUsd: row.closeUsd ?? null,
    russell2000: row.russell2000,
    sp600: row.sp600,
    ...Object.fromEntries(factors.map(({ id }, at) => [id, row.factors?.[at] ?? null])),
    scoresAsOf: isoDay(days.scores),
    listingsAsOf: isoDay(days.listings),
    watchedSince: entry?.added ?? null,
    note: entry?.note || null,
    priceAbove: entry?.above ?? null,
    priceBelow: entry?.below ?? null,
  };
}

const isoDay = (day: Day) => formatDay(day);

/**
 * A table by RFC 4180, scores and factors 0 to 100, dates YYYY-MM-DD; empty where unknown. Begins with a mark by
 * which spreadsheets know that it is UTF-8.
 */
export function toCsv(board: BoardExport): string {
  const records = board.rows.map((row) => recordOf(row, board));
  const heads = Object.keys(recordOf({ ticker: '', name: '', russell2000: false, sp600: false }, board));
  const lines = [heads, ...records.map(Object.values)].map((cells) => cells.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The same as JSON, with the titles of the factors and the order and filters left to the reader's eye. */
export function toJson(board: BoardExport): string {
  const { factors, days } = board;
  const about = {
    scoresAsOf: isoDay(days.scores),
    listingsAsOf: isoDay(days.listings),
    scale: '0 to 100',
    factors: Object.fromEntries(factors.map(({ id, title }) => [id, title])),
  };
  return `${JSON.stringify({ about, rows: board.rows.map((row) => recordOf(row, board)) }, null, 2)}\n`;
}

/** What a spreadsheet would take for a formula, wherever the text comes from. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** One cell. Text that begins like a formula gets an apostrophe, so that no spreadsheet runs it; numbers stay numbers. */
function cellOf(value: unknown): string {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
