import type { Day } from './day';
import type { Company } from './types';

/** Every US-listed stock of the data set. Rows stay text until someone asks for them. */
export interface Universe {
  readonly size: number;
  /** Day of the prices and market values. */
  readonly asOf: Day;
  get(symbol: string): Company | undefined;
  all(): Iterable<Company>;
}

/** Lists that the rows refer to by position, in the first line of the file as JSON. */
export interface UniverseHeader {
  asOf: Day;
  countries: string[];
  sectors: string[];
  industries: string[];
}

const EXCHANGES = { Q: 'NASDAQ', N: 'NYSE', A: 'AMEX' } as const;
const EXCHANGE_LETTER = { NASDAQ: 'Q', NYSE: 'N', AMEX: 'A' } as const;

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Writes the file: a header line, then one line a stock, ascending by symbol, fields apart by tabs. */
export function writeUniverse(companies: Company[], asOf: Day): string {
  const list = (field: 'country' | 'sector' | 'industry') =>
    [...new Set(companies.flatMap((company) => company[field] ?? []))].sort(byCodeUnits);
  const header: UniverseHeader = {
    asOf,
    countries: list('country'),
    sectors: list('sector'),
    industries: list('industry'),
  };
  const position = (names: string[], name: string | undefined) =>
    name === undefined ? '' : names.indexOf(name);
  const lines = companies
    .toSorted((a, b) => byCodeUnits(a.symbol, b.symbol))
    .map((company) =>
      [
        company.symbol,
        company.name,
        company.exchange === undefined ? '' : EXCHANGE_LETTER[company.exchange],
        company.marketCapUsd ?? '',
        company.last ?? '',
        position(header.countries, company.country),
        position(header.sectors, company.sector),
        position(header.industries, company.industry),
        company.russell2000Pct ?? '',
        `${company.sp500 ? '5' : ''}${company.sp600 ? '6' : ''}${company.common ? 'c' : ''}`,
      ].join('\t'),
    );
  return [JSON.stringify(header), ...lines].join('\n');
}

/** Opens what `writeUniverse` wrote. @throws RangeError or SyntaxError when it is not of that form. */
export function readUniverse(text: string): Universe {
  const lines = text.split('\n');
  const header: UniverseHeader = JSON.parse(lines[0] ?? '');

  const symbolOf = (line: number) => {
    const row = lines[line] ?? '';
    return row.slice(0, row.indexOf('\t'));
  };
  const lineOf = (symbol: string) => {
    let low = 1;
    let high = lines.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = byCodeUnits(symbol, symbolOf(middle));
      if (order === 0) return middle;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return undefined;
  };
  const companyAt = (line: number): Company => {
    const row = (lines[line] ?? '').split('\t');
    if (row.length !== 10) throw new RangeError(`Line ${line + 1} of the universe has ${row.length} fields`);
    const [symbol, name, exchange, cap, last, country, sector, industry, weight, flags] = row as [
      string,
      string,
      keyof typeof EXCHANGES | '',
      ...string[],
    ];
    const number = (field: string | undefined) => (field ? Number(field) : undefined);
    const named = (names: string[], field: string | undefined) => (field ? names[Number(field)] : undefined);
    return {
      symbol,
      name,
      ...(exchange && { exchange: EXCHANGES[exchange] }),
      marketCapUsd: number(cap),
      last: number(last),
      country: named(header.countries, country),
      sector: named(header.sectors, sector),
      industry: named(header.industries, industry),
      russell2000Pct: number(weight),
      sp500: flags?.includes('5') ?? false,
      sp600: flags?.includes('6') ?? false,
      common: flags?.includes('c') ?? false,
    };
  };

  return {
    size: lines.length - 1,
    asOf: header.asOf,
    get(symbol) {
      const line = lineOf(symbol);
      return line === undefined ? undefined : companyAt(line);
    },
    *all() {
      for (let line = 1; line < lines.length; line++) yield companyAt(line);
    },
  };
}
