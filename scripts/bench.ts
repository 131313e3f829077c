import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { board } from './bench/board';
import { cardOpen } from './bench/card-open';
import { coldBackground } from './bench/cold-background';
import { coldStore } from './bench/cold-store';
import { describeDetection, detection, detectionConfusions } from './bench/detection';
import { feedLoad } from './bench/feed-load';
import { firstBadge } from './bench/first-badge';
import { interaction } from './bench/interaction';
import { memory } from './bench/memory';
import { pageCost } from './bench/page-cost';
import { popup } from './bench/popup';
import { refresh } from './bench/refresh';
import type { Row } from './bench/row';
import { scan } from './bench/scan';
import { sizes } from './bench/sizes';
import { ticking } from './bench/ticking';
import { ensureSamplePages } from './lib/sample-pages';
import { say } from './lib/say';
import { table } from './lib/table';

const BENCHES: Record<string, () => Promise<Row[]>> = {
  'cold-background': coldBackground,
  scan,
  'page-cost': pageCost,
  'first-badge': firstBadge,
  interaction,
  ticking,
  memory,
  'card-open': cardOpen,
  board,
  popup,
  sizes,
  refresh,
  'cold-store': coldStore,
  'feed-load': feedLoad,
};

const HELP = `npm run bench                   times, each as a multiple of a floor or a peer in the same run
npm run bench -- NAME ...       some of them: ${Object.keys(BENCHES).join(', ')}
npm run bench -- detect         precision and recall of detection
  --texts                       on labelled texts alone, without a browser
  --verbose, --out FILE         with each wrong and missed ticker, on the screen or in a file
  --json                        as JSON`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean' },
      texts: { type: 'boolean' },
      verbose: { type: 'boolean' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  await ensureSamplePages();
  if (positionals.includes('detect')) {
    const found = await detection({ texts: values.texts ?? false });
    console.log(values.json ? JSON.stringify(found) : describeDetection(found));
    const lines = detectionConfusions(found).join('\n');
    if (values.verbose) console.log(lines);
    if (values.out) writeFileSync(values.out, `${lines}\n`);
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
