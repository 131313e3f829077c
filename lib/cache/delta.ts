import { applyDelta, createDelta, getDeltaTargetSize } from 'fossil-delta';
import * as v from 'valibot';
import type { Files } from './edition';

/**
 * What changed between two data sets, in one file: four bytes with the length of the header (little endian), the
 * header as JSON, then for each changed file either the file or its difference from the file of that name before.
 */
const Header = v.array(
  v.object({
    file: v.string(),
    kind: v.picklist(['whole', 'difference']),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
);

/** Bytes; no file of a data set comes near. */
const LONGEST = 16e6;

/** Packs the files of one data set that another has not. */
export function packDelta(before: Files, after: Files): Uint8Array {
  const entries: v.InferOutput<typeof Header> = [];
  const bodies: Uint8Array[] = [];
  for (const [file, body] of after) {
    const old = before.get(file);
    if (old && same(old, body)) continue;
    const difference = old && Uint8Array.from(createDelta(old, body));
    const useful = difference !== undefined && difference.length < body.length;
    entries.push({ file, kind: useful ? 'difference' : 'whole', bytes: (useful ? difference : body).length });
    bodies.push(useful ? difference : body);
  }
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const length = bodies.reduce((sum, { length }) => sum + length, 0);
  const packed = new Uint8Array(4 + header.length + length);
  new DataView(packed.buffer).setUint32(0, header.length, true);
  packed.set(header, 4);
  let at = 4 + header.length;
  for (const body of bodies) {
    packed.set(body, at);
    at += body.length;
  }
  return packed;
}

/** The changed files, made from those before. @throws Error of some kind when they do not fit */
export function unpackDelta(
  packed: Uint8Array,
  before: (file: string) => Uint8Array,
): Map<string, Uint8Array> {
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  const header = v.parse(Header, JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length))));
  let at = 4 + length;
  return new Map(
    header.map(({ file, kind, bytes }) => {
      if (at + bytes > packed.length) throw new RangeError('The changes end early');
      const body = packed.slice(at, at + bytes);
      at += bytes;
      return [file, kind === 'whole' ? body : applied(before(file), body)];
    }),
  );
}

/** A file made from the one before; few bytes can ask for one of any length. */
function applied(before: Uint8Array, difference: Uint8Array): Uint8Array {
  if (!(getDeltaTargetSize(difference) <= LONGEST)) throw new RangeError('The changed file is too long');
  return Uint8Array.from(applyDelta(before, difference));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
