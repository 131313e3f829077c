import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../lib/market/day';
import { readAlphaVantage } from '../../lib/providers/alpha-vantage';
import { csvRows, dataJson, dataText, numberIn } from '../../lib/providers/checks';
import { readFred, readFredApi } from '../../lib/providers/fred';
import { IWM, readHoldings } from '../../lib/providers/ishares';
import { readScreener } from '../../lib/providers/nasdaq';
import { readSurvey } from '../../lib/providers/nfib';
import { readTiingo } from '../../lib/providers/tiingo';
import { readTwelveData } from '../../lib/providers/twelve-data';
import { readChart } from '../../lib/providers/yahoo';

const LATEST = parseDay('2026-11-24');

describe('an answer that is no data', () => {
  it('is seen through when it is a challenge for people with status 200', () => {
    expect(() => dataText('\n<!DOCTYPE html><html><script>challenge()</script></html>')).toThrow('web page');
    expect(() => readChart('<html></html>', 'IWM', LATEST)).toThrow('web page');
  });

  it('is told as it is when words come where a token was expected', () => {
    expect(() => dataJson('Too Many Requests\r\n')).toThrow('“Too Many Requests”');
  });

  it('is seen through when FRED packs series of different rhythms into an archive', () => {
    expect(() => readFred('PK\u0003\u0004…', ['UNRATE'], LATEST)).toThrow('archive');
  });
});

describe('FRED', () => {
  const csv =
    'observation_date,UNRATE,CPIAUCSL\n2025-09-01,4.4,324.368\n2025-10-01,.,\n2025-11-01,4.6,325.031\n';

  it('names its column of dates observation_date, and leaves October 2025 out of two series', () => {
    const series = readFred(csv, ['UNRATE', 'CPIAUCSL'], LATEST);
    expect([...series.get('UNRATE')!.days].map(formatDay)).toEqual(['2025-09-01', '2025-11-01']);
    expect([...series.get('CPIAUCSL')!.values]).toEqual([324.368, 325.031]);
  });

  it('may end its lines as Windows does', () => {
    expect(readFred(csv.replaceAll('\n', '\r\n'), ['UNRATE'], LATEST).get('UNRATE')!.values).toHaveLength(2);
  });

  it('is refused when a number may have been cut', () => {
    expect(() => readFred(csv.slice(0, -3), ['UNRATE'], LATEST)).toThrow('broke off');
  });

  it('is refused without a series that was asked for', () => {
    expect(() => readFred(csv, ['PAYEMS'], LATEST)).toThrow('lacks the series PAYEMS');
  });

  it('may date the Fed’s projections in years to come, and nothing else', () => {
    const projected = 'observation_date,FEDTARMD\n2026-01-01,3.8\n2028-01-01,3.1\n';
    expect(readFred(projected, ['FEDTARMD'], LATEST).get('FEDTARMD')!.days).toHaveLength(2);
    expect(() => readFred(projected.replace('FEDTARMD', 'DGS2'), ['DGS2'], LATEST)).toThrow('still to come');
  });

  it('says when it does not know a key, without repeating it', () => {
    const refusal =
      '{"error_code":400,"error_message":"Bad Request. The value for variable api_key is not registered."}';
    expect(() => readFredApi(refusal, 'UNRATE', LATEST)).toThrow('FRED does not know this key.');
  });
});

describe('iShares', () => {
  const line = (ticker: string, kind: string, value: string) =>
    `"${ticker}","A NAME, INC","Industrials","${kind}","${value}","0.1"`;
  const file = (lines: string[], end = '\u00A0\nThe content contained herein is owned by BlackRock.') =>
    [
      '\uFEFFiShares Russell 2000 ETF',
      'Fund Holdings as of,"Nov 20, 2026"',
      'Cash,"-"',
      '\u00A0',
      'Ticker,Name,Sector,Asset Class,Market Value,Weight (%)',
      ...lines,
      end,
    ].join('\n');
  const many = Array.from({ length: 1600 }, (_, i) => line(`T${i}`, 'Equity', '1,000,000.50'));

  it('begins with a mark, holds a line of one space, thousands separators and legal text, and writes MOGA for MOG.A', () => {
    const { asOf, holdings } = readHoldings(
      file([
        ...many,
        line('MOGA', 'Equity', '2,000,001.00'),
        line('XTSLA', 'Money Market', '312,034,567.32'),
      ]),
      IWM,
      LATEST,
    );
    expect(formatDay(asOf)).toBe('2026-11-20');
    expect(holdings).toHaveLength(1601);
    expect(holdings.at(-1)).toEqual({ ticker: 'MOGA', weightPct: 0.1045 });
  });

  it('is refused when the file ends before its legal text', () => {
    expect(() => readHoldings(file(many, ''), IWM, LATEST)).toThrow('broke off');
  });
});

describe('Nasdaq', () => {
  const rows = Array.from({ length: 4200 }, (_, i) => ({
    symbol: `A${i}`,
    name: 'A Company  Common Stock ',
    lastsale: '$1,234.50',
    netchange: '-0.50',
    pctchange: '-0.04%',
    marketCap: '0.00',
    country: '',
    sector: '',
    industry: '',
  }));

  it('writes "0.00" for a market value that it does not know', () => {
    const [first] = readScreener(JSON.stringify({ data: { rows } }));
    expect(first).toMatchObject({
      last: 1234.5,
      previous: 1235,
      marketCapUsd: undefined,
      country: undefined,
    });
    expect(first!.name).toBe('A Company Common Stock');
  });

  it('is refused when a symbol stands twice', () => {
    const twice = [...rows, rows[0]];
    expect(() => readScreener(JSON.stringify({ data: { rows: twice } }))).toThrow('A0 twice');
  });
});

describe('NFIB', () => {
  it('writes its dates in two ways by turns', () => {
    const rows = [
      { monthyear: '2026/9/1', sales_expect: '8', emp_comp_change_expect: 20 },
      { monthyear: '10/1/2026', sales_expect: 9.004, emp_comp_change_expect: null },
    ];
    const survey = readSurvey(JSON.stringify(rows), LATEST);
    expect([...survey.get('NFIB_SALES')!.days].map(formatDay)).toEqual(['2026-09-01', '2026-10-01']);
    expect([...survey.get('NFIB_SALES')!.values]).toEqual([8, 9]);
    expect([...survey.get('NFIB_COMP')!.values]).toEqual([20]);
  });
});

describe('Yahoo', () => {
  const chart = (close: (number | null)[], meta = {}) =>
    JSON.stringify({
      chart: {
        result: [
          {
            meta: { symbol: 'IWM', currency: 'USD', gmtoffset: -18_000, dataGranularity: '1d', ...meta },
            timestamp: close.map((_, i) => (parseDay('2026-11-17') + i) * 86_400 + 52_200),
            indicators: { quote: [{ close }] },
          },
        ],
        error: null,
      },
    });

  it('writes null for a day without trading', () => {
    expect([...readChart(chart([240, null, 242.123456]), 'IWM', LATEST).values]).toEqual([240, 242.1235]);
  });

  it('is refused in another currency, for another symbol, or by the minute', () => {
    expect(() => readChart(chart([1], { currency: 'GBp' }), 'IWM', LATEST)).toThrow('GBp');
    expect(() => readChart(chart([1], { symbol: 'SPY' }), 'IWM', LATEST)).toThrow('SPY');
    expect(() => readChart(chart([1], { dataGranularity: '1m' }), 'IWM', LATEST)).toThrow('not daily');
  });
});

describe('providers with a key', () => {
  it('Tiingo gives closes as traded, which its splits bring to today’s shares', () => {
    const days = [
      { date: '2026-11-18T00:00:00.000Z', close: 100, splitFactor: 1 },
      { date: '2026-11-19T00:00:00.000Z', close: 51, splitFactor: 2 },
    ];
    expect([...readTiingo(JSON.stringify(days), 'IWM', LATEST).values]).toEqual([50, 51]);
    expect(() => readTiingo('{"detail":"Invalid token."}', 'IWM', LATEST)).toThrow(
      'Tiingo answered: Invalid token.',
    );
  });

  it('Twelve Data says no with status 200', () => {
    const no = (code: number) => JSON.stringify({ code, message: 'apikey 123 …', status: 'error' });
    expect(() => readTwelveData(no(401), 'IWM', LATEST)).toThrow('does not know this key');
    expect(() => readTwelveData(no(429), 'IWM', LATEST)).toThrow('too many requests');
  });

  it('Alpha Vantage says no with status 200 and repeats the key, which is not passed on', () => {
    const no =
      '{"Information": "We have detected your API key as SECRET and our rate limit is 25 requests per day."}';
    expect(() => readAlphaVantage(no, 'IWM', LATEST)).toThrow(
      /^Alpha Vantage has had too many requests.*now\.$/,
    );
  });
});

describe('cells', () => {
  it.each([
    ['$1,234.50', 1234.5],
    ['-3.96%', -3.96],
    ['-$2', -2],
    ['.', undefined],
    ['', undefined],
    ['NA', undefined],
    ['--', undefined],
  ])('%j is %s', (text, value) => {
    expect(numberIn(text, () => 'It')).toBe(value);
  });

  it('may be quoted, and hold quotes and commas', () => {
    expect(csvRows('a,"b, c","say ""hi""",\n,x,""')).toEqual([
      ['a', 'b, c', 'say "hi"', ''],
      ['', 'x', ''],
    ]);
    expect(() => csvRows('a,"b')).toThrow('broke off');
    expect(() => csvRows('"a"b')).toThrow('not in the form');
  });
});
