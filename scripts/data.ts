import { parseArgs } from 'node:util';
import { SOURCE_BASES } from '../lib/cache/bases';
import { formatDay } from '../lib/market/day';
import { buildDataset } from './data/build';
import { STOCKS_AS_OF } from './data/prices';
import { buildFeed, keysFromEnvironment } from './feed/build-feed';
import { readFileOf } from './lib/read-dataset';
import { table } from './lib/table';

const HELP = `npm run data -- [--from DIR] [--out DIR]
  builds the default data set from raw files (default: ../shared/data into public/data)
npm run data -- --live --out DIR [--sources URL]
  brings the feed in DIR up to date from the public sources: static files for any web server
  --sources URL   a proxy that serves each source under its name: ${Object.keys(SOURCE_BASES).join(', ')}
  Keys are taken from the environment: MINNOW_KEY_TIINGO, MINNOW_KEY_TWELVE_DATA, MINNOW_KEY_ALPHA_VANTAGE,
  MINNOW_KEY_FRED_API. Ends with 1 when a source failed; what it gave before is kept.`;

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '../shared/data' },
    out: { type: 'string' },
    live: { type: 'boolean' },
    sources: { type: 'string' },
    help: { type: 'boolean' },
  },
});

async function main(): Promise<void> {
  if (options.help) console.log(HELP);
  else if (options.live) await live();
  else await raw();
}

async function raw(): Promise<void> {
  const out = options.out ?? 'public/data';
  for (const { name, files } of await buildDataset(options.from, out)) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${name.padEnd(10)} ${String(bytes).padStart(8)} bytes in ${files.length} file(s)`);
  }
  console.log(`Stocks as of ${formatDay(STOCKS_AS_OF)}, written to ${out}`);
}

async function live(): Promise<void> {
  const { out, sources: proxy } = options;
  if (!out) throw new Error(`A feed needs a folder: --out DIR\n${HELP}`);
  const names = Object.keys(SOURCE_BASES);
  const { sources, sizes } = await buildFeed(out, {
    readShipped: readFileOf(),
    keys: keysFromEnvironment(),
    ...(proxy && { bases: Object.fromEntries(names.map((name) => [name, `${proxy}/${name}`])) }),
  });
  console.log(
    table([
      ['source', 'state', 'newest', ''],
      ...sources.map(({ id, state, newest, problem, note }) => [
        id,
        state,
        newest === undefined ? '–' : formatDay(newest),
        problem ?? note ?? '',
      ]),
    ]),
  );
  console.log(
    `${out}: ${sizes.whole} bytes packed for a new user, ${sizes.delta ?? 'none'} for the changes since the last run, ${sizes.feed} for feed.json`,
  );
  if (sources.some(({ state }) => state === 'failed')) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
