import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run track-record', { timeout: 60_000 }, () => {
  it.each([
    ['a folder without raw data', ['--from', 'docs'], 1, 'There are no raw data in docs'],
    ['an unknown option', ['--form', 'docs'], 2, 'Usage'],
  ])('refuses %s in words', (_, args, code, words) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/run.mjs', 'track-record', ...args],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
