import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../lib/market/day';
import { isSmallCap } from '../../lib/market/small-cap';
import type { MacroId, Series } from '../../lib/market/types';
import { RECORD_FILE } from '../../lib/track-record/schema';
import { buildDataset } from '../../scripts/data/build';
import { DAILY, WEEKLY } from '../../scripts/data/prices';
import { RawFolder } from '../../scripts/data/raw';
import { DEFAULT_FOLDER, readDataset } from '../../scripts/lib/read-dataset';

const dataset = await readDataset();
const market = await dataset.market();
const universe = await dataset.universe();
const on = ({ days, values }: Series, date: string) => values[days.indexOf(parseDay(date))];

describe('the data set that ships', () => {
  it('holds the index closes that the thesis rests on', () => {
    const { IWM, SPY } = market.index;
    expect(on(IWM, '2025-12-04')).toBe(251.82);
    expect(on(IWM, '2026-08-14')).toBe(305.09);
    expect(on(IWM, '2025-11-20')).toBe(229.11);
    expect(Math.max(...IWM.values)).toBe(305.09);
    expect(IWM.days).toHaveLength(6628);
    expect(formatDay(IWM.days[0] ?? 0)).toBe('2000-05-26');
    expect(formatDay(SPY.days[0] ?? 0)).toBe('1993-01-29');
    expect([IWM, SPY].map(({ provenance }) => formatDay(provenance.asOf))).toEqual([
      '2026-10-05',
      '2026-10-05',
    ]);
  });

  it('shows the years in which IWM trailed SPY', () => {
    const yearly = (series: Series, year: number) => {
      const last = (before: string) =>
        series.values[series.days.findLastIndex((day) => day < parseDay(before))] ?? 0;
      return last(`${year + 1}-01-01`) / last(`${year}-01-01`);
    };
    const lost = [2019, 2020, 2021, 2022, 2023, 2024, 2025].filter(
      (year) => yearly(market.index.IWM, year) < yearly(market.index.SPY, year),
    );
    expect(lost).toEqual(expect.arrayContaining([2021, 2022, 2023, 2024, 2025]));
    expect(lost).not.toContain(2020);
  });

  it('leaves October 2025 missing where no survey was taken', () => {
    for (const id of ['UNRATE', 'CPIAUCSL'] as const) {
      for (const vintage of market.macro[id]?.vintages ?? []) {
        expect([...vintage.days]).not.toContain(parseDay('2025-10-01'));
      }
    }
  });

  it('has the target that was cut in December 2025 and raised in September 2026', () => {
    const target = market.macro.DFEDTARU?.vintages[0] as Series;
    expect(
      ['2025-12-10', '2025-12-11', '2026-09-16', '2026-09-17', '2026-10-02'].map((day) => on(target, day)),
    ).toEqual([4, 3.75, 3.75, 4, 4]);
  });

  it('has every macro series, no observation known before its time or after its file was taken', () => {
    const ids: MacroId[] = [
      'DGS2',
      'DFEDTARU',
      'FEDTARMD',
      'CPIAUCSL',
      'CPILFESL',
      'PCEPILFE',
      'UNRATE',
      'PAYEMS',
      'ICSA',
      'INDPRO',
      'NFIB_SALES',
      'NFIB_COMP',
    ];
    expect(Object.keys(market.macro).sort()).toEqual([...ids].sort());
    for (const id of ids) {
      for (const { takenOn, days, knownOn } of market.macro[id]?.vintages ?? []) {
        expect(knownOn).toHaveLength(days.length);
        expect(Math.max(...knownOn)).toBeLessThanOrEqual(takenOn);
        if (id !== 'FEDTARMD') expect(days.every((day, i) => day <= (knownOn[i] ?? 0))).toBe(true);
      }
    }
  });

  it("has the article's figures and those of companies at its level", () => {
    const [article] = market.figures.filter(({ kind }) => kind === 'article');
    expect(article).toMatchObject({
      growthPct: { small: 35, large: 14 },
      premiumPct: 5,
      forwardMultiple: { small: 23.7 },
    });
    const { forwardMultiple } =
      market.figures.find((one) => one.kind === 'companies' && one.forwardMultiple) ?? {};
    expect(forwardMultiple?.small).toBeGreaterThan(20);
    expect(forwardMultiple?.small).toBeLessThan(26);
    expect(forwardMultiple?.large).toBeGreaterThan(16);
    expect(forwardMultiple?.large).toBeLessThan(24);
    expect(forwardMultiple?.companies?.small).toBeGreaterThan(1500);
    expect(forwardMultiple?.companies?.large).toBeGreaterThan(480);
  });

  it('weighs Alphabet once, and finds none of the five names in the Russell 2000', () => {
    for (const { names } of market.aiWeights) {
      const five = names.filter(({ symbol }) => ['MSFT', 'META', 'AMZN', 'GOOGL', 'ORCL'].includes(symbol));
      const total = five.reduce((sum, { largePct }) => sum + largePct, 0);
      expect(total).toBeGreaterThan(15);
      expect(total).toBeLessThan(23);
      expect(five.every(({ smallPct }) => smallPct === 0)).toBe(true);
    }
  });

  it('lists every US-listed stock once, with its place in the indexes', () => {
    const all = [...universe.all()];
    expect(all).toHaveLength(7182);
    expect(new Set(all.map(({ symbol }) => symbol)).size).toBe(7182);
    expect(all.filter(({ russell2000Pct }) => russell2000Pct !== undefined)).toHaveLength(1948);
    expect(all.filter(({ sp500 }) => sp500)).toHaveLength(502);
    expect(all.filter(({ sp600 }) => sp600)).toHaveLength(602);
    for (const symbol of ['EPAC', 'BRK/A', 'A', 'ZYME']) expect(universe.get(symbol)?.symbol).toBe(symbol);
    expect(universe.get('EPAC')).toMatchObject({
      exchange: 'NYSE',
      country: 'United States',
      sp600: true,
      common: true,
    });
    expect(universe.get('MOGA')).toBeUndefined();
  });

  it('has a history for every small cap that has closes anywhere', async () => {
    const bounds = { min: 300e6, max: 2e9 };
    const without = [];
    for (const company of universe.all()) {
      if (!isSmallCap(company, bounds)) continue;
      const data = await dataset.company(company.symbol);
      if (!data?.history) without.push(company.symbol);
    }
    expect(without).toEqual(['CRD/A', 'NXH']);
  });

  it('takes at most 2.5 MB in the packed extension', async () => {
    const files = await readdir(DEFAULT_FOLDER, { recursive: true, withFileTypes: true });
    let packed = 0;
    for (const file of files) {
      if (file.isFile())
        packed += deflateRawSync(await readFile(join(file.parentPath, file.name)), { level: 9 }).length;
    }
    expect(packed).toBeLessThan(2.5e6);
  });

  it('names the source and the day of every part', () => {
    expect(dataset.parts.map(({ name }) => name)).toEqual([
      'prices',
      'macro',
      'figures',
      'universe',
      'names',
      'companies',
    ]);
    for (const { sources } of dataset.parts) {
      const days = sources.map(({ asOf }) => parseDay(asOf));
      expect(days).toEqual(days.toSorted((a, b) => b - a));
    }
  });
});

const RAW = '../shared/data';
if (existsSync(RAW)) {
  const raw = new RawFolder(RAW);

  describe('the data set against the raw files', () => {
    it('has the very closes of IWM and SPY', () => {
      for (const symbol of ['IWM', 'SPY'] as const) {
        const { days, values } = market.index[symbol];
        expect({ days, values }).toEqual(raw.series(`index/${symbol}_close.csv`));
      }
    });

    it('is what the build makes of them, byte for byte', { timeout: 120_000 }, async () => {
      const out = join(await mkdtemp(join(tmpdir(), 'minnow-data-')), 'data');
      // The track record that stands there is kept.
      await mkdir(out);
      await copyFile(join(DEFAULT_FOLDER, RECORD_FILE), join(out, RECORD_FILE));
      await buildDataset(RAW, out);
      const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((file) =>
        file.isFile(),
      );
      for (const file of files) {
        const path = relative(out, join(file.parentPath, file.name));
        const same = (await readFile(join(out, path))).equals(await readFile(join(DEFAULT_FOLDER, path)));
        expect(same, `${path} differs: run npm run data`).toBe(true);
      }
      expect(files).toHaveLength(dataset.parts.flatMap((part) => part.files).length + 2);
      await rm(dirname(out), { recursive: true });
    });

    it('has the very closes of companies: weekly, then daily', async () => {
      const symbols = ['EPAC', 'CARE', 'GO', 'ABEO', 'AAON', 'PLAY'];
      const weekly = raw.table(WEEKLY, (symbol) => symbols.includes(symbol));
      const daily = raw.table(DAILY, (symbol) => symbols.includes(symbol));
      for (const symbol of symbols) {
        const { history } = (await dataset.company(symbol)) ?? {};
        const [before, after] = [weekly.get(symbol), daily.get(symbol)];
        if (!history || !before || !after) throw new Error(`No history of ${symbol}`);
        const early = before.days.filter((day) => day < (after.days[0] ?? 0));
        expect([...history.days]).toEqual([...early, ...after.days]);
        expect([...history.values]).toEqual([...before.values.slice(0, early.length), ...after.values]);
      }
    });
  });
} else {
  console.info(`The raw files are not at ${RAW}: the data set is not compared with them.`);
}
