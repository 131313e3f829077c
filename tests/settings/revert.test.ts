import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revert, same } from '../../lib/settings/revert';

describe('taking a change back', () => {
  it('gives what was before, when nothing else changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(revert(after, before, after)).toEqual(before);
      }),
    );
  });

  it('takes keys for what they are, whatever they are called', () => {
    expect(revert<object>({ toString: 1 }, {}, { toString: 1 })).toEqual({});
    expect(revert<object>({}, {}, { valueOf: 1 })).toEqual({});
    expect(revert<object>({ toString: 1 }, { valueOf: 2 }, { toString: 1 })).toEqual({ valueOf: 2 });
  });

  it('leaves alone what was changed elsewhere since', () => {
    const before = { theme: 'auto', badges: { size: 'normal', quiet: false } };
    const after = { theme: 'auto', badges: { size: 'large', quiet: false } };
    const now = { theme: 'dark', badges: { size: 'large', quiet: true } };
    expect(revert(now, before, after)).toEqual({ theme: 'dark', badges: { size: 'normal', quiet: true } });
  });

  it('takes out of a list what the change added, puts back what it took, and keeps what came later', () => {
    const before = { added: ['a.com', 'b.com'] };
    const after = { added: ['b.com', 'c.com'] };
    const now = { added: ['b.com', 'c.com', 'later.com'] };
    expect(revert(now, before, after)).toEqual({ added: ['b.com', 'later.com', 'a.com'] });
  });

  it('takes away a key that the change brought and puts back one that it took', () => {
    const before: Record<string, number[]> = { one: [1, 2] };
    const after: Record<string, number[]> = { two: [3, 4] };
    expect(revert(after, before, after)).toEqual(before);
    expect(revert({ ...after, three: [5] }, before, after)).toEqual({ one: [1, 2], three: [5] });
  });

  it('changes nothing when the change did nothing', () => {
    expect(revert({ on: false }, { on: true }, { on: true })).toEqual({ on: false });
  });
});

describe('two values', () => {
  it('are the same whatever the order of their keys', () => {
    expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same(null, {})).toBe(false);
  });
});
