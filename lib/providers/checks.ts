import { t } from '../i18n';
import { type Day, formatDay, parseDay } from '../market/day';
import { seriesOf } from '../market/points';
import type { Series } from '../market/types';

/** An answer that does not look right; the message says why, for the user. */
export class Rejected extends Error {
  override name = 'Rejected';
}

/** What is shorter is no secret, and may stand in any figure. */
const SHORTEST_KEY = 8;

/** An answer without the key it was asked with: some refusals repeat it, and their words are shown. */
export function withoutKey(text: string, key: string): string {
  return key.length < SHORTEST_KEY ? text : text.replaceAll(key, '…');
}

/** Text of an answer that may be data. @throws Rejected when it is empty or a web page. */
export function dataText(text: string): string {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new Rejected(t('live.empty'));
  if (/^<(?:!doctype|html|head|body|script|\?xml)/i.test(start)) {
    throw new Rejected(t('live.webPage'));
  }
  if (start.startsWith('PK\u0003\u0004')) throw new Rejected(t('live.archive'));
  return start;
}

/** @throws Rejected when the text is no whole JSON. */
export function dataJson(text: string): unknown {
  const start = dataText(text);
  try {
    return JSON.parse(start);
  } catch {
    if (!/^[[{]/.test(start)) {
      const words = start.slice(0, 60).replace(/\s+/g, ' ').trim();
      throw new Rejected(t('live.words', { words }));
    }
    throw new Rejected(t('live.noJson'));
  }
}

/** Text of an answer whose last line is whole. @throws Rejected */
export function dataLines(text: string): string {
  const lines = dataText(text);
  if (!lines.endsWith('\n')) throw new Rejected(t('live.midLine'));
  return lines;
}

/** Rows of comma-separated values, with quotes. Not by d3-dsv, which builds code out of text. @throws Rejected */
export function csvRows(text: string): string[][] {
  return text.replace(/\r\n?/g, '\n').split('\n').map(cellsOf);
}

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    let end: number;
    if (line[at] === '"') {
      end = at;
      do end = line.indexOf('"', end + 1) + 1;
      while (end > 0 && line[end] === '"');
      if (end === 0) throw new Rejected(t('live.midQuotes'));
      cells.push(line.slice(at + 1, end - 1).replaceAll('""', '"'));
    } else {
      const comma = line.indexOf(',', at);
      end = comma < 0 ? line.length : comma;
      cells.push(line.slice(at, end));
    }
    if (end >= line.length) return cells;
    if (line[end] !== ',') throw new Rejected(t('live.lineForm'));
    at = end;
  }
}

/**
 * A number as providers write it: "$1,234.50", "-3.96%"; undefined for blanks, "NA", "." and dashes.
 * @param what names it in words, which are only made when something is wrong
 */
export function numberIn(text: string | number | null | undefined, what: () => string): number | undefined {
  if (text === null || text === undefined) return undefined;
  const bare = String(text)
    .trim()
    .replace(/^([-+]?)\$/, '$1')
    .replaceAll(',', '')
    .replace(/%$/, '');
  if (bare === '' || bare === '.' || bare === '-' || bare === '--' || /^n\/?a$/i.test(bare)) return undefined;
  const value = Number(bare);
  if (!Number.isFinite(value))
    throw new Rejected(t('live.noNumber', { what: what(), text: String(text).slice(0, 30) }));
  return value;
}

/** A share's price in US dollars. @throws Rejected for one that no share has. */
export function priceIn(text: string | number | null | undefined, what: () => string): number | undefined {
  const value = numberIn(text, what);
  if (value !== undefined && (value <= 0 || value > 5e6)) {
    throw new Rejected(t('live.noPrice', { what: what(), value }));
  }
  return value;
}

/** `YYYY-MM-DD`, not after `latest`. @throws Rejected */
export function dayIn(text: string, latest: Day, what: () => string): Day {
  let day: Day;
  try {
    day = parseDay(text);
  } catch {
    throw new Rejected(t('live.noDate', { what: what(), text: text.slice(0, 30) }));
  }
  return notAfter(day, latest, what);
}

/** @throws Rejected for a day that is still to come */
export function notAfter(day: Day, latest: Day, what: () => string): Day {
  if (day > latest) throw new Rejected(t('live.future', { what: what(), day: formatDay(day) }));
  return day;
}

/** A daily move that no fund or share makes: a hundredfold, 10,000%. */
export const ABSURD_MOVE = 100;

/** Closes as a series. @throws Rejected when there are none, days are out of order, or a price moves a hundredfold */
export function closesOf(points: (readonly [Day, number])[], symbol: string, provider: string): Series {
  if (points.length === 0) throw new Rejected(t('live.noCloses', { name: provider, symbol }));
  for (let i = 1; i < points.length; i++) {
    const [[dayBefore, before], [day, close]] = [points[i - 1]!, points[i]!];
    if (day <= dayBefore) throw new Rejected(t('live.order', { symbol }));
    if (close / before > ABSURD_MOVE || before / close > ABSURD_MOVE) {
      throw new Rejected(t('live.leap', { symbol, before, close }));
    }
  }
  return seriesOf(points, symbol);
}
