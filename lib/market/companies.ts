import { type Column, Packer, Unpacker } from './pack';
import type { CompanyFigures, PriceSeries, Provenance, Series } from './types';

/** Companies are spread over this many files, so that a page loads only what it mentions. */
export const SHARDS = 64;

/** The file a symbol is in: FNV-1a hash of its characters. */
export function shardOf(symbol: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < symbol.length; i++) hash = Math.imul(hash ^ symbol.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}

/** What one file holds of one company. */
export interface CompanyRecord {
  history?: Series;
  /** Where the history is from, when not from where all others of the file are. */
  historyFrom?: Omit<Provenance, 'asOf'>;
  figures?: CompanyFigures;
}

interface Header {
  /** Every day on which any history of this file has a close. */
  calendar: Column;
  /** Source of all histories of this file. */
  provenance: Omit<Provenance, 'asOf'>;
  companies: Record<
    string,
    {
      runs?: Column;
      closes?: Column;
      from?: Omit<Provenance, 'asOf'>;
      figures?: Omit<CompanyFigures, 'symbol'>;
    }
  >;
}

/**
 * Exchange price steps: whole hundredths of a cent below one dollar, whole cents from there on.
 * Closes are published in these steps, so that nothing is lost.
 */
const TICKS_TO_A_DOLLAR = 10_000;

export function ticksOf(usd: number): number {
  return usd < 1 ? Math.round(usd * TICKS_TO_A_DOLLAR) : TICKS_TO_A_DOLLAR + Math.round((usd - 1) * 100);
}

export function usdOf(ticks: number): number {
  return ticks < TICKS_TO_A_DOLLAR ? ticks / TICKS_TO_A_DOLLAR : (ticks - TICKS_TO_A_DOLLAR + 100) / 100;
}

/** Lengths of the alternating runs of calendar days without and with a close, first without. */
function runsOf(calendar: number[], days: Int32Array): number[] {
  const has = new Set(days);
  const runs = [0];
  let present = false;
  for (const day of calendar) {
    if (has.has(day) !== present) {
      present = !present;
      runs.push(0);
    }
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
  }
  return runs;
}

export function writeCompanies(
  companies: Map<string, CompanyRecord>,
  provenance: Header['provenance'],
): Uint8Array {
  const packer = new Packer();
  const calendar = [
    ...new Set([...companies.values()].flatMap(({ history }) => [...(history?.days ?? [])])),
  ].sort((a, b) => a - b);
  const header: Header = { calendar: packer.slow(calendar), provenance, companies: {} };
  for (const [symbol, { history, historyFrom, figures }] of companies) {
    const { symbol: _, ...rest } = figures ?? { symbol };
    header.companies[symbol] = {
      ...(history && {
        runs: packer.integers(runsOf(calendar, history.days)),
        closes: packer.slow(history.values.map(ticksOf)),
      }),
      ...(historyFrom && { from: historyFrom }),
      ...(figures && { figures: rest }),
    };
  }
  return packer.finish(header);
}

/** Everything that one file holds, to be changed and written again. @throws Error as `readCompanies` */
export function readAllCompanies(file: Uint8Array): {
  companies: Map<string, CompanyRecord>;
  provenance: Omit<Provenance, 'asOf'>;
} {
  const find = readCompanies(file);
  const { companies, provenance } = new Unpacker<Header>(file).header;
  const records = Object.entries(companies).map(
    ([symbol, { from }]) => [symbol, { ...find(symbol), ...(from && { historyFrom: from }) }] as const,
  );
  return { companies: new Map(records), provenance };
}

/** Opens one file of companies. @throws Error of some kind when it is not what `writeCompanies` writes. */
export function readCompanies(
  file: Uint8Array,
): (symbol: string) => { history?: PriceSeries; figures?: CompanyFigures } {
  const unpacker = new Unpacker<Header>(file);
  const { companies, provenance } = unpacker.header;
  const calendar = unpacker.days(unpacker.header.calendar);

  const historyOf = (runs: Column, closes: Column, from = provenance): PriceSeries => {
    const ticks = unpacker.slow(closes);
    const days = new Int32Array(ticks.length);
    let at = 0;
    let count = 0;
    unpacker.integers(runs).forEach((length, i) => {
      if (i % 2 === 1) {
        days.set(calendar.subarray(at, at + length), count);
        count += length;
      }
      at += length;
    });
    if (count !== days.length || at !== calendar.length)
      throw new RangeError('A history has the wrong length');
    const values = new Float64Array(ticks.length);
    for (let i = 0; i < ticks.length; i++) values[i] = usdOf(ticks[i] ?? 0);
    return { days, values, provenance: { ...from, asOf: days.at(-1) ?? 0 } };
  };

  return (symbol) => {
    const entry = Object.hasOwn(companies, symbol) ? companies[symbol] : undefined;
    return {
      ...(entry?.runs && entry.closes && { history: historyOf(entry.runs, entry.closes, entry.from) }),
      ...(entry?.figures && { figures: { symbol, ...entry.figures } }),
    };
  };
}
