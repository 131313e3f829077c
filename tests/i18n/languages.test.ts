import { describe, expect, it, test } from 'vitest';
import {
  fillingsOf,
  isSpoken,
  LANGUAGES,
  literal,
  nodesOf,
  partsOf,
  pluralsOf,
  SOURCES,
  textsOf,
} from './texts';

const english = await textsOf('en');

/** What the stores of extensions take, in characters. */
const LIMITS = { extName: 75, extDescription: 132 } as const;

/** Texts of more than three words that are the same in other languages: mostly figures and names. */
const SAME: string[] = [];

describe('English', () => {
  const nodes = SOURCES.flatMap(({ program }) => [...nodesOf(program)]);
  const literals = new Set(nodes.flatMap((node) => literal(node) ?? []));
  /** Keys that are made from a fixed beginning, e.g. `thesis.what.${what}`. */
  const made = nodes
    .flatMap((node) => [partsOf(node) ?? []])
    .filter(([start, ...rest]) => rest.length > 0 && /^\w+\.([\w.]+\.)?$/.test(start!))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+')}$`));
  const manifest = [...literals].flatMap((text) => /^__MSG_(\w+)__$/.exec(text)?.[1] ?? []);

  it('has no text that nothing says', () => {
    const unused = [...english.keys()].filter(
      (key) =>
        !literals.has(key) &&
        !made.some((pattern) => pattern.test(key)) &&
        !manifest.includes(key.replaceAll('.', '_')),
    );
    expect(unused).toEqual([]);
  });

  it('has every text that is said', () => {
    const said = nodes
      .filter(isSpoken)
      .flatMap((call) => [...nodesOf((call.arguments as Parameters<typeof nodesOf>[0][])[0]!)])
      .flatMap((node) => literal(node) ?? [])
      .filter((text) => /^\w+(\.\w+)*$/.test(text));
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((key) => !english.has(key))).toEqual([]);
    const underlined = new Set([...english.keys()].map((key) => key.replaceAll('.', '_')));
    expect(manifest.filter((key) => !underlined.has(key))).toEqual([]);
  });
});

test.each(['en', ...LANGUAGES])('%s names itself and keeps to the limits of the stores', async (language) => {
  const texts = await textsOf(language);
  expect(texts.get('lang')).toEqual([language]);
  for (const [key, limit] of Object.entries(LIMITS)) {
    expect([...texts.get(key)![0]!].length, key).toBeLessThanOrEqual(limit);
  }
});

describe.each(LANGUAGES)('%s', async (language) => {
  const texts = await textsOf(language);

  it('has the same texts as English, in the same order', () => {
    expect([...texts.keys()]).toEqual([...english.keys()]);
  });

  it('has the same forms for numbers', async () => {
    expect(await pluralsOf(language)).toEqual(await pluralsOf('en'));
  });

  it('fills in the same, where only the form for one may say the number in a word', () => {
    const places = (from: typeof texts) =>
      new Map([...from].map(([key, forms]) => [key, fillingsOf(forms.at(-1)!)]));
    expect(places(texts)).toEqual(places(english));
    const strange = [...texts].filter(([key, forms]) =>
      forms.some((form) =>
        fillingsOf(form).some((place) => !fillingsOf(english.get(key)!.at(-1)!).includes(place)),
      ),
    );
    expect(strange).toEqual([]);
  });

  it('has no empty text', () => {
    expect([...texts].filter(([, forms]) => forms.some((form) => form.trim() === ''))).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    const same = [...texts].filter(([key, forms]) =>
      forms.some((form, i) => {
        const words = form.replace(/\{\w+\}/g, ' ').match(/\p{L}{2,}/gu) ?? [];
        return words.length > 3 && form === english.get(key)?.[i] && !SAME.includes(key);
      }),
    );
    expect(same).toEqual([]);
  });
});
