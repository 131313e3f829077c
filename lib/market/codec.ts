/**
 * Compact coding of whole-number series: adaptive Golomb-Rice (as in JPEG-LS), a few bits for a
 * number near zero. Format: docs/data-format.md.
 */

/** A quotient this long is an escape: the number follows in 32 plain bits. */
const ESCAPE = 24;
/** How many numbers the coder remembers when it judges the size of the next one. */
const WINDOW = 24;
const START = 16;
const LIMIT = 2 ** 30;

/**
 * How many low bits of the next number to store plainly, judged by the numbers so far: `sum` and
 * `count` of those in the window.
 */
function lowBits(sum: number, count: number): number {
  const mean = Math.floor(sum / count);
  return mean === 0 ? 0 : 32 - Math.clz32(mean);
}

/** Packs signed whole numbers. @throws RangeError for one that is not whole or reaches 2^30 in size. */
export function encodeIntegers(values: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  let byte = 0;
  let free = 8;
  const put = (number: number, bits: number) => {
    for (let i = bits - 1; i >= 0; i--) {
      byte = (byte << 1) | (Math.floor(number / 2 ** i) & 1);
      if (--free === 0) {
        bytes.push(byte);
        byte = 0;
        free = 8;
      }
    }
  };
  let sum = START;
  let seen = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isInteger(value) || Math.abs(value) >= LIMIT) throw new RangeError(`Cannot code ${value}`);
    const number = value < 0 ? -2 * value - 1 : 2 * value;
    const bits = lowBits(sum, seen);
    const quotient = Math.floor(number / 2 ** bits);
    if (quotient < ESCAPE) {
      put(1, quotient + 1);
      put(number, bits);
    } else {
      put(1, ESCAPE + 1);
      put(number, 32);
    }
    sum += number;
    if (++seen === WINDOW) {
      sum = Math.floor(sum / 2);
      seen = WINDOW / 2;
    }
  }
  if (free < 8) bytes.push(byte << free);
  return Uint8Array.from(bytes);
}

/** Unpacks what `encodeIntegers` packed. @throws RangeError when the bytes do not hold exactly `count` numbers. */
export function decodeIntegers(bytes: Uint8Array, count: number): Int32Array {
  // Spare bytes let the last numbers be read with the same 32-bit window as the others.
  const padded = new Uint8Array(bytes.length + 8);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const end = bytes.length * 8;
  const values = new Int32Array(count);
  let at = 0;
  let sum = START;
  let seen = 1;
  for (let i = 0; i < count; i++) {
    const bits = lowBits(sum, seen);
    const quotient = at < end ? Math.clz32(window(view, at)) : Number.POSITIVE_INFINITY;
    if (quotient > ESCAPE) throw new RangeError('The coded numbers are damaged');
    at += quotient + 1;
    const width = quotient === ESCAPE ? 32 : bits;
    if (at + width > end) throw new RangeError('The coded numbers end early');
    const low = width === 0 ? 0 : window(view, at) >>> (32 - width);
    at += width;
    const number = quotient === ESCAPE ? low : quotient * (1 << bits) + low;
    values[i] = (number >>> 1) ^ -(number & 1);
    sum += number;
    if (++seen === WINDOW) {
      sum = Math.floor(sum / 2);
      seen = WINDOW / 2;
    }
  }
  if (end - at >= 8) throw new RangeError('The coded numbers have the wrong length');
  return values;
}

/** The 32 bits that start at a bit position. */
function window(view: DataView, at: number): number {
  const start = at >>> 3;
  const shift = at & 7;
  const high = view.getUint32(start);
  return shift === 0 ? high : ((high << shift) | (view.getUint8(start + 4) >>> (8 - shift))) >>> 0;
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
