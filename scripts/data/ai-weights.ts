import { type Day, formatDay, parseDay } from '../../lib/market/day';
import { SECOND_CLASSES, universeSpelling } from '../../lib/market/listing';
import { numberOf } from '../../lib/market/points';
import type { AiWeights, Company, Series } from '../../lib/market/types';
import { AI_CANDIDATES, STOCKS_AS_OF, WEEKLY } from './prices';
import type { RawFolder } from './raw';

/** A quarter's share count is taken as known this many days after the quarter's end. */
const FILING_DAYS = 75;
const FIRST_MONTH = parseDay('2025-06-01');

interface Count {
  end: Day;
  shares: number;
}

/**
 * Weights of the AI names in both indexes by full market value (not float), each company once: on the
 * last week's close of every month from June 2025, and on the day of the list of stocks. Earlier
 * values are the close times the newest share count filed by then. None of the names was a member of
 * the Russell 2000 in either of the fund's files.
 */
export function buildAiWeights(raw: RawFolder, companies: Company[]): AiWeights[] {
  const members = companies.filter(({ sp500, symbol }) => sp500 && !SECOND_CLASSES.has(symbol));
  const symbols = new Set(members.map(({ symbol }) => symbol));
  const closes = raw.table(WEEKLY, (symbol) => symbols.has(symbol));
  const counts = shareCounts(raw, symbols);
  const added = daysAdded(raw);

  const valueOn = ({ symbol, marketCapUsd = 0 }: Company, day: Day): number => {
    const series = closes.get(symbol);
    const close = series && closeOn(series, day);
    const last = series && closeOn(series, STOCKS_AS_OF);
    if (!close || !last || (added.get(symbol) ?? day) > day) return 0;
    const moved = (marketCapUsd * close) / last;
    const filed = counts.get(symbol)?.findLast(({ end }) => end + FILING_DAYS <= day)?.shares;
    // A count that is far off counts another class or unit of shares.
    const value = (filed ?? 0) * close;
    return value > moved / 2 && value < moved * 2 ? value : moved;
  };
  const weights = (day: Day, value: (company: Company) => number, source: string): AiWeights => {
    const total = members.reduce((sum, company) => sum + value(company), 0);
    return {
      knownOn: day,
      names: AI_CANDIDATES.map((symbol) => {
        const company = companies.find((one) => one.symbol === symbol);
        return {
          symbol,
          smallPct: company?.russell2000Pct ?? 0,
          largePct: company?.sp500 ? Math.round((value(company) / total) * 1e4) / 100 : 0,
        };
      }),
      provenance: { source, url: 'https://www.nasdaq.com/market-activity/stocks/screener', asOf: day },
    };
  };

  const weeks = closes.get(AI_CANDIDATES[0] ?? '')?.days ?? new Int32Array();
  const monthOf = (day: Day) => formatDay(day).slice(0, 7);
  const monthEnds = [...weeks].filter(
    (day, i) => day >= FIRST_MONTH && i + 1 < weeks.length && monthOf(day) !== monthOf(weeks[i + 1] ?? 0),
  );
  return [
    ...monthEnds.map((day) =>
      weights(
        day,
        (company) => valueOn(company, day),
        `Closes of ${formatDay(day)} (Nasdaq screener) times filed share counts, S&P 500 members`,
      ),
    ),
    weights(
      STOCKS_AS_OF,
      ({ marketCapUsd = 0 }) => marketCapUsd,
      `Market values of ${formatDay(STOCKS_AS_OF)} (Nasdaq screener), S&P 500 members`,
    ),
  ];
}

function closeOn({ days, values }: Series, day: Day): number | undefined {
  return values[days.indexOf(day)];
}

/** Shares outstanding by quarter, in today's shares, oldest first. */
function shareCounts(raw: RawFolder, symbols: Set<string>): Map<string, Count[]> {
  const splits = raw
    .rows('stocks/adjustments.csv', 'symbol', 'date', 'factor')
    .map(({ symbol, date, factor }) => ({ symbol, day: parseDay(date ?? ''), factor: Number(factor) }));
  const counts = new Map<string, Count[]>();
  for (const row of raw.rows(
    'companies/quarters_2026-04-07.csv.gz',
    'ticker',
    'period_end',
    'sharesOutstanding',
  )) {
    const symbol = universeSpelling(row.ticker ?? '');
    const filed = numberOf(row.sharesOutstanding, `${symbol} shares`);
    if (!filed || !symbols.has(symbol)) continue;
    const end = parseDay(row.period_end ?? '');
    const shares = splits.reduce(
      (shares, split) => (split.symbol === symbol && split.day > end ? shares / split.factor : shares),
      filed,
    );
    counts.set(symbol, [...(counts.get(symbol) ?? []), { end, shares }]);
  }
  return counts;
}

/** Day on which each member joined the S&P 500. */
function daysAdded(raw: RawFolder): Map<string, Day> {
  return new Map(
    raw
      .rows('universe/sp500_constituents_datahub.csv', 'Symbol', 'Date added')
      .map((row) => [universeSpelling(row.Symbol ?? ''), parseDay(row['Date added'] ?? '')]),
  );
}
