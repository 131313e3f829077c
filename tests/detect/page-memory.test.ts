import { beforeAll, describe, expect, it } from 'vitest';
import type { Directory } from '../../lib/detect/directory';
import { candidatesOf } from '../../lib/detect/extract';
import { PageMemory } from '../../lib/detect/page-memory';
import { directory } from './helper';

let names: Directory;
beforeAll(async () => {
  names = await directory();
});

const page = { host: 'www.example.com', symbols: [], lang: 'en', finance: 0 };
/** One part of the page, of one block. */
const part = (text: string) => candidatesOf({ text, kind: 'prose' }, 0);
const LATER = 'Progress said so.';
const NAMED = 'Progress Software Corp. (Nasdaq: PRGS) rose.';

describe('the memory of a page', () => {
  it('answers the parts that name a company', () => {
    const memory = new PageMemory();
    const splices = [{ at: 0, remove: 0, add: [part(NAMED), part('Nothing here.')] }];
    const changed = memory.update({ page, parts: 0, splices }, names)!;
    expect(changed.map(({ part, mentions }) => [part, mentions.map(({ ticker }) => ticker)])).toEqual([
      [0, ['PRGS', 'PRGS']],
    ]);
  });

  it('reads an older part anew when a later one says what it means, and takes that back again', () => {
    const memory = new PageMemory();
    const first = memory.update(
      { page, parts: 0, splices: [{ at: 0, remove: 0, add: [part(LATER)] }] },
      names,
    );
    expect(first).toEqual([]);
    const named = memory.update(
      { page, parts: 1, splices: [{ at: 1, remove: 0, add: [part(NAMED)] }] },
      names,
    )!;
    expect(named.map(({ part }) => part)).toEqual([0, 1]);
    expect(named[0]!.mentions).toMatchObject([{ ticker: 'PRGS', surface: 'Progress', block: 0 }]);
    const gone = memory.update({ page, parts: 2, splices: [{ at: 1, remove: 1, add: [] }] }, names);
    expect(gone).toEqual([{ part: 0, mentions: [] }]);
  });

  it('says nothing of parts that stay as they were', () => {
    const memory = new PageMemory();
    memory.update({ page, parts: 0, splices: [{ at: 0, remove: 0, add: [part(NAMED)] }] }, names);
    const more = { at: 0, remove: 0, add: [part('Enerpac Tool Group rose too.')] };
    const changed = memory.update({ page, parts: 1, splices: [more] }, names)!;
    expect(changed.map(({ part }) => part)).toEqual([0]);
  });

  it('knows when it does not hold what a page builds on', () => {
    expect(new PageMemory().update({ page, parts: 3, splices: [] }, names)).toBeNull();
  });
});
