import { type Day, formatDay } from '../../lib/market/day';
import type { PriceSeries, Series } from '../../lib/market/types';
import { positionAt } from '../../lib/thesis/series';
import { isHandover } from '../data/companies';
import { WHOLE_MARKET } from '../data/prices';
import type { RawFolder } from '../data/raw';
import { buildUniverse, readMembership } from '../data/universe';

const VALUES = 'stocks/whole_market_monthly_mcap_musd_2021-2026.csv.gz';

/** One company's time under one symbol. */
export interface Listing {
  symbol: string;
  history: PriceSeries;
  /** Market value at month's ends, millions of US dollars. */
  values: Series;
  /** Whether closes end before the table does. */
  hasLeft: boolean;
}

/** Every stock of the whole market from 2021, those that left included, and the ends of months. */
export function readListings(raw: RawFolder): { listings: Listing[]; ends: Day[] } {
  const closes = raw.table(WHOLE_MARKET, isShare);
  const values = raw.table(VALUES, (symbol) => closes.has(symbol));
  let last = 0;
  const rows = new Set<Day>();
  for (const { days } of closes.values()) last = Math.max(last, days.at(-1)!);
  for (const { days } of values.values()) for (const day of days) rows.add(day);
  const today = new Map(buildUniverse(raw, readMembership(raw)).map((company) => [company.symbol, company]));
  const listings = [...closes].flatMap(([symbol, series]): Listing[] =>
    companiesOf(series).flatMap(({ days, values: prices }) => {
      const hasLeft = days.at(-1)! < last;
      // Of a stock that is still there its name tells whether it is a fund, a blank check or the like.
      if (!hasLeft && today.get(symbol)?.common === false) return [];
      const history: PriceSeries = {
        days,
        values: prices,
        provenance: { source: 'Nasdaq stock screener', asOf: days.at(-1)! },
      };
      return [{ symbol, history, hasLeft, values: within(values.get(symbol), days[0]!, days.at(-1)!) }];
    }),
  );
  return { listings, ends: [...rows].sort((a, b) => a - b).filter(isMonthEnd) };
}

/** Whether no later week of the same month is to come. */
function isMonthEnd(day: Day): boolean {
  return formatDay(day).slice(0, 7) !== formatDay(day + 7).slice(0, 7);
}

/**
 * Whether a symbol has the form of an ordinary share. A fifth letter marks what is none on NASDAQ, but
 * for the classes A, B and K; a caret marks preferred shares, a slash with W, U or R a warrant, unit or right.
 */
export function isShare(symbol: string): boolean {
  return !/\^|\/[WUR]|^[A-Z]{4}[^ABK]$/.test(symbol);
}

/** A symbol's closes, cut where it passed from one company to another. */
export function companiesOf({ days, values }: Series): Series[] {
  const cuts = [0];
  for (let i = 1; i < days.length; i++) {
    if (isHandover([days[i - 1]!, values[i - 1]!], [days[i]!, values[i]!])) cuts.push(i);
  }
  return cuts.map((from, i) => ({
    days: days.subarray(from, cuts[i + 1]),
    values: values.subarray(from, cuts[i + 1]),
  }));
}

function within(series: Series | undefined, from: Day, until: Day): Series {
  if (!series) return { days: new Int32Array(), values: new Float64Array() };
  const start = positionAt(series.days, from - 1) + 1;
  const end = positionAt(series.days, until) + 1;
  return { days: series.days.subarray(start, end), values: series.values.subarray(start, end) };
}

/** Closes within these of the ten dollars per share that a blank check holds in trust, US dollars. */
const TRUST = { min: 9.4, max: 10.6 };
const HALF_YEAR = 26;

/** Whether a stock traded like a blank-check company, of which many left before their names were listed. */
export function isBlankCheck({ days, values }: Series, day: Day): boolean {
  const end = positionAt(days, day) + 1;
  const recent = values.subarray(Math.max(0, end - HALF_YEAR), end);
  return recent.every((close) => close >= TRUST.min && close <= TRUST.max);
}

/** Below this price an exchange delists, US dollars. */
const PENNY = 1;

/** Whether a stock that left had failed rather than been bought: below a dollar, or more than halved in its last half year. */
export function hadFailed({ values }: Series): boolean {
  const last = values.at(-1)!;
  return last < PENNY || last < values.at(-Math.min(HALF_YEAR, values.length))! / 2;
}
