import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { FACTORS } from '../../lib/thesis/fit';
import { SIGNALS } from '../../lib/thesis/signals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'minnow-thesis-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `npm run thesis -- ARGUMENTS`. */
function thesis(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'thesis', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run thesis', { timeout: 60_000 }, () => {
  it('prints the thesis and a company as JSON, and nothing else', () => {
    const { status, stdout } = thesis('--as-of', '2025-12-09', '--json', '--ticker', 'epac');
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      asOf: '2025-12-09',
      score: expect.any(Number),
      coverage: expect.any(Number),
    });
    expect(report.signals.map(({ id }: { id: string }) => id)).toEqual(SIGNALS.map(({ id }) => id));
    const measures = Object.fromEntries(
      report.signals.map(({ id, measure }: { id: string; measure: object }) => [id, measure]),
    );
    expect(measures).toMatchObject({
      'lag-streak': { fullYears: 4, ytdGapPct: expect.any(Number) },
      breakout: { close: 251.39, recordClose: 251.82, distancePct: expect.any(Number) },
      'relative-strength': { lowDate: '2025-11-20', gapPct: expect.any(Number) },
      'rate-cuts': { twoYearMinusTargetPct: expect.any(Number), targetUpperPct: 4, targetChange6mPct: -0.5 },
      'earnings-growth-gap': { smallPct: 35, largePct: 14 },
      valuation: { premiumPct: 5 },
    });
    for (const { asOf, verdict } of [...report.signals, ...report.ticker.factors]) {
      if (verdict !== 'unknown') expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(report.ticker).toMatchObject({
      symbol: 'EPAC',
      score: expect.any(Number),
      thesis: report.score,
      fit: expect.any(Number),
    });
    expect(report.ticker.factors.map(({ id }: { id: string }) => id)).toEqual(FACTORS.map(({ id }) => id));
  });

  it('prints a table as of the newest index close', () => {
    const { status, stdout } = thesis();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Small-cap thesis as of 2026-10-05: [\d.]+ of 100/);
    for (const { title } of SIGNALS) expect(stdout).toContain(`${title}: `);
  });

  it.each([
    ['an unknown ticker', ['--ticker', 'NOSUCH'], 1, 'NOSUCH'],
    ['what is no date', ['--as-of', '2025-02-30'], 1, '2025-02-30'],
    ['a day before the data', ['--as-of', '1999-01-04'], 1, '2000-05-26'],
    ['a folder without data', ['--data', '/nonexistent'], 1, 'market data'],
    ['an unknown option', ['--asof', '2025-12-09'], 2, 'Usage'],
  ])('refuses %s in words', (_, args, code, words) => {
    const { status, stdout, stderr } = thesis(...args, '--json');
    expect(status).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('reads another folder, and says what is damaged in it', () => {
    cpSync(join(root, 'public/data'), folder, { recursive: true });
    expect(thesis('--data', folder, '--json').status).toBe(0);
    writeFileSync(join(folder, 'macro.bin'), 'no longer data');
    expect(thesis('--data', folder)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('damaged'),
    });
  });
});
