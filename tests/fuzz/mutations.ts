import fc from 'fast-check';

/** What readers trip over: other types, numbers at the edge, signs of the form, markup, and names of the language. */
const SCRAPS = [
  ...['"', '""', ',', ':', '{', '}', '[', ']', '\n', '\r\n', '\t', '\u0000', '\uFEFF', '\uD800', ' '],
  ...['null', 'true', '-1', '1e999', '9007199254740993', '-0', 'NaN', '.', '""', '[]', '{}', '"__proto__":'],
  ...['<img src=x onerror=1>', '<!doctype html>', '2026-02-30', '9999-12-31', '0000-00-00', '$', '%'],
];

type Edit = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 40 });
const at = (text: string, share: number) => Math.floor(share * text.length);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...SCRAPS)).map(
    ([where, scrap]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + scrap + text.slice(at(text, where)),
  ),
  fc.tuple(place, length, fc.constantFrom('', ...SCRAPS)).map(
    ([where, long, scrap]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + scrap + text.slice(at(text, where) + long),
  ),
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
    ([where, code]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + String.fromCharCode(code) + text.slice(at(text, where) + 1),
  ),
  // A part once more, and no end.
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (text) =>
        text.slice(0, at(text, Math.max(from, to))) + text.slice(at(text, Math.min(from, to))),
  ),
  place.map(
    (where): Edit =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
);

/** A real text, damaged in some places. */
export const damaged = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => edits.reduce((now, change) => change(now), text));

/** Real bytes with some of them flipped, cut off, or a stretch repeated. */
export const damagedBytes = (file: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc
      .array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 })
      .map((flips) => {
        const bytes = file.slice();
        for (const [where, mask] of flips) bytes[Math.floor(where * (bytes.length - 1))]! ^= mask;
        return bytes;
      }),
    // The first bytes say where everything else is.
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: Math.min(400, file.length - 1) }),
          fc.integer({ min: 1, max: 255 }),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((flips) => {
        const bytes = file.slice();
        for (const [where, mask] of flips) bytes[where]! ^= mask;
        return bytes;
      }),
    place.map((where) => file.slice(0, Math.floor(where * file.length))),
    fc.tuple(place, place).map(([from, to]) => {
      const [a, b] = [from, to].map((share) => Math.floor(share * file.length)).sort((x, y) => x - y) as [
        number,
        number,
      ];
      return Uint8Array.of(
        ...file.subarray(0, Math.min(b, 4000)),
        ...file.subarray(a, Math.min(file.length, a + 4000)),
      );
    }),
  );

/** Any JSON value with one of its parts changed, taken away or put elsewhere. */
export function changed(value: unknown): fc.Arbitrary<unknown> {
  const paths: string[][] = [];
  const walk = (one: unknown, path: string[]) => {
    paths.push(path);
    if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) walk(inner, [...path, key]);
    }
  };
  walk(value, []);
  const other = fc.oneof(
    fc.anything({ maxDepth: 2 }),
    fc.constantFrom<unknown>(undefined, null, -1, 1e9, Number.NaN, '', 'x'.repeat(400), '__proto__', [], {}),
    fc
      .constantFrom(...paths)
      .map((path) => structuredClone(path.reduce<unknown>((inner, key) => (inner as never)?.[key], value))),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), other), { minLength: 0, maxLength: 3 })
    .map((changes) => {
      let next = structuredClone(value);
      for (const [path, given] of changes) {
        // A copy of its own, lest one object be put into itself
        const put = structuredClone(given);
        const last = path.at(-1);
        if (last === undefined) {
          next = put;
          continue;
        }
        const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as never)?.[key], next);
        if (typeof holder !== 'object' || holder === null) continue;
        if (put === undefined) delete (holder as Record<string, unknown>)[last];
        else
          Object.defineProperty(holder, last, {
            value: put,
            enumerable: true,
            configurable: true,
            writable: true,
          });
      }
      return next;
    });
}
