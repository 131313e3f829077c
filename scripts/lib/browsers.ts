import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Where each browser is looked for; the environment variable wins. */
const PLACES = {
  chromium: {
    env: 'MINNOW_CHROMIUM',
    commands: ['chromium', 'chromium-browser'],
    files: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    debian: 'chromium',
    name: 'Chromium',
  },
  firefox: {
    env: 'MINNOW_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
    name: 'Firefox',
  },
} as const;

/**
 * Paths of the browsers asked for, installed from Debian's packages when missing and possible.
 * Throws with a message that says what to install when one is still missing.
 */
export function ensureBrowsers(names: readonly BrowserName[]): Record<BrowserName, string> {
  const missing = names.filter((name) => !find(name));
  if (missing.length > 0 && canInstall()) install(missing.map((name) => PLACES[name].debian));
  const paths = {} as Record<BrowserName, string>;
  for (const name of names) {
    const path = find(name);
    if (!path) throw new Error(howToInstall(name));
    paths[name] = path;
  }
  return paths;
}

function find(name: BrowserName): string | undefined {
  const { env, commands, files } = PLACES[name];
  const chosen = process.env[env];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`${env} says ${chosen}, but there is no such file.`);
  }
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...files].find((path) => existsSync(path));
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function install(packages: string[]): void {
  say(`installing ${packages.join(' and ')} …`);
  const options = {
    stdio: ['ignore', 2, 2] as ('ignore' | number)[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  } catch {
    say(`apt-get could not install ${packages.join(' and ')}.`);
  }
}

function howToInstall(name: BrowserName): string {
  const { name: title, debian, env } = PLACES[name];
  return (
    `${title} is needed and was not found. Install it (on Debian or Ubuntu, as root: ` +
    `apt-get install ${debian}), or set ${env} to the path of its program.`
  );
}
