import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCopies, compareIds, firstCopy } from './copies';

/** Beyond the integers that a number holds, and close to each other. */
const id = fc.oneof(
  fc.nat(30).map(String),
  fc.bigInt({ min: 9_007_199_254_740_990n, max: 9_007_199_254_740_999n }).map(String),
);
const copy = fc.record({ id, archived: fc.boolean(), marked: fc.boolean() });
const copies = fc.uniqueArray(copy, { selector: (one) => one.id, minLength: 1, maxLength: 8 });

describe('the common order of copies', () => {
  it('is total', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        const sign = (one: typeof a, other: typeof a) => Math.sign(compareCopies(one, other));
        expect(sign(a, a)).toBe(0);
        expect(sign(a, b)).toBe(sign(b, a) === 0 ? 0 : -sign(b, a));
        if (a.id !== b.id) expect(sign(a, b)).not.toBe(0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('keeps the same one whatever order they come in', () => {
    fc.assert(
      fc.property(
        copies.chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
          ),
        ),
        ([some, shuffled]) => {
          expect(firstCopy(shuffled)).toEqual(firstCopy(some));
        },
      ),
    );
  });

  it('keeps the same one after the others were archived', () => {
    fc.assert(
      fc.property(copies, (some) => {
        const kept = firstCopy(some);
        expect(
          firstCopy(some.map((one) => (one === kept ? one : { ...one, archived: true })))?.id,
        ).toBe(kept?.id);
      }),
    );
  });

  it.each([
    ['marked, though archived', { id: '9', marked: true, archived: true }, { id: '1' }],
    ['live', { id: '9', archived: false }, { id: '1', archived: true }],
    ['the lowest id', { id: '9' }, { id: '10' }],
  ])('prefers what is %s', (_, kept, other) => {
    expect(firstCopy([other, kept])).toBe(kept);
  });
});

it('orders ids as numbers, however long', () => {
  const ids = ['10', '9', '9007199254740993', '9007199254740992'];
  expect(ids.sort(compareIds)).toEqual(['9', '10', '9007199254740992', '9007199254740993']);
});
