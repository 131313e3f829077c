import { type Day, formatDay, parseDay } from '../../lib/market/day';
import { SECOND_CLASSES, universeSpelling } from '../../lib/market/listing';
import { numberOf } from '../../lib/market/points';
import type { Company, IndexFigures, NetIncomeTotal } from '../../lib/market/types';
import { DAILY, STOCKS_AS_OF } from './prices';
import type { RawFolder } from './raw';

/** The article's figures: as of the close of 2025-12-09, published the day after. */
const ARTICLE: IndexFigures = {
  kind: 'article',
  knownOn: parseDay('2025-12-09'),
  growthPct: { small: 35, large: 14 },
  forwardMultiple: { small: 23.7 },
  // "Just over 5%".
  premiumPct: 5,
  provenance: { source: 'Investing weekly, article of 2025-12-10', asOf: parseDay('2025-12-09') },
};

const QUARTERS_TAKEN_ON = parseDay('2026-04-07');

/** The article's figures and what company figures add up to. */
export function buildFigures(raw: RawFolder, companies: Company[]): IndexFigures[] {
  const members = companies.filter(({ symbol }) => !SECOND_CLASSES.has(symbol));
  const small = members.filter(({ russell2000Pct }) => russell2000Pct !== undefined);
  const large = members.filter(({ sp500 }) => sp500);
  return [ARTICLE, netIncome(raw, small, large), multiples(raw, small, large)];
}

/** Ratios were taken over the weekend after this close. */
const RATIOS_CLOSE = parseDay('2026-08-07');

/**
 * Total market value over total expected earnings, loss-makers included. Earnings are the value over
 * the forward multiple; where the ratios give no value, the one of the list of stocks, moved back to
 * the same close.
 */
function multiples(raw: RawFolder, small: Company[], large: Company[]): IndexFigures {
  const ratios = new Map(
    raw
      .rows('companies/ratios_2026-08-08.csv.gz', 'symbol', 'forwardPE', 'marketCap')
      .map((row) => [universeSpelling(row.symbol ?? ''), row]),
  );
  const wanted = new Set([...small, ...large].map(({ symbol }) => symbol));
  const closes = raw.table(DAILY, (symbol) => wanted.has(symbol));
  const closeOn = (symbol: string, day: Day) => {
    const series = closes.get(symbol);
    return series?.values[series.days.indexOf(day)];
  };
  const listedValue = ({ symbol, marketCapUsd }: Company) => {
    const then = closeOn(symbol, RATIOS_CLOSE);
    const last = closeOn(symbol, STOCKS_AS_OF);
    return marketCapUsd && then && last ? (marketCapUsd * then) / last : undefined;
  };
  const aggregate = (members: Company[]) => {
    let value = 0;
    let earnings = 0;
    let count = 0;
    for (const company of members) {
      const row = ratios.get(company.symbol);
      const multiple = numberOf(row?.forwardPE, `${company.symbol} forward P/E`);
      const cap = numberOf(row?.marketCap, `${company.symbol} value`) ?? listedValue(company);
      if (!multiple || !cap) continue;
      value += cap;
      earnings += cap / multiple;
      count++;
    }
    return { multiple: Math.round((value / earnings) * 100) / 100, count };
  };
  const [smaller, larger] = [aggregate(small), aggregate(large)];
  return {
    kind: 'companies',
    knownOn: STOCKS_AS_OF,
    forwardMultiple: {
      small: smaller.multiple,
      large: larger.multiple,
      companies: { small: smaller.count, large: larger.count },
    },
    provenance: {
      source: `Forward multiples of ${smaller.count} Russell 2000 and ${larger.count} S&P 500 companies (Yahoo Finance), members of 2026-08-22`,
      url: 'https://finance.yahoo.com/',
      asOf: RATIOS_CLOSE,
    },
  };
}

/** Latest quarter that most companies have together with its year-ago quarter. */
const QUARTER_END = parseDay('2025-09-30');

/**
 * Total net income of the companies that have the quarter and its year-ago quarter. Fiscal quarters
 * count for the calendar quarter that holds their middle.
 */
function netIncome(raw: RawFolder, small: Company[], large: Company[]): IndexFigures {
  const quarters = new Map<string, { end: Day; usd: number }[]>();
  for (const row of raw.rows('companies/quarters_2026-04-07.csv.gz', 'ticker', 'period_end', 'netIncome')) {
    const symbol = universeSpelling(row.ticker ?? '');
    const usd = numberOf(row.netIncome, `${symbol} net income`);
    if (usd === undefined) continue;
    quarters.set(symbol, [...(quarters.get(symbol) ?? []), { end: parseDay(row.period_end ?? ''), usd }]);
  }
  const aggregate = (members: Company[]) => {
    const total: NetIncomeTotal = { nowUsd: 0, yearAgoUsd: 0, companies: 0 };
    for (const { symbol } of members) {
      const ends = quarters.get(symbol) ?? [];
      const now = ends.find(({ end }) => Math.abs(end - QUARTER_END) <= 45);
      const yearAgo = now && ends.find(({ end }) => now.end - end >= 350 && now.end - end <= 380);
      if (!now || !yearAgo) continue;
      total.nowUsd += now.usd;
      total.yearAgoUsd += yearAgo.usd;
      total.companies++;
    }
    return total;
  };
  const [smaller, larger] = [aggregate(small), aggregate(large)];
  return {
    kind: 'companies',
    knownOn: QUARTERS_TAKEN_ON,
    realisedNetIncome: { quarterEnd: QUARTER_END, small: smaller, large: larger },
    provenance: {
      source: `Filed net income of ${smaller.companies} Russell 2000 and ${larger.companies} S&P 500 companies, quarter to ${formatDay(QUARTER_END)}`,
      asOf: QUARTERS_TAKEN_ON,
    },
  };
}
