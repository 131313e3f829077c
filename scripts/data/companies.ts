import type { CompanyRecord } from '../../lib/market/companies';
import { type Day, parseDay } from '../../lib/market/day';
import { universeSpelling } from '../../lib/market/listing';
import { numberOf, seriesOf } from '../../lib/market/points';
import { HISTORY_CAP, isSmallCap } from '../../lib/market/small-cap';
import type { Company, CompanyFigures, Series } from '../../lib/market/types';
import { DAILY, STOCKS_AS_OF, WEEKLY, WHOLE_MARKET } from './prices';
import type { RawFolder } from './raw';

/** Histories and figures by symbol, for every company that has any. */
export function buildCompanies(raw: RawFolder, companies: Company[]): Map<string, CompanyRecord> {
  const histories = buildHistories(raw, companies);
  const figures = buildCompanyFigures(raw);
  const records = new Map<string, CompanyRecord>();
  for (const { symbol } of companies) {
    const record = {
      ...(histories.has(symbol) && { history: histories.get(symbol) }),
      ...(figures.has(symbol) && { figures: figures.get(symbol) }),
    };
    if (record.history || record.figures) records.set(symbol, record);
  }
  return records;
}

/**
 * Weekly closes up to the first daily one, then daily closes. A stock that the tables of today's
 * stocks leave out is taken from the weekly table of the whole market.
 */
function buildHistories(raw: RawFolder, companies: Company[]): Map<string, Series> {
  const wanted = new Set(
    companies.filter((company) => isSmallCap(company, HISTORY_CAP)).map(({ symbol }) => symbol),
  );
  const daily = raw.table(DAILY, (symbol) => wanted.has(symbol));
  const weekly = raw.table(WEEKLY, (symbol) => wanted.has(symbol));
  const market = raw.table(WHOLE_MARKET, (symbol) => wanted.has(symbol) && !weekly.has(symbol));
  const points = (series: Series | undefined): Point[] =>
    series ? Array.from(series.days, (day, i) => [day, series.values[i] ?? 0]) : [];
  const firstDaily = Math.min(...[...daily.values()].map(({ days }) => days[0] ?? Number.POSITIVE_INFINITY));
  return new Map(
    [...wanted].flatMap((symbol) => {
      const after = points(daily.get(symbol));
      const before = points(weekly.get(symbol) ?? market.get(symbol)).filter(
        ([day]) => !daily.has(symbol) || day < firstDaily,
      );
      const own = sinceHandover([...before, ...after]);
      return own.at(-1)?.[0] === STOCKS_AS_OF ? [[symbol, seriesOf(own, symbol)] as const] : [];
    }),
  );
}

type Point = [day: Day, close: number];

/**
 * Whether a symbol passed from one company to another between two closes: a long gap shows it, or a
 * shorter one over which the price was halved or doubled.
 */
export function isHandover([dayBefore, closeBefore]: Point, [day, close]: Point): boolean {
  const gap = day - dayBefore;
  const change = close / closeBefore;
  return gap > 90 || (gap > 28 && (change > 2 || change < 0.5));
}

/** Closes of the company that has the symbol now. */
function sinceHandover(points: Point[]): Point[] {
  const start = points.findLastIndex((point, i) => i > 0 && isHandover(points[i - 1]!, point));
  return points.slice(Math.max(start, 0));
}

/** Estimates and filings: the merged file of small caps, and the ratios of all other stocks. */
function buildCompanyFigures(raw: RawFolder): Map<string, CompanyFigures> {
  const figures = new Map<string, CompanyFigures>();
  for (const row of raw.rows('companies/ratios_2026-08-08.csv.gz', 'symbol', 'forwardPE', 'asof')) {
    const symbol = universeSpelling(row.symbol ?? '');
    const ratio = (column: string) => rounded(numberOf(row[column], `${symbol} ${column}`));
    const ratios = {
      asOf: parseDay(row.asof ?? ''),
      ...known({
        trailingPe: ratio('trailingPE'),
        forwardPe: ratio('forwardPE'),
        revenueGrowth: ratio('revenueGrowth'),
        earningsGrowth: ratio('earningsGrowth'),
        operatingMargin: ratio('operatingMargins'),
        profitMargin: ratio('profitMargins'),
      }),
    };
    if (Object.keys(ratios).length > 1) figures.set(symbol, { symbol, ratios });
  }
  for (const row of raw.rows(
    'companies/small_caps_merged_2026-08.csv',
    'ticker',
    'q_eps_end',
    'sec_fy_end',
  )) {
    const symbol = universeSpelling(row.ticker ?? '');
    const number = (column: string) => rounded(numberOf(row[column], `${symbol} ${column}`));
    const quarter = quarterOf(row, number);
    const year = yearOf(row, number);
    if (!quarter && !year) continue;
    figures.set(symbol, {
      ...(figures.get(symbol) ?? { symbol }),
      ...(quarter && { quarter }),
      ...(year && { year }),
    });
  }
  return figures;
}

type Row = Record<string, string | undefined>;
type NumberOf = (column: string) => number | undefined;

/** Older fiscal years than this are not the last one. */
const OLDEST_YEAR = parseDay('2025-01-01');
/** The tag that the sales of most businesses carry means something else in these sectors. */
const NO_SALES = new Set(['Financial Services', 'Real Estate']);

function yearOf(row: Row, number: NumberOf): CompanyFigures['year'] {
  const end = row.sec_fy_end ? parseDay(row.sec_fy_end) : 0;
  if (end < OLDEST_YEAR || row.sec_currency !== 'USD') return undefined;
  const figures = known({
    revenueMusd: NO_SALES.has(row.sector ?? '') ? undefined : number('sec_fy_revenue_musd'),
    operatingIncomeMusd: number('sec_fy_operating_income_musd'),
    interestCoverage: number('sec_fy_interest_coverage'),
  });
  return Object.keys(figures).length > 0 ? { end, ...figures } : undefined;
}

/** The newest quarter of which anything is known; figures of older quarters are left out. */
function quarterOf(row: Row, number: NumberOf): CompanyFigures['quarter'] {
  const KINDS = {
    eps: 'q_eps',
    revenue: 'q_revenue',
    netIncome: 'q_net_income',
    operatingIncome: 'q_operating_income',
  };
  const ends = Object.values(KINDS).flatMap((column) => row[`${column}_end`] || []);
  const end = ends.sort().at(-1);
  if (!end) return undefined;
  const pair = (column: string): [number, number] | undefined => {
    const now = number(column);
    const yearAgo = number(`${column}_year_ago`);
    return row[`${column}_end`] === end && now !== undefined && yearAgo !== undefined
      ? [now, yearAgo]
      : undefined;
  };
  const netIncome = pair(KINDS.netIncome);
  const operatingIncome = pair(KINDS.operatingIncome);
  const repeated = netIncome && operatingIncome && String(netIncome) === String(operatingIncome);
  const pairs = known({
    eps: pair(KINDS.eps),
    revenue: pair(KINDS.revenue),
    netIncome,
    // The source sometimes repeats net income here.
    operatingIncome: repeated ? undefined : operatingIncome,
  });
  return Object.keys(pairs).length > 0 ? { end: parseDay(end), ...pairs } : undefined;
}

/** Four significant digits: far finer than any use made of a figure. */
function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(4));
}

/** Without the fields that are not known. */
function known<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
