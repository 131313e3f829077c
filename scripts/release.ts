import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { releaseOf } from './lib/changelog';
import { say } from './lib/say';

const HELP = `npm run release -- --tag v1.2.3 [--notes FILE]
  checks that the tag, package.json and CHANGELOG.md name one version; writes what the changelog says of it to FILE`;

function main(): void {
  const { values } = parseArgs({
    options: { tag: { type: 'string' }, notes: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || !values.tag) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const release = releaseOf(values.tag, version, readFileSync('CHANGELOG.md', 'utf8'));
  if (values.notes) {
    mkdirSync(dirname(values.notes), { recursive: true });
    writeFileSync(values.notes, `${release.notes}\n`);
  }
  console.log(`Minnow ${release.version} of ${release.date}`);
}

try {
  main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
