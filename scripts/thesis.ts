import { parseArgs } from 'node:util';
import { DatasetError } from '../lib/market/dataset';
import { type Day, formatDay, parseDay } from '../lib/market/day';
import { DEFAULT_OPTIONS, evaluateCompany, evaluateThesis } from '../lib/thesis';
import type { CompanyReport, Reading, ThesisReport } from '../lib/thesis/types';
import { VERDICTS } from '../lib/verdicts';
import { readDataset } from './lib/read-dataset';
import { say } from './lib/say';
import { table } from './lib/table';

const USAGE = 'npm run thesis -- [--as-of YYYY-MM-DD] [--ticker SYMBOL] [--json] [--data DIR]';

/** What the person asked cannot be answered; the message says why. */
class Refusal extends Error {}

/** The command line was not understood. */
class Misuse extends Error {}

interface Command {
  asOf?: Day;
  ticker?: string;
  json: boolean;
  data?: string;
}

function readCommand(): Command {
  let values: { 'as-of'?: string; ticker?: string; json?: boolean; data?: string };
  try {
    ({ values } = parseArgs({
      options: {
        'as-of': { type: 'string' },
        ticker: { type: 'string' },
        json: { type: 'boolean' },
        data: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  const { 'as-of': asOf, ticker, json = false, data } = values;
  return { asOf: asOf === undefined ? undefined : dayFrom(asOf), ticker, json, data };
}

function dayFrom(text: string): Day {
  try {
    return parseDay(text);
  } catch {
    throw new Refusal(`"${text}" is not a date; write it as YYYY-MM-DD, like 2025-12-09.`);
  }
}

/** `npm run thesis`: the thesis, and one company, as of a day; see USAGE. */
async function main(): Promise<void> {
  const command = readCommand();
  const dataset = await readDataset(command.data);
  const market = await dataset.market();
  const { days } = market.index.IWM;
  const first = days[0];
  const newest = days.at(-1);
  if (first === undefined || newest === undefined) throw new Refusal('The data set holds no index closes.');
  const asOf = command.asOf ?? newest;
  if (asOf < first) {
    throw new Refusal(`The data begin on ${formatDay(first)}; nothing is known on ${formatDay(asOf)}.`);
  }

  const thesis = evaluateThesis(market, asOf, DEFAULT_OPTIONS);
  let company: CompanyReport | undefined;
  if (command.ticker !== undefined) {
    const symbol = command.ticker.trim().toUpperCase().replace(/[.-]/, '/');
    const data = await dataset.company(symbol);
    if (!data) throw new Refusal(`There is no US-listed stock "${command.ticker}" in the data set.`);
    company = evaluateCompany(market, data, asOf, DEFAULT_OPTIONS, thesis);
  }
  console.log(
    command.json ? JSON.stringify(reportJson(thesis, company), null, 2) : reportText(thesis, company),
  );
}

const rounded = (value: number | string | null) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;

function readingJson({ asOf, measure, strength, ...reading }: Reading) {
  return {
    ...reading,
    measure: Object.fromEntries(Object.entries(measure).map(([name, value]) => [name, rounded(value)])),
    strength: rounded(strength),
    asOf: asOf === null ? null : formatDay(asOf),
  };
}

/** The report with days as dates and numbers to four decimals. */
function reportJson(thesis: ThesisReport, company?: CompanyReport) {
  const { asOf, score, coverage, verdict, signals } = thesis;
  return {
    asOf: formatDay(asOf),
    score,
    coverage: rounded(coverage),
    verdict,
    signals: signals.map(readingJson),
    ...(company && {
      ticker: {
        ...company,
        asOf: formatDay(company.asOf),
        coverage: rounded(company.coverage),
        factors: company.factors.map(readingJson),
      },
    }),
  };
}

function reportText(thesis: ThesisReport, company?: CompanyReport): string {
  const head = (
    name: string,
    { score, coverage, verdict }: Pick<ThesisReport, 'score' | 'coverage' | 'verdict'>,
  ) =>
    `${name}: ${score ?? 'unknown'} of 100, ${verdict}, from ${Math.round(coverage * 100)}% of the weights`;
  const parts = [
    head(`Small-cap thesis as of ${formatDay(thesis.asOf)}`, thesis),
    readingsTable(thesis.signals),
  ];
  if (company) {
    parts.push(
      head(`${company.symbol} as of ${formatDay(company.asOf)}`, company),
      `thesis ${company.thesis ?? 'unknown'}, own fit ${company.fit ?? 'unknown'}`,
      readingsTable(company.factors),
    );
  }
  return parts.join('\n\n');
}

/** One row a reading, and under the table what each of them says. */
function readingsTable(readings: Reading[]): string {
  const rows = readings.map(({ title, verdict, short, strength, weight, asOf, source }) => [
    VERDICTS[verdict].shape,
    title,
    verdict,
    short,
    strength === null ? '–' : strength.toFixed(2),
    `×${weight}`,
    asOf === null ? '–' : formatDay(asOf),
    source,
  ]);
  const heads = ['', 'Reading', 'Verdict', 'Short', '0..1', 'Weight', 'As of', 'Source'];
  const sentences = readings.map(({ title, explanation }) => `${title}: ${explanation}`);
  return [table([heads, ...rows]), ...sentences].join('\n');
}

try {
  await main();
} catch (error) {
  if (error instanceof Misuse) {
    say(`${error.message}\nUsage: ${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof Refusal || error instanceof DatasetError) {
    say(error.message);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
