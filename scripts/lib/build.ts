import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers';
import { say } from './say';

/** Everything that goes into a build. */
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];
const TARGET = { chromium: 'chrome', firefox: 'firefox' } as const;

/** Folder of the built extension; builds it first when a source has changed. Throws when the build fails. */
export function ensureBuilt(browser: BrowserName): string {
  const target = TARGET[browser];
  const folder = join('.output', `${target}-mv3`);
  const stamp = join('.cache', `built-${target}`);
  const now = fingerprint();
  if (existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    return folder;
  }
  say(`building the extension for ${browser} …`);
  wxt('build', '-b', target);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(stamp, now);
  return folder;
}

/** Runs WXT; its output is shown only when it fails, as the error. */
export function wxt(...args: string[]): void {
  const run = spawnSync(process.execPath, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`wxt ${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
}

/** Changes when a source file is added, removed, or written. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
