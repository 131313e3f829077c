import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { type Day, parseDay } from '../../lib/market/day';
import { numberOf, seriesOf } from '../../lib/market/points';
import type { Series } from '../../lib/market/types';

/** The folder of raw files; each read names the file in its errors. */
export class RawFolder {
  constructor(private readonly folder: string) {}

  text(file: string): string {
    const bytes = readFileSync(join(this.folder, file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  }

  /** Rows of a CSV file with a header line. @throws Error when a wanted column is not there. */
  rows(file: string, ...columns: string[]): DSVRowString[] {
    const rows = csvParse(this.text(file));
    for (const column of columns) {
      if (!rows.columns.includes(column)) throw new Error(`${file} has no column ${column}`);
    }
    return rows;
  }

  /** A two-column file of dates and values; a blank or "." is missing and left out. */
  series(file: string): Series {
    const [dateColumn, valueColumn] = csvParse(this.text(file)).columns;
    if (!dateColumn || !valueColumn) throw new Error(`${file} is not a file of dates and values`);
    return seriesOf(
      this.rows(file).flatMap((row) => {
        const value = numberOf(row[valueColumn], file);
        return value === undefined ? [] : [[parseDay(row[dateColumn] ?? ''), value] as const];
      }),
      file,
    );
  }

  /** A table with a first column of dates and one column a symbol, as one series for each wanted symbol. */
  table(file: string, wanted: (symbol: string) => boolean): Map<string, Series> {
    const [header = '', ...lines] = this.text(file).trimEnd().split('\n');
    const columns = header
      .split(',')
      .map((symbol, at) => ({ symbol, at, points: [] as [Day, number][] }))
      .filter(({ symbol, at }) => at > 0 && wanted(symbol));
    for (const line of lines) {
      const cells = line.split(',');
      const day = parseDay(cells[0] ?? '');
      for (const { at, points } of columns) {
        const value = numberOf(cells[at], file);
        if (value !== undefined) points.push([day, value]);
      }
    }
    return new Map(
      columns
        .filter(({ points }) => points.length > 0)
        .map(({ symbol, points }) => [symbol, seriesOf(points, `${file} ${symbol}`)]),
    );
  }
}
