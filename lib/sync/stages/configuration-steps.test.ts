import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import { byAddress, inParts, stepIn, type WholeStep } from './configuration-steps';

describe('organizations in one address', () => {
  const id = fc
    .oneof(fc.integer({ min: 1, max: 9_999_999 }), fc.constant(40_000_000_000_000_123n))
    .map((number) => organizationId(String(number)));
  const length = (ids: readonly string[]) => encodeURIComponent(ids.join()).length;

  it('are as many as fit into it, in their order', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 600 }), (ids) => {
        const lists = byAddress(ids);
        expect(lists.flat()).toEqual(ids);
        for (const [place, list] of lists.entries()) {
          expect(length(list)).toBeLessThanOrEqual(4000);
          const following = lists[place + 1]?.[0];
          if (following) expect(length([...list, following])).toBeGreaterThan(4000);
        }
      }),
    );
  });
});

describe('a long list', () => {
  const step: WholeStep = {
    kind: 'whole',
    ids: ['1', '2', '3', '4', '5'].map(organizationId),
    page: 1,
    before: null,
  };
  const page = (totalCount: number) => ({ at: { size: 250 }, totalCount });

  it('is read in three parts at once, none of which is parted again', () => {
    const parts = inParts(step, page(1251))!.map((text) => stepIn(text) as WholeStep);
    expect(parts.map(({ ids }) => ids)).toEqual([['1', '2'], ['3', '4'], ['5']]);
    for (const part of parts) expect(inParts(part, page(9999))).toBeNull();
  });

  it.each<[string, WholeStep, number]>([
    ['five pages', step, 1250],
    ['two organizations', { ...step, ids: step.ids.slice(0, 2) }, 9999],
    ['a later page', { ...step, page: { number: 2, size: 250 } }, 9999],
  ])('of %s is not', (_, given, total) => {
    expect(inParts(given, page(total))).toBeNull();
  });
});
