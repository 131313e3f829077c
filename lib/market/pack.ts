import { decodeIntegers, differences, encodeIntegers, runningSum } from './codec';

/**
 * A file of the data set: four bytes with the length of the header (little endian), the header as
 * JSON, then the coded columns that the header points to.
 */

/** Where a coded column stands behind the header, in bytes, and how many numbers it holds. */
export type Column = [offset: number, bytes: number, count: number];

/** Gathers columns and writes the file. */
export class Packer {
  #chunks: Uint8Array[] = [];
  #length = 0;

  /** Adds whole numbers as they are. */
  integers(values: ArrayLike<number>): Column {
    const bytes = encodeIntegers(values);
    const column: Column = [this.#length, bytes.length, values.length];
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    return column;
  }

  /** Adds whole numbers by their differences, for those that change slowly. */
  slow(values: ArrayLike<number>): Column {
    return this.integers(differences(values));
  }

  finish(header: unknown): Uint8Array {
    const text = new TextEncoder().encode(JSON.stringify(header));
    const file = new Uint8Array(4 + text.length + this.#length);
    new DataView(file.buffer).setUint32(0, text.length, true);
    file.set(text, 4);
    let at = 4 + text.length;
    for (const chunk of this.#chunks) {
      file.set(chunk, at);
      at += chunk.length;
    }
    return file;
  }
}

/** Reads a file written by `Packer`. Every method throws when the bytes do not hold what they should. */
export class Unpacker<Header> {
  readonly header: Header;
  #columns: Uint8Array;

  constructor(file: Uint8Array) {
    const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
    if (4 + length > file.length) throw new RangeError('The header ends early');
    this.header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(4, 4 + length)));
    this.#columns = file.subarray(4 + length);
  }

  integers([offset, bytes, count]: Column): Int32Array {
    if (offset + bytes > this.#columns.length) throw new RangeError('A column ends early');
    return decodeIntegers(this.#columns.subarray(offset, offset + bytes), count);
  }

  slow(column: Column): Int32Array {
    return runningSum(this.integers(column));
  }

  /** Days in ascending order. */
  days(column: Column): Int32Array {
    const days = this.slow(column);
    for (let i = 1; i < days.length; i++) {
      if ((days[i] ?? 0) <= (days[i - 1] ?? 0)) throw new RangeError('Days do not ascend');
    }
    return days;
  }
}
