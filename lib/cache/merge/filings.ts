import { t } from '../../i18n';
import { type CompanyRecord, readAllCompanies, writeCompanies } from '../../market/companies';
import { type Day, formatDay } from '../../market/day';
import { SECOND_CLASSES } from '../../market/listing';
import type { Company, CompanyFigures, IndexFigures, NetIncomeTotal } from '../../market/types';
import { Rejected } from '../../providers/checks';
import { endOfQuarter, type Quarter, SEC_FRAMES } from '../../providers/sec';
import { type Edition, withSource } from '../edition';
import type { Outcome } from './outcome';

type Quarterly = NonNullable<CompanyFigures['quarter']>;
export type FigureKind = Exclude<keyof Quarterly, 'end'>;
/** Figures of one kind by the filer's number. */
export type Frame = ReadonlyMap<number, { end: Day; value: number }>;
export type Frames = Record<FigureKind, { now: Frame; yearAgo: Frame }>;

/** Fewer companies than this are not a season of reports. */
const FEWEST = 500;
/** A quarter's year-ago quarter ends this many days before it, give or take two weeks. */
const YEAR = { days: 365, give: 14 };
/** Totals of quarters that are kept. */
const MOST_TOTALS = 12;

/** Takes the figures that companies filed for a quarter and the one a year before. @throws Rejected */
export async function mergeFilings(
  edition: Edition,
  frames: Frames,
  quarter: Quarter,
  ciks: ReadonlyMap<string, number>,
  today: Day,
): Promise<Outcome> {
  const universe = await edition.dataset.universe();
  const figures = new Map<string, Quarterly>();
  for (const { symbol, common } of universe.all()) {
    const cik = ciks.get(symbol);
    const found = common && cik !== undefined ? quarterly(frames, cik) : undefined;
    if (found) figures.set(symbol, found);
  }
  if (figures.size < FEWEST) {
    throw new Rejected(t('live.fewFiled', { count: figures.size }));
  }
  const files: [string, Uint8Array][] = edition.part('companies').files.map(({ file }) => {
    const { companies, provenance } = readAllCompanies(edition.file(file));
    return [file, writeCompanies(withFigures(companies, figures), provenance)];
  });
  // Companies of which nothing was held before stay without figures until their history begins.
  const source = {
    what: `Quarter to ${formatDay(endOfQuarter(quarter))} and the same quarter a year before`,
    source: SEC_FRAMES.name,
    url: SEC_FRAMES.page,
    asOf: formatDay(today),
  };
  const others = edition.part('companies').sources.filter(({ what }) => !/^Quarter to /.test(what));
  await edition.replace('companies', files, withSource(others, source, 'end'));

  const total = totals([...universe.all()], figures, quarter, today);
  const market = await edition.dataset.market();
  const isTotal = (one: IndexFigures) => one.realisedNetIncome !== undefined;
  const kept = market.figures.filter(
    (one) => one.realisedNetIncome?.quarterEnd !== total.realisedNetIncome!.quarterEnd,
  );
  const old = kept.filter(isTotal).slice(0, -MOST_TOTALS);
  await edition.replace(
    'figures',
    [
      [
        'figures.json',
        new TextEncoder().encode(
          JSON.stringify({
            figures: [...kept.filter((one) => !old.includes(one)), total],
            aiWeights: market.aiWeights,
          }),
        ),
      ],
    ],
    withSource(
      edition.part('figures').sources,
      { ...source, what: 'Net income of both indexes’ companies' },
      'end',
    ),
  );
  return { newest: endOfQuarter(quarter), note: t('live.filed', { count: figures.size }) };
}

function withFigures(
  companies: Map<string, CompanyRecord>,
  figures: Map<string, Quarterly>,
): Map<string, CompanyRecord> {
  return new Map(
    [...companies].map(([symbol, record]) => {
      const quarter = figures.get(symbol);
      const held = record.figures?.quarter;
      if (!quarter || (held && held.end > quarter.end)) return [symbol, record];
      return [symbol, { ...record, figures: { ...record.figures, symbol, quarter } }];
    }),
  );
}

function quarterly(frames: Frames, cik: number): Quarterly | undefined {
  const pairs = (Object.entries(frames) as [FigureKind, Frames[FigureKind]][]).flatMap(
    ([kind, { now, yearAgo }]) => {
      const [newer, older] = [now.get(cik), yearAgo.get(cik)];
      if (!newer || !older) return [];
      if (Math.abs(newer.end - older.end - YEAR.days) > YEAR.give) return [];
      return [
        { kind, end: newer.end, pair: [rounded(newer.value), rounded(older.value)] as [number, number] },
      ];
    },
  );
  const [first] = pairs;
  if (!first) return undefined;
  return {
    end: first.end,
    ...Object.fromEntries(pairs.filter(({ end }) => end === first.end).map(({ kind, pair }) => [kind, pair])),
  };
}

const rounded = (value: number) => Number(value.toPrecision(4));

function totals(
  companies: Company[],
  figures: Map<string, Quarterly>,
  quarter: Quarter,
  today: Day,
): IndexFigures {
  const add = (members: Company[]): NetIncomeTotal => {
    const filed = members.flatMap(({ symbol }) => figures.get(symbol)?.netIncome ?? []);
    const pairs = members.flatMap(({ symbol }) => {
      const pair = figures.get(symbol)?.netIncome;
      return pair ? [pair] : [];
    });
    return {
      nowUsd: pairs.reduce((sum, [now]) => sum + now, 0),
      yearAgoUsd: pairs.reduce((sum, [, before]) => sum + before, 0),
      companies: filed.length / 2,
    };
  };
  const firsts = companies.filter(({ symbol }) => !SECOND_CLASSES.has(symbol));
  const small = add(firsts.filter(({ russell2000Pct }) => russell2000Pct !== undefined));
  const large = add(firsts.filter(({ sp500 }) => sp500));
  return {
    kind: 'companies',
    knownOn: today,
    realisedNetIncome: { quarterEnd: endOfQuarter(quarter), small, large },
    provenance: {
      source: `Net income of ${small.companies} Russell 2000 and ${large.companies} S&P 500 companies (SEC filings)`,
      url: SEC_FRAMES.page,
      asOf: endOfQuarter(quarter),
    },
  };
}
