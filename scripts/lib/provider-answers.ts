import type { Dataset } from '../../lib/market/dataset';
import { type Day, formatDay, parseDay } from '../../lib/market/day';
import { isTradingDay } from '../../lib/market/trading-days';
import type { Company, MacroId, Series } from '../../lib/market/types';
import { endOfQuarter, type Quarter } from '../../lib/providers/sec';

/** A request to a provider, as far as an answer depends on it. */
export interface Asked {
  /** First part of the path. */
  provider: string;
  /** The rest of it. */
  path: string;
  query: URLSearchParams;
  body: string;
}

/**
 * Answers in each provider's format, written after its documentation and the answers recorded of it, with the
 * figures of a data set carried on to a day. The same day gives the same answers.
 */
export class ProviderAnswers {
  readonly #companies: Company[];
  readonly #index: Record<'IWM' | 'SPY', Series>;
  readonly #macro: Partial<Record<MacroId, Series>>;
  readonly #from: Day;
  /** The last day that is over. */
  day: Day;
  /** Stocks that split on the day, by the number of shares that one became. */
  splits: Record<string, number> = {};

  private constructor(
    companies: Company[],
    index: Record<'IWM' | 'SPY', Series>,
    macro: Partial<Record<MacroId, Series>>,
    from: Day,
    day: Day,
  ) {
    this.#companies = companies;
    this.#index = index;
    this.#macro = macro;
    this.#from = from;
    this.day = day;
  }

  static async of(dataset: Dataset, day: Day): Promise<ProviderAnswers> {
    const [universe, market] = await Promise.all([dataset.universe(), dataset.market()]);
    const macro = Object.fromEntries(
      Object.entries(market.macro).map(([id, series]) => [id, series.vintages.at(-1)!]),
    );
    return new ProviderAnswers([...universe.all()], market.index, macro, universe.asOf, day);
  }

  /** The text of an answer; null where the provider has none. */
  answer({ provider, path, query, body }: Asked): string | null {
    switch (provider) {
      case 'nasdaq':
        return this.#screener();
      case 'fred':
        return this.#fred((query.get('id') ?? '').split(',') as MacroId[], query.get('cosd') ?? '1999-01-01');
      case 'fred-api':
        return this.#fredApi(query);
      case 'sec-tickers':
        return this.#tickers();
      case 'sec-frames':
        return this.#frame(path);
      case 'ishares':
        return this.#holdings(query.get('fileName') === 'IVV_holdings');
      case 'nfib':
        return this.#survey(body);
      case 'yahoo':
        return this.#chart(decodeURIComponent(path.split('/').at(-1)!), query);
      case 'tiingo':
        return this.#tiingo(path.split('/')[3]!.toUpperCase(), query);
      case 'twelve-data':
        return this.#twelveData(query);
      case 'alpha-vantage':
        return this.#alphaVantage(query.get('symbol')!);
      default:
        return null;
    }
  }

  /** Price of a stock on a day: the last one held, moved a little each day by its own rhythm. */
  #priceOn({ symbol, last = 10 }: Pick<Company, 'symbol' | 'last'>, day: Day): number {
    const split = this.splits[symbol] ?? 1;
    return Math.max(0.01, Math.round((last / split) * moved(symbol, this.#from, day) * 100) / 100);
  }

  #screener(): string {
    let before = this.day - 1;
    while (!isTradingDay(before)) before--;
    const rows = this.#companies.map((company) => {
      const now = this.#priceOn(company, this.day);
      const previous = this.#priceOn(company, before);
      const cap = company.marketCapUsd
        ? (company.marketCapUsd * now * (this.splits[company.symbol] ?? 1)) / (company.last ?? now)
        : 0;
      return {
        symbol: company.symbol,
        name: company.name,
        lastsale: company.last === undefined ? 'NA' : `$${now.toFixed(2)}`,
        netchange: (now - previous).toFixed(4),
        pctchange: `${((now / previous - 1) * 100).toFixed(3)}%`,
        volume: '26997',
        marketCap: cap.toFixed(2),
        country: company.country ?? '',
        ipoyear: '',
        industry: company.industry ?? '',
        sector: company.sector ?? '',
        url: `/market-activity/stocks/${company.symbol.toLowerCase()}`,
      };
    });
    return JSON.stringify({
      data: { asOf: null, headers: { symbol: 'Symbol', name: 'Name', lastsale: 'Last Sale' }, rows },
      message: null,
      status: { rCode: 200, bCodeMessage: null, developerMessage: null },
    });
  }

  /** A macro series carried on to the day: the last value once each step of its rhythm. */
  #series(id: MacroId, since: Day): [Day, number][] {
    const series = this.#macro[id];
    if (!series) return [];
    const points: [Day, number][] = Array.from(series.days, (day, i) => [day, series.values[i]!]);
    const last = points.at(-1)!;
    const rhythm = { DGS2: 1, DFEDTARU: 1, ICSA: 7 }[id as string] ?? (id === 'FEDTARMD' ? 0 : 30);
    if (rhythm === 1 || rhythm === 7) {
      for (let day = last[0] + rhythm; day <= this.day - (rhythm === 7 ? 5 : 0); day += rhythm) {
        if (id === 'DFEDTARU' || rhythm === 7 || isTradingDay(day)) points.push([day, last[1]]);
      }
    } else if (rhythm === 30) {
      for (let day = nextMonth(last[0]); day <= this.day - 45; day = nextMonth(day))
        points.push([day, last[1]]);
    }
    return points.filter(([day]) => day >= since);
  }

  #fred(ids: MacroId[], since: string): string {
    const all = ids.map((id) => new Map(this.#series(id, parseDay(since))));
    const days = [...new Set(all.flatMap((one) => [...one.keys()]))].sort((a, b) => a - b);
    const lines = days.map((day) => [formatDay(day), ...all.map((one) => one.get(day) ?? '')].join(','));
    return `${['observation_date', ...ids].join(',')}\n${lines.join('\n')}\n`;
  }

  #fredApi(query: URLSearchParams): string {
    const observations = this.#series(
      query.get('series_id') as MacroId,
      parseDay(query.get('observation_start')!),
    ).map(([day, value]) => ({
      realtime_start: formatDay(this.day),
      realtime_end: formatDay(this.day),
      date: formatDay(day),
      value: String(value),
    }));
    return JSON.stringify({ count: observations.length, offset: 0, limit: 100_000, observations });
  }

  #tickers(): string {
    return JSON.stringify(
      Object.fromEntries(
        this.#companies.map(({ symbol, name }, i) => [
          String(i),
          { cik_str: 1000 + i, ticker: symbol.replace('/', '-'), title: name.toUpperCase() },
        ]),
      ),
    );
  }

  #frame(path: string): string | null {
    const [, tag, unit, period] = /us-gaap\/(\w+)\/([\w-]+)\/(CY\d+Q\d)\.json$/.exec(path) ?? [];
    // Retired tags are not there at all.
    if (!tag || !period || tag === 'Revenues') return null;
    const quarter = period as Quarter;
    const end = formatDay(endOfQuarter(quarter));
    const year = Number(quarter.slice(2, 6));
    const data = this.#companies.flatMap(({ symbol, name, common, marketCapUsd = 0 }, i) => {
      if (!common || i % 3 === 2) return [];
      const size = unit === 'USD' ? Math.round(marketCapUsd / 100) : 1;
      return [
        {
          accn: `0000000000-26-${String(i).padStart(6, '0')}`,
          cik: 1000 + i,
          entityName: name,
          loc: 'US-DE',
          start: formatDay(endOfQuarter(quarter) - 91),
          end,
          val: Number((size * moved(symbol, 0, year)).toPrecision(6)),
        },
      ];
    });
    return JSON.stringify({
      taxonomy: 'us-gaap',
      tag,
      ccp: quarter,
      uom: unit,
      label: tag,
      description: '',
      pts: data.length,
      data,
    });
  }

  #holdings(large: boolean): string {
    const members = this.#companies.filter((one) => (large ? one.sp500 : one.russell2000Pct !== undefined));
    const value = (company: Company) =>
      large ? (company.marketCapUsd ?? 1e9) / 1000 : ((company.russell2000Pct || 0.01) * 79e9) / 100;
    const row = (ticker: string, name: string, kind: string, usd: number) =>
      [ticker, name, 'Industrials', kind, money(usd), '0.10', money(usd), '1,000.00', '12.34']
        .concat(['United States', 'NYSE', 'USD', '1.00', 'USD', '-'])
        .map((cell) => `"${cell}"`)
        .join(',');
    const lines = members.map((company) =>
      row(
        company.symbol.replace('/', ''),
        company.name.toUpperCase().replaceAll('"', ''),
        'Equity',
        value(company),
      ),
    );
    const month = new Date(this.day * 86_400_000).toLocaleString('en-US', {
      month: 'short',
      timeZone: 'UTC',
    });
    const [year, , date] = formatDay(this.day).split('-');
    return [
      `\uFEFFiShares ${large ? 'Core S&P 500' : 'Russell 2000'} ETF`,
      `Fund Holdings as of,"${month} ${date}, ${year}"`,
      'Inception Date,"May 22, 2000"',
      'Shares Outstanding,"278,750,000.00"',
      'Stock,"-"',
      'Bond,"-"',
      'Cash,"-"',
      'Other,"-"',
      '\u00A0',
      'Ticker,Name,Sector,Asset Class,Market Value,Weight (%),Notional Value,Quantity,Price,Location,Exchange,Currency,FX Rate,Market Currency,Accrual Date',
      ...lines,
      row('XTSLA', 'BLK CSH FND TREASURY SL AGENCY', 'Money Market', 312_034_567.32),
      row('RTYM6', 'RUSSELL 2000 EMINI CME JUN 26', 'Futures', 0),
      '\u00A0',
      'The content contained herein is owned or licensed by BlackRock and/or its third-party information providers.',
      '',
    ].join('\n');
  }

  /** The date's format differs from row to row, as it does by turns at the source. */
  #survey(body: string): string {
    const { params } = JSON.parse(body) as { params: { name: string; value: string | number }[] };
    const asked = String(params.find(({ name }) => name === 'indicator')!.value).split(',');
    const from = Number(params.find(({ name }) => name === 'minYear')!.value);
    const rows = [];
    for (let day = Date.UTC(from, 0, 1) / 86_400_000; day <= this.day - 45; day = nextMonth(day)) {
      const [year, month] = formatDay(day).split('-').map(Number) as [number, number, number];
      const monthyear = month % 2 === 0 ? `${year}/${month}/1` : `${month}/1/${year}`;
      rows.push({ monthyear, ...Object.fromEntries(asked.map((one, i) => [one, i === 0 ? 10 : 24])) });
    }
    return JSON.stringify(rows);
  }

  #closes(symbol: string, since: Day): [Day, number][] {
    const series = this.#index[symbol as 'IWM' | 'SPY'];
    const points: [Day, number][] = [];
    if (series) {
      series.days.forEach((day, i) => {
        if (day >= since && day <= this.day) points.push([day, series.values[i]!]);
      });
    }
    const last = series?.values.at(-1) ?? this.#companies.find((one) => one.symbol === symbol)?.last;
    if (last === undefined) return [];
    const first = series ? series.days.at(-1)! : since;
    for (let day = Math.max(first + 1, since); day <= this.day; day++) {
      if (!isTradingDay(day)) continue;
      const price = series ? last * moved(symbol, first, day) : this.#priceOn({ symbol, last }, day);
      points.push([day, Math.round(price * 100) / 100]);
    }
    return points;
  }

  #chart(ticker: string, query: URLSearchParams): string {
    const symbol = ticker.replace('-', '/');
    const since = Math.max(Number(query.get('period1')) / 86_400, parseDay('1993-01-29'));
    const points = this.#closes(symbol, since);
    if (points.length === 0) {
      const error = { code: 'Not Found', description: 'No data found, symbol may be delisted' };
      return JSON.stringify({ chart: { result: null, error } });
    }
    const gmtoffset = -18_000;
    const closes = points.map(([, close]) => close);
    return JSON.stringify({
      chart: {
        result: [
          {
            meta: {
              currency: 'USD',
              symbol: ticker,
              exchangeName: 'PCX',
              gmtoffset,
              timezone: 'EST',
              dataGranularity: '1d',
              range: '',
            },
            timestamp: points.map(([day]) => day * 86_400 + 9.5 * 3600 - gmtoffset),
            indicators: { quote: [{ close: closes, open: closes }], adjclose: [{ adjclose: closes }] },
          },
        ],
        error: null,
      },
    });
  }

  #tiingo(ticker: string, query: URLSearchParams): string {
    return JSON.stringify(
      this.#closes(ticker.replace('-', '/'), parseDay(query.get('startDate')!)).map(([day, close]) => ({
        date: `${formatDay(day)}T00:00:00.000Z`,
        close,
        adjClose: close,
        divCash: 0,
        splitFactor: 1,
      })),
    );
  }

  #twelveData(query: URLSearchParams): string {
    const symbol = query.get('symbol')!;
    const values = this.#closes(symbol.replace('.', '/'), parseDay(query.get('start_date')!)).map(
      ([day, close]) => ({ datetime: formatDay(day), close: close.toFixed(5) }),
    );
    return JSON.stringify({
      meta: { symbol, interval: '1day', currency: 'USD', exchange: 'NYSE', type: 'ETF' },
      values,
      status: 'ok',
    });
  }

  #alphaVantage(symbol: string): string {
    const points = this.#closes(symbol, this.day - 150)
      .slice(-100)
      .reverse();
    const lines = points.map(([day, close]) =>
      [formatDay(day), close, close, close, close.toFixed(4), 1000].join(','),
    );
    return `timestamp,open,high,low,close,volume\r\n${lines.join('\r\n')}\r\n`;
  }
}

/** A move since a day, within a quarter of the price, different for each symbol. */
function moved(symbol: string, from: number, to: number): number {
  let hash = 7;
  for (const letter of symbol) hash = (hash * 31 + letter.charCodeAt(0)) % 997;
  return 1 + 0.12 * (Math.sin((to - from) / 9 + hash) - Math.sin(hash));
}

function nextMonth(day: Day): Day {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
}

function money(usd: number): string {
  return usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
