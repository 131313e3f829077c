import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CompanyRecord, SHARDS, shardOf, writeCompanies } from '../lib/market/companies';
import { formatDay } from '../lib/market/day';
import { writeMacro } from '../lib/market/macro';
import { MANIFEST_FILE, manifestOf, type Part, sha256 } from '../lib/market/manifest';
import { writePrices } from '../lib/market/prices';
import { writeUniverse } from '../lib/market/universe';
import { buildAiWeights } from './data/ai-weights';
import { buildCompanies } from './data/companies';
import { buildFigures } from './data/figures';
import { buildMacro } from './data/macro';
import { buildNames } from './data/names';
import { buildPrices, STOCKS_AS_OF } from './data/prices';
import { RawFolder } from './data/raw';
import { SOURCES } from './data/sources';
import { buildUniverse, readMembership } from './data/universe';

/** Builds the default data set from raw files: `npm run data -- [--from DIR] [--out DIR]`. */
async function main() {
  const { values: options } = parseArgs({
    options: {
      from: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: 'public/data' },
    },
  });
  const raw = new RawFolder(options.from);
  const parts: Part[] = [];
  // Written beside the old data set, which gives way only to a complete one.
  const folder = `${options.out}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'companies'), { recursive: true });
  const write = async (name: Part['name'], files: [file: string, bytes: Uint8Array][]) => {
    const entries = [];
    for (const [file, bytes] of files) {
      writeFileSync(join(folder, file), bytes);
      entries.push({ file, bytes: bytes.length, sha256: await sha256(bytes) });
    }
    parts.push({ name, ...SOURCES[name], files: entries });
  };
  const text = (content: string) => new TextEncoder().encode(content);

  const companies = buildUniverse(raw, readMembership(raw));
  await write('prices', [['prices.bin', writePrices(buildPrices(raw))]]);
  await write('macro', [['macro.bin', writeMacro(buildMacro(raw))]]);
  await write('figures', [
    [
      'figures.json',
      text(
        JSON.stringify({ figures: buildFigures(raw, companies), aiWeights: buildAiWeights(raw, companies) }),
      ),
    ],
  ]);
  await write('universe', [['universe.tsv', text(writeUniverse(companies, STOCKS_AS_OF))]]);
  const aliasRows = raw
    .rows('names/us_stock_aliases_2026-05-31.csv', 'ticker', 'name', 'aliases')
    .map(({ ticker = '', name = '', aliases = '' }) => ({ ticker, name, aliases }));
  await write('names', [['names.json', buildNames({ companies, aliasRows })]]);

  const shards = Array.from({ length: SHARDS }, () => new Map<string, CompanyRecord>());
  for (const [symbol, record] of buildCompanies(raw, companies)) shards[shardOf(symbol)]?.set(symbol, record);
  const source = SOURCES.companies.sources[0];
  await write(
    'companies',
    shards.map((shard, i) => [
      `companies/${String(i).padStart(2, '0')}.bin`,
      writeCompanies(shard, { source: source?.source ?? '', url: source?.url }),
    ]),
  );

  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(await manifestOf(parts), null, 1)}\n`);
  rmSync(options.out, { recursive: true, force: true });
  renameSync(folder, options.out);
  for (const { name, files } of parts) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${name.padEnd(10)} ${String(bytes).padStart(8)} bytes in ${files.length} file(s)`);
  }
  console.log(`Stocks as of ${formatDay(STOCKS_AS_OF)}, written to ${options.out}`);
}

await main();
