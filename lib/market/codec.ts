/**
 * Whole numbers in as few bytes as their size needs: folded to numbers without sign (0, -1, 1, -2 …),
 * then seven bits a byte, lowest first, the high bit set on all but the last (LEB128, protobuf's
 * sint32). Small differences take one byte, and what regularity is left the extension's zip takes out.
 */

const LIMIT = 2 ** 30;

/** Packs signed whole numbers. @throws RangeError for one that is not whole or reaches 2^30 in size. */
export function encodeIntegers(values: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isInteger(value) || Math.abs(value) >= LIMIT) throw new RangeError(`Cannot code ${value}`);
    let folded = value < 0 ? -2 * value - 1 : 2 * value;
    for (; folded > 127; folded >>>= 7) bytes.push((folded & 127) | 128);
    bytes.push(folded);
  }
  return Uint8Array.from(bytes);
}

/** Unpacks what `encodeIntegers` packed. @throws RangeError when the bytes do not hold exactly `count` numbers. */
export function decodeIntegers(bytes: Uint8Array, count: number): Int32Array {
  // Each takes a byte at least: no room is made for what cannot be there.
  if (!Number.isInteger(count) || count < 0 || count > bytes.length) {
    throw new RangeError('The coded numbers have the wrong length');
  }
  const values = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let folded = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw new RangeError('The coded numbers are damaged');
      folded |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    values[i] = (folded >>> 1) ^ -(folded & 1);
  }
  if (at !== bytes.length) throw new RangeError('The coded numbers have the wrong length');
  return values;
}

/** Differences between neighbors; the first value stands for itself. */
export function differences(values: ArrayLike<number>): number[] {
  return Array.from(values, (value, i) => (i === 0 ? value : value - (values[i - 1] ?? 0)));
}

/** Undoes `differences`, in place. */
export function runningSum(values: Int32Array): Int32Array {
  for (let i = 1; i < values.length; i++) values[i] = (values[i] ?? 0) + (values[i - 1] ?? 0);
  return values;
}

/** Whole numbers of a unit as plain numbers, e.g. cents as dollars with 100 units to one. */
export function scaled(values: Int32Array, unitsToOne: number): Float64Array {
  const plain = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) plain[i] = (values[i] ?? 0) / unitsToOne;
  return plain;
}
