import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Form, readForm } from '../../lib/kept/form';
import { asideKey, asideText, keep, load } from '../../lib/kept/kept';
import { memoryArea } from '../settings/area';

/** A list that began as one name, became several, and by now has them as records. */
const FORM: Form<{ version: 3; names: { name: string }[] }> = {
  version: 3,
  steps: {
    1: ({ name }) => ({ version: 2, names: [name] }),
    2: ({ names }) => ({ version: 3, names: (names as string[]).map((name) => ({ name })) }),
  },
  schema: v.object({ version: v.literal(3), names: v.array(v.object({ name: v.string() })) }),
  words: {
    unknownForm: 'unknown form',
    noVersion: 'no version',
    newer: (version) => `newer: ${version}`,
    damaged: (why) => `damaged: ${why}`,
  },
};
const TODAY = { version: 3, names: [{ name: 'EPAC' }] };

describe('what is kept in a form with versions', () => {
  it.each([[{ version: 1, name: 'EPAC' }], [{ version: 2, names: ['EPAC'] }], [TODAY]])(
    'comes to today’s through every step between: %j',
    (kept) => {
      expect(readForm(FORM, kept)).toEqual({ value: TODAY });
    },
  );

  it.each([
    ['text', 'unknown form'],
    [[TODAY], 'unknown form'],
    [{}, 'no version'],
    [{ version: 0 }, 'no version'],
    [{ version: '3' }, 'no version'],
    [{ version: 4, names: [] }, 'newer: 4'],
    [{ version: 2, names: 7 }, 'damaged'],
    [{ version: 3, names: [{}] }, 'damaged: names.0.name'],
  ])('is refused in words: %j', (kept, words) => {
    const read = readForm(FORM, kept);
    expect('problem' in read && read.problem).toContain(words);
  });

  it('is set aside before anything is written over it, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (kept) => {
        const area = memoryArea({ list: kept });
        const before = await load(area, 'list', FORM);
        await keep(area, 'list', TODAY, before);
        const after = await load(area, 'list', FORM);
        expect(after.value).toEqual(TODAY);
        expect(area.kept[asideKey('list')]).toEqual([kept]);
        expect(JSON.parse(asideText(after)!)).toEqual([JSON.parse(JSON.stringify(kept))]);
      }),
    );
  });
});
