import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder with the first raw file and no other. */
const incomplete = mkdtempSync(join(tmpdir(), 'minnow-raw-'));
mkdirSync(join(incomplete, 'index'));
writeFileSync(join(incomplete, 'index', 'IWM_close.csv'), 'date,close\n2026-01-02,250\n');
afterAll(() => rmSync(incomplete, { recursive: true }));

describe('npm run track-record', { timeout: 60_000 }, () => {
  it.each([
    ['a folder without raw data', ['--from', 'docs'], 1, 'There are no raw data in docs'],
    ['a folder that lacks files', ['--from', incomplete], 1, 'The raw data are incomplete: '],
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
