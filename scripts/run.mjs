// Entry of every npm script: plain Node without packages, so that it works on a fresh clone.
// Installs the packages when they are missing or differ from the lock file, then runs scripts/NAME.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...rest] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Minnow needs Node 20.19 or newer; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
}
const script = join(root, 'scripts', `${name}.ts`);
if (!name || !existsSync(script)) fail(`There is no command "${name ?? ''}".`);

process.chdir(root);
if (!isSetUp()) await underLock(setUp);
process.argv = [process.argv[0], script, ...rest];
const { register } = await import('tsx/esm/api');
register();
await import('./lib/english.ts');
await import(pathToFileURL(script).href);

/** The packages are there, and what WXT writes for TypeScript, which every other tool reads too. */
function isSetUp() {
  return packagesInstalled() && existsSync(join('.wxt', 'tsconfig.json'));
}

function setUp() {
  if (!packagesInstalled()) installPackages();
  const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
  const done = spawnSync(process.execPath, [wxt, 'prepare'], { stdio: ['ignore', 'ignore', 2] });
  if (done.status !== 0) fail('Could not prepare the project: see the message above.');
}

/** Whether node_modules holds what the lock file asks for; npm keeps its own copy of that list there. */
function packagesInstalled() {
  const wanted = packagesOf('package-lock.json');
  const held = packagesOf(join('node_modules', '.package-lock.json'));
  if (!held) return false;
  return Object.entries(wanted ?? {}).every(
    ([path, entry]) => path === '' || entry.optional || held[path]?.version === entry.version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function installPackages() {
  console.error('Minnow: installing packages from the lock file …');
  const windows = process.platform === 'win32';
  // What npm says goes to stderr, so that the command's own output stays pure.
  const args = ['ci', '--loglevel=error'];
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 2, 2], shell: windows });
  if (done.status !== 0) fail('Could not install the packages: see the messages of npm above.');
}

/** Runs a step that two commands started side by side must not do at once. */
async function underLock(step) {
  const lock = join('.cache', 'install.lock');
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) await sleep(500);
  process.once('exit', () => rmSync(lock, { force: true }));
  step();
  rmSync(lock, { force: true });
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!alive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function alive(lock) {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
}

function fail(message) {
  console.error(`Minnow: ${message}`);
  process.exit(1);
}
