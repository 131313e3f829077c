import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDay } from '../../lib/market/day';
import type { Series } from '../../lib/market/types';
import { readAlphaVantage } from '../../lib/providers/alpha-vantage';
import { csvRows, Rejected } from '../../lib/providers/checks';
import { readFred, readFredApi } from '../../lib/providers/fred';
import { IVV, IWM, readHoldings } from '../../lib/providers/ishares';
import { readScreener } from '../../lib/providers/nasdaq';
import { readTickers } from '../../lib/providers/sec';
import { readTiingo } from '../../lib/providers/tiingo';
import { readTwelveData } from '../../lib/providers/twelve-data';
import { readChart } from '../../lib/providers/yahoo';
import { ProviderAnswers } from '../../scripts/lib/provider-answers';
import { readDataset } from '../../scripts/lib/read-dataset';
import { CASES } from './cases';
import { damaged } from './mutations';

/** Milliseconds; far more than a test takes. */
const PATIENCE = 120_000;

const TODAY = parseDay('2026-11-23');
const LATEST = TODAY + 4;

let answers: ProviderAnswers;
const answer = (provider: string, path: string, query: Record<string, string>, body = '') =>
  answers.answer({ provider, path, query: new URLSearchParams(query), body } as never)!;
beforeAll(async () => {
  answers = await ProviderAnswers.of(await readDataset(), TODAY);
});

/** Runs a reader, which may refuse in words and do nothing else. */
function read<T>(reader: () => T): T | undefined {
  try {
    return reader();
  } catch (error) {
    expect(error).toBeInstanceOf(Rejected);
    expect((error as Error).message).toMatch(/^(?:[A-Z“]|\S+ ).*\.$/s);
    return undefined;
  }
}

function isSeries({ days, values }: Series): void {
  expect(days.length).toBe(values.length);
  for (let i = 0; i < days.length; i++) {
    expect(Number.isInteger(days[i])).toBe(true);
    if (i > 0) expect(days[i]!).toBeGreaterThan(days[i - 1]!);
    expect(Number.isFinite(values[i])).toBe(true);
  }
}

describe('comma-separated values', () => {
  it(
    'of any form are rows of texts, or refused in words',
    () => {
      const lines = ['a,b,c', '"a, b","c ""d""",', '2026-11-23,1,234.5,"x"', ',,,', '"', '""'];
      fc.assert(
        fc.property(damaged([lines.join('\n'), lines.slice(0, 4).join('\r\n')]), (text) => {
          const rows = read(() => csvRows(text));
          if (!rows) return;
          expect(rows.length).toBe(text.replace(/\r\n?/g, '\n').split('\n').length);
          for (const row of rows) for (const cell of row) expect(typeof cell).toBe('string');
        }),
        { numRuns: CASES.csv },
      );
    },
    PATIENCE,
  );
});

describe('a damaged answer', () => {
  it(
    'is refused in words, or gives finite figures of days in order',
    () => {
      const since = {
        startDate: '2026-10-26',
        start_date: '2026-10-26',
        cosd: '2026-01-01',
        observation_start: '2026-01-01',
      };
      const from = String(Math.floor(Date.UTC(2026, 9, 26) / 1000));
      const to = String(Math.floor(Date.UTC(2026, 10, 24) / 1000));
      const readers: [string, (text: string) => Series[]][] = [
        [
          answer('yahoo', '/v8/finance/chart/IWM', { period1: from, period2: to, interval: '1d' }),
          (text) => [readChart(text, 'IWM', LATEST)],
        ],
        [answer('tiingo', '/tiingo/daily/iwm/prices', since), (text) => [readTiingo(text, 'IWM', LATEST)]],
        [
          answer('twelve-data', '/time_series', { symbol: 'IWM', ...since }),
          (text) => [readTwelveData(text, 'IWM', LATEST)],
        ],
        [
          answer('alpha-vantage', '/query', { symbol: 'IWM' }),
          (text) => [readAlphaVantage(text, 'IWM', LATEST)],
        ],
        [
          answer('fred', '/graph/fredgraph.csv', { id: 'UNRATE,CPIAUCSL', ...since }),
          (text) => [...readFred(text, ['UNRATE', 'CPIAUCSL'], LATEST).values()],
        ],
        [
          answer('fred-api', '/fred/series/observations', { series_id: 'UNRATE', ...since }),
          (text) => [readFredApi(text, 'UNRATE', LATEST)],
        ],
      ];
      // As it came, each is read.
      for (const [text, reader] of readers) for (const series of reader(text)) isSeries(series);
      const one = fc
        .constantFrom(...readers)
        .chain(([text, reader]) => damaged([text]).map((bad) => [bad, reader] as const));
      let taken = 0;
      fc.assert(
        fc.property(one, ([text, reader]) => {
          const all = read(() => reader(text));
          for (const series of all ?? []) isSeries(series);
          if (all) taken++;
        }),
        { numRuns: CASES.providers },
      );
      expect(taken).toBeGreaterThan(0);
    },
    PATIENCE,
  );
});

describe('a damaged list of all stocks', () => {
  it(
    'never brings a symbol that is no symbol',
    () => {
      const screener = answer('nasdaq', '/api/screener/stocks', {});
      const tickers = answer('sec-tickers', '/files/company_tickers.json', {});
      const holdings = answer('ishares', '/', { fileName: 'IWM_holdings' });
      const areSymbols = (symbols: Iterable<string>) => {
        for (const symbol of symbols) expect(symbol).toMatch(/^[A-Z][A-Z0-9./^ -]{0,15}$/);
      };
      const readers: [string, (text: string) => void][] = [
        [screener, (text) => areSymbols(readScreener(text).map(({ symbol }) => symbol))],
        [tickers, (text) => areSymbols(readTickers(text).keys())],
        [holdings, (text) => void readHoldings(text, IWM, LATEST)],
        [holdings, (text) => void readHoldings(text, IVV, LATEST)],
      ];
      fc.assert(
        fc.property(
          fc
            .constantFrom(...readers)
            .chain(([text, reader]) => damaged([text]).map((bad) => [bad, reader] as const)),
          ([text, reader]) => void read(() => reader(text)),
        ),
        { numRuns: CASES.wholeLists },
      );
    },
    PATIENCE,
  );
});
