import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, ensureBrowsers } from './lib/browsers';
import { ensureBuilt } from './lib/build';
import { unpackedPackage } from './lib/packages';
import { table } from './lib/table';

const HELP = `npm test             runs every check and test
npm test -- STEP ... runs some of them
npm test -- whole    leaves nothing out of what is exhaustive (each page, fault and kill); takes about half an hour
MINNOW_PACKAGES=1 npm test -- e2e    runs all end-to-end tests on the packages that npm run zip made`;

interface Count {
  passed: number;
  failed: number;
}

/** Checks and tests in their order. A check that throws has failed. */
const STEPS: Record<string, () => Count> = {
  lint: () => check(() => tool('@biomejs/biome', 'biome', 'check', '--error-on-warnings')),
  types: () =>
    check(() => {
      tool('wxt', 'wxt', 'prepare'); // the types of the texts follow lib/i18n/en.yml
      tool('typescript', 'tsc', '--noEmit');
    }),
  unused: () => check(() => tool('knip', 'knip')),
  build: () => sum(BROWSERS.map((browser) => check(() => ensureBuilt(browser)))),
  unit: () => tests('unit'),
  slow: () => tests('slow'),
  browsers: () => check(() => ensureBrowsers(BROWSERS)),
  e2e: () => tests('e2e'),
  packages: () => sum([check(zip), check(lintPackage), tests('packages')]),
};

function main(): void {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const steps = positionals.filter((name) => name !== 'whole');
  const unknown = steps.find((name) => !(name in STEPS));
  if (values.help || unknown) {
    console.log(
      `${unknown ? `There is no step "${unknown}".\n` : ''}${HELP}\nsteps: ${Object.keys(STEPS).join(', ')}`,
    );
    process.exitCode = unknown ? 1 : 0;
    return;
  }
  // tests/whole.ts reads it.
  if (steps.length < positionals.length) process.env.MINNOW_WHOLE = '1';
  const chosen = Object.entries(STEPS).filter(([name]) => steps.length === 0 || steps.includes(name));
  const rows: (string | number)[][] = [['step', 'passed', 'failed', 'seconds']];
  const counts = chosen.map(([name, run]) => {
    console.log(`\n== ${name}`);
    const start = performance.now();
    const count = run();
    rows.push([name, count.passed, count.failed, Math.round((performance.now() - start) / 1000)]);
    return count;
  });
  const { passed, failed } = sum(counts);
  console.log(`\n${table(rows)}\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function check(run: () => unknown): Count {
  try {
    run();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

function sum(counts: Count[]): Count {
  return counts.reduce(
    (all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** Makes the packages as for a release. Throws when that fails. */
function zip(): void {
  const { status } = spawnSync(process.execPath, [join('scripts', 'run.mjs'), 'zip'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The packages could not be made: see above.');
}

/** Mozilla's own check of the package for Firefox, which holds all that the others hold. */
function lintPackage(): void {
  const folder = unpackedPackage('firefox');
  process.env.NO_UPDATE_NOTIFIER = '1';
  tool('web-ext', 'web-ext', 'lint', '--source-dir', folder, '--warnings-as-errors', '--no-config-discovery');
}

/** Runs the program of an installed package. Throws when it finds something. */
function tool(packageName: string, program: string, ...args: string[]): void {
  if (run(packageName, program, args) !== 0) throw new Error(`${program} found something: see above.`);
}

function run(packageName: string, program: string, args: string[]): number | null {
  const folder = join('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = join(folder, typeof bin === 'string' ? bin : bin[program]);
  const { status, signal } = spawnSync(process.execPath, [file, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (signal) console.log(`${program} was ended from outside by ${signal}.`);
  return status;
}

/** Runs the tests of one vitest project and counts them. */
function tests(project: 'unit' | 'slow' | 'e2e' | 'packages'): Count {
  const results = join('.cache', `tests-${project}.json`);
  rmSync(results, { force: true });
  const status = run('vitest', 'vitest', [
    'run',
    ...['--config', join('tests', 'vitest.config.ts'), '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', results],
  ]);
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that could not be loaded fails the run without a failed test.
  return { passed: numPassedTests, failed: status === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

main();
