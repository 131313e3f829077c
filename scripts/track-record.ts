import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plain, signed } from '../lib/thesis/words';
import { RECORD_FILE, type TrackRecord, writeRecord } from '../lib/track-record/schema';
import { intervalWords, mainOf, recordSentence } from '../lib/track-record/words';
import { RawFolder } from './data/raw';
import { say } from './lib/say';
import { DOCUMENT, fillDocument } from './track-record/document';
import { progress } from './track-record/progress';
import { trackRecord } from './track-record/record';

const USAGE = 'npm run track-record -- [--from DIR] [--out DIR]';
/** Where the record ships; its document has the tables of this one alone. */
const SHIPPED = 'public/data';
/** A file that every folder of raw data has. */
const FIRST_FILE = 'index/IWM_close.csv';

/** How the score would have done: reads raw data, writes the record and the tables of its document. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: SHIPPED },
    },
  });
  if (!existsSync(join(values.from, FIRST_FILE))) {
    say(
      `There are no raw data in ${values.from}: ${FIRST_FILE} is not there. Name their folder with --from DIR. The record that ships is in ${SHIPPED}/${RECORD_FILE}.`,
    );
    process.exitCode = 1;
    return;
  }
  const start = performance.now();
  const record = trackRecord(new RawFolder(values.from), progress);
  const file = join(values.out, RECORD_FILE);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(file, await writeRecord(record));
  if (values.out === SHIPPED) writeFileSync(DOCUMENT, fillDocument(readFileSync(DOCUMENT, 'utf8'), record));
  console.log(summary(record));
  console.log(
    `Written to ${file}${values.out === SHIPPED ? ` and ${DOCUMENT}` : ''} in ${plain((performance.now() - start) / 1000)} seconds; data to ${record.asOf}.`,
  );
}

function summary(record: TrackRecord): string {
  const { index, long, sinceArticle, companies } = record;
  const rank = (name: string, followed: typeof index.followed) => {
    const year = mainOf(followed);
    return year && year.rank.value !== null
      ? `${name}: rank correlation of score and next 12 months ${signed(year.rank.value, 2)}, 95% interval ${intervalWords(year.rank, 2)}`
      : `${name}: too few to tell`;
  };
  const [month] = companies.followed;
  return [
    ...(['supports', 'neutral', 'against'] as const).map((band) => recordSentence(record, band)),
    rank(`Index, ${index.from} to ${index.to}`, index.followed),
    rank(`Size factor, ${long.from} to ${long.to}`, long.followed),
    `Since ${sinceArticle.from}: IWM ${signed(sinceArticle.small)}%, SPY ${signed(sinceArticle.large)}%`,
    `Companies, ${companies.from} to ${companies.to}: highest less lowest fifth ${signed(month!.spread.value ?? 0)} points a month, 95% interval ${intervalWords(month!.spread)}`,
  ].join('\n');
}

try {
  await main();
} catch (error) {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  if (code.startsWith('ERR_PARSE_ARGS')) {
    say(`${message}\nUsage: ${USAGE}`);
    process.exitCode = 2;
  } else if (code === 'ENOENT') {
    say(`The raw data are incomplete: ${path} is not there. Nothing was changed.`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
