import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompanyRecord, SHARDS, shardOf, writeCompanies } from '../../lib/market/companies';
import { writeMacro } from '../../lib/market/macro';
import { MANIFEST_FILE, manifestOf, type Part, sha256 } from '../../lib/market/manifest';
import { writePrices } from '../../lib/market/prices';
import { writeUniverse } from '../../lib/market/universe';
import { RECORD_FILE } from '../../lib/track-record/schema';
import { buildAiWeights } from './ai-weights';
import { buildCompanies } from './companies';
import { buildFigures } from './figures';
import { buildMacro } from './macro';
import { buildNames } from './names';
import { buildPrices, STOCKS_AS_OF } from './prices';
import { RawFolder } from './raw';
import { SOURCES } from './sources';
import { buildUniverse, readMembership } from './universe';

/**
 * Builds the default data set from the raw files of one folder into another, the same bytes for the
 * same files. What stood there gives way only to a complete data set.
 */
export async function buildDataset(from: string, out: string): Promise<Part[]> {
  const raw = new RawFolder(from);
  const parts: Part[] = [];
  const folder = `${out}.new`;
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
  await write('names', [['names.txt', buildNames({ companies, aliasRows })]]);

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

  writeFileSync(join(folder, MANIFEST_FILE), JSON.stringify(await manifestOf(parts), null, 1));
  // The track record stands beside the data, with a date and a checksum of its own.
  if (existsSync(join(out, RECORD_FILE))) copyFileSync(join(out, RECORD_FILE), join(folder, RECORD_FILE));
  rmSync(out, { recursive: true, force: true });
  renameSync(folder, out);
  return parts;
}
