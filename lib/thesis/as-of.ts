import type { Day } from '../market/day';
import type {
  AiWeights,
  CompanyData,
  CompanyFigures,
  IndexFigures,
  IndexSymbol,
  MacroId,
  MacroSeries,
  MarketData,
  PriceSeries,
  Series,
  Vintage,
} from '../market/types';
import { upTo } from './series';
import type { Consensus } from './types';

/** The part of a vintage that was public on the as-of day. */
export interface KnownVintage extends Series {
  knownOn: Int32Array;
}

/** Days from a quarter's end until its report is taken as public: the SEC's limit for most small filers. */
const QUARTER_REPORT_LAG = 45;
/** The same for a fiscal year. */
const YEAR_REPORT_LAG = 90;

/** What was known of the market at the close of one day; the only way to the data for signals and factors. */
export class MarketAsOf {
  readonly #data: MarketData;
  readonly #vintages = new Map<MacroId, KnownVintage[]>();
  readonly #derived = new Map<string, unknown>();
  readonly day: Day;

  constructor(data: MarketData, day: Day) {
    this.#data = data;
    this.day = day;
  }

  /** What follows from this view alone, made once for all companies. The name tells all that it depends on. */
  derive<T>(name: string, make: () => T): T {
    if (!this.#derived.has(name)) this.#derived.set(name, make());
    return this.#derived.get(name) as T;
  }

  /** Closes of an index fund. */
  prices(symbol: IndexSymbol): PriceSeries {
    return upTo(this.#data.index[symbol], this.day);
  }

  /**
   * Vintages of a macro series, best first, each cut to what was public; empty ones left out. Best is the
   * oldest vintage taken on or after the as-of day, which is closest to what was read then; after the last
   * one, the newest. A caller falls back to another whole vintage, and never mixes levels of two.
   */
  vintages(id: MacroId): KnownVintage[] {
    const kept = this.#vintages.get(id) ?? this.#cut(id);
    this.#vintages.set(id, kept);
    return kept;
  }

  #cut(id: MacroId): KnownVintage[] {
    const all = this.#data.macro[id]?.vintages ?? [];
    const later = all.filter(({ takenOn }) => takenOn >= this.day).sort((a, b) => a.takenOn - b.takenOn);
    const earlier = all.filter(({ takenOn }) => takenOn < this.day).sort((a, b) => b.takenOn - a.takenOn);
    return [...later, ...earlier]
      .map((vintage) => known(vintage, this.day))
      .filter(({ days }) => days.length > 0);
  }

  /** Publisher of a macro series. */
  source(id: MacroId): Pick<MacroSeries['provenance'], 'source' | 'url'> {
    const { source, url } = this.#data.macro[id]?.provenance ?? { source: '' };
    return { source, url };
  }

  /** Figures of both indexes, the user's own among them, newest first; of one day's, the user's before the others. */
  figures(own: Consensus | null): IndexFigures[] {
    const rank = (kind: IndexFigures['kind']) => ['user', 'companies', 'article'].indexOf(kind);
    const known = this.#data.figures.filter(({ knownOn }) => knownOn <= this.day);
    if (own && (own.speaksFrom ?? own.knownOn) <= this.day) known.push(userFigures(own));
    return known.sort((a, b) => b.knownOn - a.knownOn || rank(a.kind) - rank(b.kind));
  }

  /** Weights of the AI names, newest first. */
  aiWeights(): AiWeights[] {
    return this.#data.aiWeights
      .filter(({ knownOn }) => knownOn <= this.day)
      .sort((a, b) => b.knownOn - a.knownOn);
  }

  /** Closes of the AI names that there are data for. */
  aiBasket(names: string[]): Series[] {
    return names.flatMap((name) => {
      const series = Object.hasOwn(this.#data.aiBasket, name) ? this.#data.aiBasket[name] : undefined;
      return series ? [upTo(series, this.day)] : [];
    });
  }
}

function userFigures({ growthPct, forwardMultiple, knownOn, source }: Consensus): IndexFigures {
  return {
    kind: 'user',
    knownOn,
    ...(growthPct && { growthPct }),
    ...(forwardMultiple && { forwardMultiple }),
    provenance: { source, asOf: knownOn },
  };
}

/** What was known of one company at the close of one day. */
export interface CompanyAsOf {
  symbol: string;
  /** Absent when its list is of a later day. */
  listing?: CompanyData['company'] & { listedOn?: Day };
  /** Absent when there is no close on or before the day. */
  history?: PriceSeries;
  ratios?: CompanyFigures['ratios'];
  quarter?: CompanyFigures['quarter'];
  year?: CompanyFigures['year'];
}

/** Cuts one company's data to what was known on a day. */
export function companyAsOf({ company, listedOn, history, figures }: CompanyData, day: Day): CompanyAsOf {
  const closes = history && upTo(history, day);
  const { ratios, quarter, year } = figures ?? {};
  return {
    symbol: company.symbol,
    listing: listedOn === undefined || listedOn <= day ? { ...company, listedOn } : undefined,
    history: closes && closes.days.length > 0 ? closes : undefined,
    ratios: ratios && ratios.asOf <= day ? ratios : undefined,
    quarter: quarter && quarter.end + QUARTER_REPORT_LAG <= day ? quarter : undefined,
    year: year && year.end + YEAR_REPORT_LAG <= day ? year : undefined,
  };
}

/** Releases are not always in the order of what they are about; when they are, nothing is copied. */
function known({ days, values, knownOn }: Vintage, day: Day): KnownVintage {
  let end = 0;
  while (end < knownOn.length && knownOn[end]! <= day) end++;
  const isKnown = (_: number, i: number) => knownOn[i]! <= day;
  if (knownOn.subarray(end).some((release) => release <= day)) {
    return { days: days.filter(isKnown), values: values.filter(isKnown), knownOn: knownOn.filter(isKnown) };
  }
  return {
    days: days.subarray(0, end),
    values: values.subarray(0, end),
    knownOn: knownOn.subarray(0, end),
  };
}
