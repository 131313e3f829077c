import { parseDay } from '../../lib/market/day';
import { numberOf } from '../../lib/market/points';
import type { MarketData, PriceSeries } from '../../lib/market/types';
import type { Study } from '../../lib/track-record/schema';
import type { RawFolder } from '../data/raw';
import { monthEnds, scoresAt, studyOf } from './study';

const FILE = 'valuation/FF5_daily_2x3.csv';

/** Daily factors of Fama and French as indexes that begin at 1. */
export interface Factors {
  /** The whole market, dividends included: weighted by value, it is mostly large companies. */
  market: PriceSeries;
  /** The market's return plus the size factor's. */
  small: PriceSeries;
  /** The size factor alone: small companies less big ones. */
  size: PriceSeries;
}

export function readFactors(raw: RawFolder): Factors {
  const lines = raw.text(FILE).split('\n');
  const header = lines.findIndex((line) => line.startsWith(',Mkt-RF'));
  if (header < 0) throw new Error(`${FILE} has no line of factor names`);
  const names = lines[header]!.trim().split(',');
  const [excess, size, bill] = ['Mkt-RF', 'SMB', 'RF'].map((name) => names.indexOf(name));
  const days: number[] = [];
  const values: Record<keyof Factors, number[]> = { market: [], small: [], size: [] };
  for (const line of lines.slice(header + 1)) {
    const cells = line.split(',');
    const date = /^(\d{4})(\d{2})(\d{2})$/.exec(cells[0]!.trim());
    if (!date) continue;
    const percent = (column: number | undefined) => numberOf(cells[column ?? -1]?.trim(), FILE) ?? Number.NaN;
    const market = (percent(excess) + percent(bill)) / 100;
    const factor = percent(size) / 100;
    days.push(parseDay(`${date[1]}-${date[2]}-${date[3]}`));
    const grow = (all: number[], by: number) => all.push((all.at(-1) ?? 1) * (1 + by));
    grow(values.market, market);
    grow(values.small, market + factor);
    grow(values.size, factor);
  }
  const series = (name: keyof Factors): PriceSeries => ({
    days: Int32Array.from(days),
    values: Float64Array.from(values[name]),
    provenance: {
      source: 'Kenneth R. French Data Library, Fama/French 5 factors, daily',
      url: 'https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/data_library.html',
      asOf: days.at(-1)!,
    },
  });
  return { market: series('market'), small: series('small'), size: series('size') };
}

/**
 * The same signals on the size factor: those of prices from 1963 with the market and the market plus the
 * factor in place of the two funds, those of the economy from 1980; against the factor's own return.
 * @param macro economic series from their beginning
 */
export function longRecord(
  factors: Factors,
  macro: MarketData['macro'],
  tell?: (done: number, of: number) => void,
): Study {
  const { small, market, size } = factors;
  const ends = monthEnds(market);
  const data: MarketData = {
    index: { IWM: small, SPY: market },
    macro,
    figures: [],
    aiWeights: [],
    aiBasket: {},
  };
  const at = new Map(Array.from(size.days, (day, i) => [day, size.values[i]!]));
  const reports = scoresAt(data, ends);
  return studyOf(
    reports,
    (horizon) =>
      ends.map((day, i) => {
        const until = ends[i + horizon];
        return until === undefined ? null : (at.get(until)! / at.get(day)! - 1) * 100;
      }),
    tell,
  );
}
