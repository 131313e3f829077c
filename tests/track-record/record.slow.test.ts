import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../lib/market/day';
import { DatasetError } from '../../lib/market/manifest';
import { SIGNALS } from '../../lib/thesis/signals';
import { RECORD_FILE, readRecord, writeRecord } from '../../lib/track-record/schema';
import { findingOf, looksOf, mainOf } from '../../lib/track-record/words';
import { RawFolder } from '../../scripts/data/raw';
import { DEFAULT_FOLDER } from '../../scripts/lib/read-dataset';
import { BLOCK_NAMES, DOCUMENT, fillDocument } from '../../scripts/track-record/document';
import { trackRecord } from '../../scripts/track-record/record';
import { shipped as market } from '../thesis/support';

const bytes = await readFile(join(DEFAULT_FOLDER, RECORD_FILE));
const record = await readRecord(bytes);

describe('the record that ships', () => {
  it('stands on the closes of the data set beside it', () => {
    expect(record.asOf).toBe(formatDay(market.index.IWM.days.at(-1)!));
    expect(record.index.from).toBe('2000-05-31');
    expect(record.long.from).toBe('1963-07-31');
    expect(record.index.signals.map(({ id }) => id)).toEqual(SIGNALS.map(({ id }) => id));
  });

  it('holds the facts of the article and of what came after', () => {
    const { from, events, legs } = record.sinceArticle;
    expect(from).toBe('2025-12-09');
    expect(events.map(({ day, words }) => `${day} ${words}`).join('\n')).toMatch(
      /2025-12-10 .*251\.82[\s\S]*2025-12-11 .*cut .*3\.75[\s\S]*2025-12-31 .*behind[\s\S]*2026-08-14 .*305\.09[\s\S]*2026-09-17 .*raised .*4\.00/,
    );
    expect(legs.find(({ id }) => id === 'rate-cuts')).toMatchObject({
      outcome: 'broke',
      turns: expect.arrayContaining([expect.objectContaining({ day: '2026-09-17', verdict: 'against' })]),
    });
    for (const { turns } of legs) expect(turns[0]!.day).toBe(from);
  });

  it('has every interval around its figure', () => {
    const estimates: { value: number; low: number; high: number }[] = [];
    JSON.stringify(record, (_, one) => {
      if (one && typeof one === 'object' && typeof one.low === 'number') estimates.push(one);
      return one;
    });
    expect(estimates.length).toBeGreaterThan(300);
    for (const { low, high } of estimates) expect(low).toBeLessThanOrEqual(high);
    const inside = estimates.filter(({ value, low, high }) => low <= value && value <= high);
    expect(inside.length / estimates.length).toBeGreaterThan(0.95);
  });

  it('says what the README and the document say in words', () => {
    const year = mainOf(record.index.followed)!;
    expect(findingOf(year.rank, true)).toBe('none');
    expect(findingOf(mainOf(record.long.followed)!.rank, true)).toBe('none');
    expect(record.index.followed.map(({ rank }) => findingOf(rank, true))).toEqual([
      'none',
      'none',
      'none',
      'none',
    ]);
    expect(looksOf(record)).toEqual({ all: 52, claimed: 5, opposite: 12 });
    const [month] = record.companies.followed;
    expect(findingOf(month!.spread, true)).toBe('more');
    expect(month!.spread.value).toBeGreaterThan(1);
    const [followed, small, large] = record.index.ways;
    expect(followed!.yearly).toBeLessThan(small!.yearly);
    expect(followed!.yearly).toBeLessThan(large!.yearly);
  });

  it('fills the tables of its document', async () => {
    const text = await readFile(DOCUMENT, 'utf8');
    for (const name of BLOCK_NAMES) expect(text).toContain(`<!-- ${name} -->`);
    expect(fillDocument(text, record), 'run npm run track-record').toBe(text);
  });
});

describe('its file', () => {
  it('is read as it was written', async () => {
    expect(await writeRecord(record)).toBe(bytes.toString());
  });

  it.each([
    ['a changed figure', (text: string) => text.replace('"resamples":2000', '"resamples":2001')],
    ['an unknown version', (text: string) => text.replace('"version":1', '"version":2')],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['nothing', () => ''],
  ])('is refused in words: %s', async (_, change) => {
    const changed = new TextEncoder().encode(change(bytes.toString()));
    await expect(readRecord(changed)).rejects.toThrow(DatasetError);
    await expect(readRecord(changed)).rejects.toThrow('The track record is damaged');
  });
});

const RAW = '../shared/data';
if (existsSync(RAW)) {
  describe('the record against the raw files', () => {
    it('is what the command makes of them', { timeout: 240_000 }, () => {
      const made = trackRecord(new RawFolder(RAW), () => () => {});
      expect(made, 'run npm run track-record').toEqual(record);
    });
  });
} else {
  console.info(`The raw files are not at ${RAW}: the track record is not compared with them.`);
}
