import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coldBackground } from './bench/cold-background';
import { coldStore } from './bench/cold-store';
import { feedLoad } from './bench/feed-load';
import { refresh } from './bench/refresh';
import type { Row } from './bench/row';
import { scan } from './bench/scan';
import { ensureSamplePages } from './lib/sample-pages';
import { say } from './lib/say';
import { scoreTable } from './lib/score';
import { scoreFolder } from './lib/score-folder';
import { table } from './lib/table';

/** Saved pages of real sites; not part of the repository. The sample pages stand in for them. */
const SAVED = '../shared/pages';

const HELP = `npm run bench                   times, each as a multiple of a floor or a peer in the same run
npm run bench -- NAME ...       some of them: cold-background, scan, refresh, cold-store, feed-load
npm run bench -- detect         precision and recall of detection
  --json                        as JSON`;

const BENCHES: Record<string, () => Promise<Row[]>> = {
  'cold-background': coldBackground,
  scan,
  refresh,
  'cold-store': coldStore,
  'feed-load': feedLoad,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  await ensureSamplePages();
  if (positionals.includes('detect')) {
    const { scores } = await scoreFolder(existsSync(SAVED) ? SAVED : 'tests/pages', 'chromium');
    console.log(values.json ? JSON.stringify(scores) : scoreTable(scores));
    return;
  }
  const unknown = positionals.find((name) => !(name in BENCHES));
  if (unknown) throw new Error(`There is no bench "${unknown}".\n${HELP}`);
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    say(`measuring ${name} …`);
    rows.push(...(await run()));
  }
  console.log(values.json ? JSON.stringify(rows) : describe(rows));
  if (rows.some(isOver)) process.exitCode = 1;
}

const isOver = ({ ratio, limit }: Row) => limit !== undefined && ratio > limit;

function describe(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    Number(row.ratio.toFixed(2)),
    row.limit ?? '–',
    isOver(row) ? 'over' : 'ok',
    row.what,
  ]);
  return table([['bench', 'times', 'limit', '', 'what'], ...cells]);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
