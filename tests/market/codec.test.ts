import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIntegers, differences, encodeIntegers, runningSum } from '../../lib/market/codec';

const whole = fc.integer({ min: -(2 ** 30) + 1, max: 2 ** 30 - 1 });

describe('the coding of whole numbers', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.array(whole), (values) => {
        expect([...decodeIntegers(encodeIntegers(values), values.length)]).toEqual(values);
      }),
    );
  });

  it('takes one byte for a number between -64 and 63', () => {
    expect(encodeIntegers([-64, 0, 63])).toHaveLength(3);
    expect(encodeIntegers([64])).toHaveLength(2);
  });

  it('refuses what it could not give back', () => {
    for (const value of [0.5, Number.NaN, 2 ** 30, -(2 ** 30)]) {
      expect(() => encodeIntegers([value])).toThrow(RangeError);
    }
  });

  it('refuses bytes that end early or go on', () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1 }), fc.integer({ min: 1, max: 8 }), (values, cut) => {
        const bytes = encodeIntegers(values);
        expect(() => decodeIntegers(bytes.subarray(0, -cut), values.length)).toThrow(RangeError);
        expect(() => decodeIntegers(bytes, values.length - 1)).toThrow(RangeError);
      }),
    );
  });

  it('undoes differences', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 })), (values) => {
        expect([...runningSum(Int32Array.from(differences(values)))]).toEqual(values);
      }),
    );
  });
});
