import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  differences,
  imported,
  readFile,
  readParts,
  type TransferPart,
  transferPart,
  writeFile,
  writeParts,
} from '../../lib/settings/transfer';

/** Two parts kept in memory; `refuse` makes one of them fail to be written. */
function parts(refuse?: string): { all: TransferPart[]; kept: Record<string, unknown> } {
  const kept: Record<string, unknown> = {
    look: { theme: 'auto', tags: ['one'] },
    list: ['EPAC'],
  };
  const part = <T>(key: string, schema: v.GenericSchema<unknown, T>, more: Partial<TransferPart<T>> = {}) =>
    transferPart<T>({
      key,
      title: key,
      schema,
      read: async () => structuredClone(kept[key]) as T,
      async write(value) {
        if (key === refuse) return 'It was refused.';
        kept[key] = value;
        return undefined;
      },
      ...more,
    });
  return {
    kept,
    all: [
      part('look', v.object({ theme: v.picklist(['auto', 'dark']), tags: v.array(v.string()) }), {
        groups: [
          [['theme'], 'Theme'],
          [['tags'], 'Tags'],
        ],
      }),
      part('list', v.pipe(v.array(v.string()), v.maxLength(3, 'The list is too long.'))),
    ],
  };
}

const fileOf = (values: Record<string, unknown>, over: object = {}) =>
  JSON.stringify({ ...JSON.parse(writeFile(new Map(Object.entries(values)), '2026-11-25')), ...over });

describe('a file of options', () => {
  it('reads as it was written', async () => {
    const { all } = parts();
    const values = await readParts(all);
    expect(readFile(writeFile(values, '2026-11-25'), all)).toEqual({
      values,
      left: [],
      savedOn: '2026-11-25',
    });
  });

  it.each([
    ['empty', ' ', 'empty'],
    ['no JSON', 'PK\u0003\u0004', 'no JSON'],
    ['cut off', fileOf({ list: ['EPAC'] }).slice(0, 60), 'damaged'],
    ['another file', '{"name":"something"}', "no file of Minnow's options"],
    ['a list', '[1]', "no file of Minnow's options"],
    ['without a version', fileOf({ list: [] }, { version: '1' }), 'which version'],
    ['from the future', fileOf({ list: [] }, { version: 2 }), 'newer Minnow (version 2)'],
    ['without parts', fileOf({}, { parts: [] }), 'holds no options'],
    ['with parts of no use', fileOf({ other: 1 }), 'holds no options'],
    ['with a wrong value', fileOf({ look: { theme: 'pink', tags: [] } }), 'theme is missing'],
    ['with a list too long', fileOf({ list: ['A', 'B', 'C', 'D'] }), 'The list is too long.'],
    ['one part right, one wrong', fileOf({ list: ['A'], look: null }), '“look” in the file is damaged'],
  ])('is refused whole, in words: %s', (_, text, words) => {
    const read = readFile(text, parts().all);
    expect('problem' in read && read.problem).toContain(words);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readFile(text, parts().all);
      }),
    );
  });

  it('may hold more than this Minnow knows, which is told', () => {
    const read = readFile(fileOf({ list: ['A'], board: {} }), parts().all);
    expect('left' in read && read.left).toEqual(['board']);
  });

  it('may begin with the mark that some editors write', () => {
    expect(readFile(`\uFEFF${fileOf({ list: ['A'] })}`, parts().all)).toHaveProperty('values');
  });
});

describe('an import', () => {
  const file = new Map<string, unknown>([
    ['look', { theme: 'dark', tags: ['one', 'two'] }],
    ['list', ['CALM']],
  ]);

  it('adds: lists grow, anything else stays', async () => {
    const { all } = parts();
    const next = imported(all, await readParts(all), file, 'add');
    expect(Object.fromEntries(next)).toEqual({
      look: { theme: 'auto', tags: ['one', 'two'] },
      list: ['EPAC', 'CALM'],
    });
  });

  it('replaces what is in the file and nothing else', async () => {
    const { all } = parts();
    const next = imported(all, await readParts(all), new Map([['list', ['CALM']]]), 'replace');
    expect(Object.fromEntries(next)).toEqual({ list: ['CALM'] });
  });

  it('tells before what would change', async () => {
    const { all } = parts();
    const kept = await readParts(all);
    expect(differences(all, kept, imported(all, kept, file, 'replace'))).toEqual([
      { title: 'Theme' },
      { title: 'Tags', added: 1, removed: 0 },
      { title: 'list', added: 1, removed: 1 },
    ]);
    expect(differences(all, kept, kept)).toEqual([]);
  });

  it('is taken back by writing what was', async () => {
    const { all, kept } = parts();
    const before = await readParts(all);
    const next = imported(all, before, file, 'replace');
    expect(await writeParts(all, next, before)).toBeUndefined();
    expect(kept.list).toEqual(['CALM']);
    expect(await writeParts(all, before, next)).toBeUndefined();
    expect(kept).toEqual(Object.fromEntries(before));
  });

  it('leaves everything as it was when one part cannot be written', async () => {
    const { all, kept } = parts('list');
    const before = await readParts(all);
    expect(await writeParts(all, file, before)).toBe('It was refused.');
    expect(kept).toEqual(Object.fromEntries(before));
  });
});
