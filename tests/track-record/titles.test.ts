import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../lib/thesis/signals';
import { RECORD_FILE, readRecord } from '../../lib/track-record/schema';
import { withOwnTitles } from '../../lib/track-record/titles';

describe('the titles of the track record', () => {
  it('are the engine’s own, whatever language the file was written in', async () => {
    const record = await readRecord(await readFile(`public/data/${RECORD_FILE}`));
    const [first, ...rest] = record.index.signals;
    const abroad = { ...first!, title: 'Jahre im Rückstand' };
    const { index, sinceArticle } = withOwnTitles({
      ...record,
      index: { ...record.index, signals: [abroad, ...rest] },
    });
    expect(index.signals[0]!.title).toBe(SIGNALS.find(({ id }) => id === first!.id)!.title);
    expect(sinceArticle.legs.map(({ title }) => title)).toEqual(SIGNALS.map(({ title }) => title));
  });

  it('of what the engine no longer has stay as they are in the file', async () => {
    const record = await readRecord(await readFile(`public/data/${RECORD_FILE}`));
    const old = { ...record.index.signals[0]!, id: 'gone', title: 'Gone' };
    const { index } = withOwnTitles({ ...record, index: { ...record.index, signals: [old] } });
    expect(index.signals[0]!.title).toBe('Gone');
  });
});
