// Writes the table of docs/dependencies.md anew: npm run dependency-table [-- --dates]
// Sizes, versions and licenses are measured and read; reasons stay as they are. --dates asks the npm registry when each
// version was published.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dependencySizes } from './lib/dependency-size';
import { readTable, writeTable } from './lib/dependency-table';
import { productionTree, SHIPPED_TOOLS } from './lib/production-tree';
import { say } from './lib/say';

const FILE = join('docs', 'dependencies.md');

const { values } = parseArgs({ options: { dates: { type: 'boolean' } } });
const document = readFileSync(FILE, 'utf8');
const known = new Map(readTable(document).map((row) => [row.name, row]));
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const names = [...Object.keys(dependencies), ...SHIPPED_TOOLS].sort();
const tree = new Map(productionTree().map((one) => [one.name, one]));
const sizes = await dependencySizes(names);

const rows = names.map((name) => {
  const { version, license } = tree.get(name)!;
  const { minified, gzip } = sizes.get(name)!;
  const { why = '', released = '' } = known.get(name) ?? {};
  return {
    name,
    version,
    license,
    minified: minified / 1000,
    gzip: gzip / 1000,
    released: values.dates ? publishedOn(name, version) : released,
    why,
  };
});
writeFileSync(FILE, writeTable(document, rows));
for (const { name, released, why } of rows) {
  if (!why) say(`write into ${FILE} why ${name} is there.`);
  if (!released) say(`run this with --dates to learn when ${name} was published.`);
}

function publishedOn(name: string, version: string): string {
  const times = JSON.parse(
    execFileSync('npm', ['view', `${name}@${version}`, 'time', '--json'], { encoding: 'utf8' }),
  );
  return times[version].slice(0, 10);
}
