import { type Day, parseDay } from '../../lib/market/day';
import type {
  Company,
  CompanyData,
  MacroId,
  MacroSeries,
  MarketData,
  PriceSeries,
  Vintage,
} from '../../lib/market/types';
import { companyAsOf, MarketAsOf } from '../../lib/thesis/as-of';
import type { Factor, Signal } from '../../lib/thesis/evidence';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import type { ThesisOptions } from '../../lib/thesis/types';
import { readDataset } from '../../scripts/lib/read-dataset';

/** The data set that ships, read once. */
export const dataset = await readDataset();
export const shipped = await dataset.market();

export type Points = [date: string, value: number][];

const series = (points: Points) => ({
  days: Int32Array.from(points, ([date]) => parseDay(date)),
  values: Float64Array.from(points, ([, value]) => value),
});

export function closes(points: Points): PriceSeries {
  const { days, values } = series(points);
  return { days, values, provenance: { source: 'Exchange', asOf: days.at(-1) ?? 0 } };
}

/** A vintage whose observations became public `lag` days after the day they are about. */
export function vintage(takenOn: string, points: Points, lag = 0): Vintage {
  const { days, values } = series(points);
  return { takenOn: parseDay(takenOn), days, values, knownOn: days.map((day) => day + lag) };
}

export function macro(id: MacroId, ...vintages: Vintage[]): MacroSeries {
  return {
    id,
    title: id,
    unit: 'percent',
    revised: vintages.length > 1,
    vintages,
    provenance: { source: `Publisher of ${id}`, url: `https://example.com/${id}`, asOf: 0 },
  };
}

export interface MarketParts extends Partial<Omit<MarketData, 'index' | 'macro'>> {
  iwm?: Points;
  spy?: Points;
  macro?: MacroSeries[];
}

export function marketOf({ iwm = [], spy = [], macro = [], ...rest }: MarketParts): MarketData {
  return {
    index: { IWM: closes(iwm), SPY: closes(spy) },
    macro: Object.fromEntries(macro.map((one) => [one.id, one])),
    figures: [],
    aiWeights: [],
    aiBasket: {},
    ...rest,
  };
}

export function readSignal(
  signal: Signal,
  data: MarketData | MarketParts,
  asOf: string,
  options: ThesisOptions = DEFAULT_OPTIONS,
) {
  const market = 'index' in data ? data : marketOf(data);
  return signal.read(new MarketAsOf(market, parseDay(asOf)), options);
}

export const ACME: Company = {
  symbol: 'ACME',
  name: 'Acme',
  exchange: 'NYSE',
  country: 'United States',
  sp500: false,
  sp600: false,
  common: true,
};

export function readFactor(
  factor: Factor,
  company: Partial<Omit<CompanyData, 'company'>> & { company?: Partial<Company> },
  asOf: string,
  data: MarketData | MarketParts = {},
  options: ThesisOptions = DEFAULT_OPTIONS,
) {
  const market = 'index' in data ? data : marketOf(data);
  const day = parseDay(asOf);
  const known = companyAsOf({ ...company, company: { ...ACME, ...company.company } }, day);
  return factor.read(known, new MarketAsOf(market, day), options);
}

/** The first of every month from one to another, both included. */
export function months(from: string, to: string): string[] {
  const all: string[] = [];
  for (let year = Number(from.slice(0, 4)), month = Number(from.slice(5, 7)); ; month++) {
    if (month > 12) {
      year++;
      month = 1;
    }
    const text = `${year}-${String(month).padStart(2, '0')}-01`;
    if (text > to) return all;
    all.push(text);
  }
}

export const day = (text: string): Day => parseDay(text);
