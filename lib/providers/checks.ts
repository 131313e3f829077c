import { type Day, formatDay, parseDay } from '../market/day';
import { seriesOf } from '../market/points';
import type { Series } from '../market/types';

/** An answer that does not look right; the message says why, for the user. */
export class Rejected extends Error {
  override name = 'Rejected';
}

/** Text of an answer that may be data. @throws Rejected when it is empty or a web page. */
export function dataText(text: string): string {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new Rejected('The answer was empty.');
  if (/^<(?:!doctype|html|head|body|script|\?xml)/i.test(start)) {
    throw new Rejected('A web page came instead of data; the source may be asking for a person.');
  }
  if (start.startsWith('PK\u0003\u0004')) throw new Rejected('An archive came instead of plain data.');
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
      throw new Rejected(`Words came instead of data: “${words}”.`);
    }
    throw new Rejected('The answer broke off or is damaged: it is no whole JSON.');
  }
}

/** Text of an answer whose last line is whole. @throws Rejected */
export function dataLines(text: string): string {
  const lines = dataText(text);
  if (!lines.endsWith('\n')) throw new Rejected('The answer broke off in the middle of a line.');
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
      if (end === 0) throw new Rejected('A line of the answer broke off inside quotes.');
      cells.push(line.slice(at + 1, end - 1).replaceAll('""', '"'));
    } else {
      const comma = line.indexOf(',', at);
      end = comma < 0 ? line.length : comma;
      cells.push(line.slice(at, end));
    }
    if (end >= line.length) return cells;
    if (line[end] !== ',') throw new Rejected('A line of the answer is not in the form expected.');
    at = end;
  }
}

/** A number as providers write it: "$1,234.50", "-3.96%"; undefined for blanks, "NA", "." and dashes. */
export function numberIn(text: string | number | null | undefined, what: string): number | undefined {
  if (text === null || text === undefined) return undefined;
  const bare = String(text)
    .trim()
    .replace(/^([-+]?)\$/, '$1')
    .replaceAll(',', '')
    .replace(/%$/, '');
  if (bare === '' || bare === '.' || bare === '-' || bare === '--' || /^n\/?a$/i.test(bare)) return undefined;
  const value = Number(bare);
  if (!Number.isFinite(value)) throw new Rejected(`${what} is not a number: “${String(text).slice(0, 30)}”.`);
  return value;
}

/** A share's price in US dollars. @throws Rejected for one that no share has. */
export function priceIn(text: string | number | null | undefined, what: string): number | undefined {
  const value = numberIn(text, what);
  if (value !== undefined && (value <= 0 || value > 5e6)) {
    throw new Rejected(`${what} is ${value} dollars, which no share costs.`);
  }
  return value;
}

/** `YYYY-MM-DD`, not after `latest`. @throws Rejected */
export function dayIn(text: string, latest: Day, what: string): Day {
  let day: Day;
  try {
    day = parseDay(text);
  } catch {
    throw new Rejected(`${what} has no date: “${text.slice(0, 30)}”.`);
  }
  return notAfter(day, latest, what);
}

/** @throws Rejected for a day that is still to come */
export function notAfter(day: Day, latest: Day, what: string): Day {
  if (day > latest) throw new Rejected(`${what} is dated ${formatDay(day)}, which is still to come.`);
  return day;
}

/** A daily move that no fund or share makes: a hundredfold, 10,000%. */
export const ABSURD_MOVE = 100;

/** Closes as a series. @throws Rejected when there are none, days are out of order, or a price moves a hundredfold */
export function closesOf(points: (readonly [Day, number])[], symbol: string, provider: string): Series {
  if (points.length === 0) throw new Rejected(`${provider} has no closes of ${symbol}.`);
  for (let i = 1; i < points.length; i++) {
    const [[dayBefore, before], [day, close]] = [points[i - 1]!, points[i]!];
    if (day <= dayBefore) throw new Rejected(`The days of ${symbol} are not in order.`);
    if (close / before > ABSURD_MOVE || before / close > ABSURD_MOVE) {
      throw new Rejected(`${symbol} moves from ${before} to ${close} dollars in one step.`);
    }
  }
  return seriesOf(points, symbol);
}
