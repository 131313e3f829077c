import { type CompanyRecord, SHARDS, shardOf, writeCompanies } from '../../lib/market/companies';
import type { Dataset } from '../../lib/market/dataset';
import { writeMacro } from '../../lib/market/macro';
import { MANIFEST_FILE, manifestOf, type Part, sha256 } from '../../lib/market/manifest';
import { writePrices } from '../../lib/market/prices';
import type { Company } from '../../lib/market/types';
import { writeUniverse } from '../../lib/market/universe';

/** The files of a data set by name. */
export type Files = Map<string, Uint8Array>;

const DAY = 20_000;
const series = (values: number[]) => ({
  days: Int32Array.from(values, (_, i) => DAY + i),
  values: Float64Array.from(values),
});
const provenance = { source: 'a test', asOf: DAY };

const company = (symbol: string): Company => ({
  symbol,
  name: `${symbol} Inc. Common Stock`,
  exchange: 'NYSE',
  marketCapUsd: 5e8,
  country: 'United States',
  sp500: false,
  sp600: false,
  common: true,
});

/** Two companies in different files, and a few values of everything else. */
export async function smallDataset(): Promise<Files> {
  const text = (content: string) => new TextEncoder().encode(content);
  const records: [string, CompanyRecord][] = [
    [
      'ABC',
      {
        history: series([1.23, 0.9876, 2.5]),
        figures: { symbol: 'ABC', year: { end: DAY, revenueMusd: 7 } },
      },
    ],
    ['XYZ', { history: series([10, 11, 12]) }],
  ];
  const shards = Array.from(
    { length: SHARDS },
    (_, i) =>
      [
        `companies/${i}.bin`,
        writeCompanies(new Map(records.filter(([symbol]) => shardOf(symbol) === i)), { source: 'a test' }),
      ] as const,
  );
  const index = { ...series([100, 101.25, 99.5]), provenance };
  const contents: Record<Part['name'], readonly (readonly [string, Uint8Array])[]> = {
    prices: [
      [
        'prices.bin',
        writePrices({ index: { IWM: index, SPY: index }, aiBasket: { MSFT: series([400, 401]) } }),
      ],
    ],
    macro: [
      [
        'macro.bin',
        writeMacro([
          {
            id: 'UNRATE',
            title: 'Unemployment rate',
            unit: 'percent',
            revised: true,
            vintages: [{ ...series([4.1, 4.2]), takenOn: DAY + 9, knownOn: Int32Array.of(DAY + 5, DAY + 6) }],
            provenance,
          },
        ]),
      ],
    ],
    figures: [
      [
        'figures.json',
        text('{"figures":[{"kind":"article","knownOn":20000,"premiumPct":5}],"aiWeights":[]}'),
      ],
    ],
    universe: [['universe.tsv', text(writeUniverse([company('XYZ'), company('ABC')], DAY))]],
    names: [['names.txt', text('["some names"]')]],
    companies: shards,
  };
  const files: Files = new Map();
  const parts: Part[] = [];
  for (const [name, list] of Object.entries(contents)) {
    const entries = [];
    for (const [file, bytes] of list) {
      files.set(file, bytes);
      entries.push({ file, bytes: bytes.length, sha256: await sha256(bytes) });
    }
    parts.push({
      name: name as Part['name'],
      title: name,
      files: entries,
      sources: [{ what: 'everything', source: 'a test', asOf: '2024-10-04' }],
    });
  }
  files.set(MANIFEST_FILE, text(JSON.stringify(await manifestOf(parts), null, 1)));
  return files;
}

export const reader = (files: Files) => async (file: string) => {
  const bytes = files.get(file);
  if (!bytes) throw new Error(`No file ${file}`);
  return bytes;
};

/** Everything there is to read; the first damage rejects. */
export async function readAll(dataset: Dataset) {
  const [market, universe, names] = await Promise.all([
    dataset.market(),
    dataset.universe(),
    dataset.names(),
  ]);
  const companies = await Promise.all([...universe.all()].map(({ symbol }) => dataset.company(symbol)));
  return { parts: dataset.parts, market, names, companies };
}
