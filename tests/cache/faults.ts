import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../../scripts/lib/provider-server';

type Send = (request: IncomingMessage, response: ServerResponse, answer: string) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Send =>
  (_, response) =>
    void response.writeHead(code, headers).end('{"error":"no"}');

const sends =
  (change: (answer: string) => string): Send =>
  (_, response, answer) =>
    void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(change(answer));

/** More than any answer has, sent piece by piece. */
const HUGE = 200e6;

/** What can go wrong on the way, whoever answers. */
export const CONNECTION_FAULTS: Record<string, Send> = {
  'no answer in time': () => {},
  'a connection that is reset half way': (_, response, answer) => {
    response.writeHead(200, { 'Content-Length': String(answer.length + 10) });
    response.write(answer.slice(0, answer.length / 2), () => response.destroy());
  },
  403: status(403),
  404: status(404),
  429: status(429),
  '429 with Retry-After': status(429, { 'Retry-After': '7200' }),
  500: status(500),
  'a web page with status 200': sends(() => '<!DOCTYPE html><html><body>Are you a robot?</body></html>'),
  'nothing at all': sends(() => ''),
  'words where data were expected': sends(() => 'Too Many Requests\r\n'),
  'half of the answer': sends((answer) => answer.slice(0, answer.length / 2)),
  'another form': sends(() => '{"ok":true,"rows":[1,2,3]}'),
  'a body of 200 MB': (_, response) => {
    response.writeHead(200);
    const piece = Buffer.alloc(1 << 20, 32);
    let sent = 0;
    const more = () => {
      while (sent < HUGE && !response.destroyed) {
        sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  },
};

/** JSON with a change made to it. */
const json = (change: (data: never) => void) => (answer: string) => {
  const data = JSON.parse(answer);
  change(data as never);
  return JSON.stringify(data);
};
type Rows<Row> = { data: { rows: Row[] } };
type Screener = Rows<{ lastsale: string; netchange: string; marketCap: string }>;
type Yahoo = { chart: { result: [{ timestamp: number[]; indicators: { quote: [{ close: number[] }] } }] } };
const yahoo = (change: (closes: number[], seconds: number[]) => void) =>
  json(({ chart }: Yahoo) => change(chart.result[0].indicators.quote[0].close, chart.result[0].timestamp));

/** The last line of a table with another cell. */
const lastLine =
  (change: (cells: string[]) => void, line = -1) =>
  (answer: string) => {
    const end = answer.endsWith('\r\n') ? '\r\n' : '\n';
    const lines = answer.trimEnd().split(end);
    const cells = lines.at(line)!.split(',');
    change(cells);
    lines[lines.length + line] = cells.join(',');
    return lines.join(end) + end;
  };

/** Figures that cannot be, by provider. */
export const ABSURD: Record<string, Record<string, (answer: string) => string>> = {
  nasdaq: {
    'a negative price': json(({ data }: Screener) => {
      data.rows[5]!.lastsale = '$-4.20';
    }),
    'a move of 10,000%': json(({ data }: Screener) => {
      for (const row of data.rows.slice(0, 400)) {
        row.lastsale = `$${Number(row.lastsale.slice(1)) * 1000}`;
      }
    }),
    'an impossible market value': json(({ data }: Screener) => {
      data.rows[5]!.marketCap = '1e20';
    }),
    'a tenth of the market': json(({ data }: Screener) => void data.rows.splice(700)),
  },
  fred: {
    'an impossible value': lastLine((cells) => {
      cells[1] = '-99999';
    }),
    'a date to come': lastLine((cells) => {
      cells[0] = '2039-01-01';
    }),
  },
  'fred-api': {
    'an impossible value': json(({ observations }: { observations: { value: string }[] }) => {
      observations.at(-1)!.value = '1e9';
    }),
    'a date to come': json(({ observations }: { observations: { date: string }[] }) => {
      observations.at(-1)!.date = '2039-01-01';
    }),
  },
  'sec-tickers': {
    'a negative number of a filer': json((all: Record<string, { cik_str: number }>) => {
      all['0']!.cik_str = -5;
    }),
    'a few tickers only': json((all: Record<string, unknown>) => {
      for (const key of Object.keys(all).slice(100)) delete all[key];
    }),
  },
  'sec-frames': {
    'an impossible amount': json(({ data }: { data: { val: number }[] }) => {
      data[3]!.val = 1e16;
    }),
    'a date to come': json(({ data }: { data: { end: string }[] }) => {
      data[3]!.end = '2039-12-31';
    }),
  },
  ishares: {
    'a weight of a half': (answer) =>
      answer.replace(/"Equity","[\d,.]+"/, '"Equity","99,000,000,000,000.00"'),
    'a date to come': (answer) => answer.replace(/as of,"[^"]+"/, 'as of,"Jan 05, 2039"'),
    'a negative weight': (answer) => answer.replace(/"Equity","[\d,.]+"/, '"Equity","-9,000,000,000.00"'),
  },
  nfib: {
    'more than all firms': json((rows: Record<string, number>[]) => {
      rows.at(-1)!.sales_expect = 400;
    }),
    'a month to come': json((rows: Record<string, string>[]) => {
      rows.at(-1)!.monthyear = '2039/1/1';
    }),
  },
  yahoo: {
    'a negative price': yahoo((closes) => {
      closes[closes.length - 2] = -3;
    }),
    'a move of 10,000%': yahoo((closes) => {
      closes[closes.length - 2]! *= 150;
    }),
    'a date to come': yahoo((_, seconds) => {
      seconds[seconds.length - 1]! += 86_400 * 4000;
    }),
  },
  tiingo: {
    'a negative price': json((rows: { close: number }[]) => {
      rows.at(-2)!.close = -3;
    }),
    'a move of 10,000%': json((rows: { close: number }[]) => {
      rows.at(-2)!.close *= 150;
    }),
    'a date to come': json((rows: { date: string }[]) => {
      rows.at(-1)!.date = '2039-01-03T00:00:00.000Z';
    }),
  },
  'twelve-data': {
    'a negative price': json(({ values }: { values: { close: string }[] }) => {
      values.at(-2)!.close = '-3';
    }),
    'a move of 10,000%': json(({ values }: { values: { close: string }[] }) => {
      values.at(-2)!.close = '40000';
    }),
    'a date to come': json(({ values }: { values: { datetime: string }[] }) => {
      values.at(-1)!.datetime = '2039-01-03';
    }),
  },
  'alpha-vantage': {
    'a negative price': lastLine((cells) => {
      cells[4] = '-3';
    }),
    'a move of 10,000%': lastLine((cells) => {
      cells[4] = '40000';
    }),
    'a date to come': lastLine((cells) => {
      cells[0] = '2039-01-03';
    }, 1 - 100),
  },
};

/** The fault as a server plays it to one provider alone. */
export function playedTo(target: string, send: Send): Fault {
  return (request, response, answer, provider) => {
    if (provider !== target) return false;
    send(request, response, answer);
    return true;
  };
}

export const changed = sends;
