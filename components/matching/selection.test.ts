import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extended, nothingChosen, toggled, withAll, without, type Selection } from './selection';

const order = Array.from({ length: 12 }, (_, place) => `row ${place}`);
const key = fc.constantFrom(...order);
/** Any choice that was reached by what a person can do. */
const selection = fc
  .array(fc.tuple(fc.constantFrom('toggle', 'extend', 'all'), key, key), { maxLength: 8 })
  .map((steps) =>
    steps.reduce<Selection>(
      (now, [step, from, to]) =>
        step === 'toggle'
          ? toggled(now, from)
          : step === 'extend'
            ? extended(now, order, from, to)
            : withAll(now, order),
      nothingChosen,
    ),
  );
const sorted = (keys: Iterable<string>) => [...keys].sort();

describe('choosing rows', () => {
  it('is taken back by doing it again', () => {
    fc.assert(
      fc.property(selection, key, (now, row) => {
        expect(sorted(toggled(toggled(now, row), row).keys)).toEqual(sorted(now.keys));
      }),
    );
  });

  it('reaches from the row chosen last to the last one pointed at, whatever lay between', () => {
    fc.assert(
      fc.property(key, key, key, (anchor, first, last) => {
        const begun = toggled(nothingChosen, anchor);
        const there = extended(extended(begun, order, anchor, first), order, first, last);
        const [low = 0, high = 0] = [order.indexOf(anchor), order.indexOf(last)].sort(
          (a, b) => a - b,
        );
        expect(sorted(there.keys)).toEqual(sorted(order.slice(low, high + 1)));
      }),
    );
  });

  it('keeps what was chosen before the range, also what the filters leave out', () => {
    fc.assert(
      fc.property(key, key, (from, to) => {
        const other = toggled(nothingChosen, 'outside');
        expect(extended(other, order, from, to).keys).toContain('outside');
        expect(withAll(other, order).keys.size).toBe(order.length + 1);
      }),
    );
  });

  it('begins a range where the focus was if the row chosen last is not shown', () => {
    const { keys } = extended(toggled(nothingChosen, 'outside'), order, 'row 3', 'row 5');
    expect(sorted(keys)).toEqual(['outside', 'row 3', 'row 4', 'row 5']);
  });

  it('forgets rows that are gone, and only these', () => {
    fc.assert(
      fc.property(selection, fc.array(key), (now, gone) => {
        const { keys } = without(now, gone);
        expect(sorted(keys)).toEqual(sorted(now.keys).filter((each) => !gone.includes(each)));
      }),
    );
  });
});
