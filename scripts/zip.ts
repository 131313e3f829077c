import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wxt } from './lib/build';
import { CHECKSUMS, PACKAGES_FOLDER, PACKED } from './lib/packages';
import { say } from './lib/say';

const HELP = `npm run zip                  makes the packages for all stores, and the sources, in ${PACKAGES_FOLDER}/
npm run zip -- BROWSER ...   makes some of them: ${PACKED.join(', ')}`;

/** The same sources give the same bytes: entries are sorted and carry no time and no owner. */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !PACKED.some((browser) => browser === name));
  if (values.help || unknown) {
    console.log(unknown ? `There is no package for "${unknown}".\n${HELP}` : HELP);
    process.exitCode = unknown ? 1 : 0;
    return;
  }
  mkdirSync(PACKAGES_FOLDER, { recursive: true });
  const zips = () => readdirSync(PACKAGES_FOLDER).filter((file) => file.endsWith('.zip'));
  for (const old of [...zips(), CHECKSUMS]) rmSync(join(PACKAGES_FOLDER, old), { force: true });
  for (const browser of PACKED) {
    if (positionals.length > 0 && !positionals.includes(browser)) continue;
    say(`packing for ${browser} …`);
    wxt('zip', '-b', browser);
  }
  const lines = zips()
    .sort()
    .map((file) => `${sha256(join(PACKAGES_FOLDER, file))}  ${file}\n`);
  writeFileSync(join(PACKAGES_FOLDER, CHECKSUMS), lines.join(''));
  console.log(lines.join('').trimEnd());
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

main();
