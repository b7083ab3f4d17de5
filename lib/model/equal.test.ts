import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEqual } from './equal';

describe('equality of stored values', () => {
  it('is that of their JSON', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(isEqual(a, structuredClone(a))).toBe(true);
        expect(isEqual({ a, b }, { b, a })).toBe(true);
        if (JSON.stringify(a) !== JSON.stringify(b) && typeof a !== 'object')
          expect(isEqual(a, b)).toBe(false);
        expect(isEqual([a], [a, b])).toBe(false);
        expect(isEqual({ a }, { a, b })).toBe(false);
      }),
    );
  });

  it('tells apart what looks alike', () => {
    expect(isEqual(null, undefined)).toBe(false);
    expect(isEqual([], {})).toBe(false);
    expect(isEqual({ a: undefined }, { b: undefined })).toBe(false);
    expect(isEqual(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(isEqual('1', 1)).toBe(false);
  });
});
