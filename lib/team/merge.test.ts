import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptEntry, SharedEntry } from '@/lib/model/shared-entry';
import { byKey } from './memory';
import { decide, merge } from './merge';
import { entries, entry, kept } from './samples.fixture';
import { compareStamps } from './stamp';

type Kept = ReadonlyMap<string, KeptEntry>;

const read = (before: Kept, batch: readonly SharedEntry[], held = true): Kept =>
  new Map([...before, ...byKey(merge(before, batch, held).changed)]);
const empty: Kept = new Map();
const said = (map: Kept) => [...map.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
const batches = fc.array(entries, { maxLength: 8 });

describe('merging', () => {
  it('does not depend on the order in which, or how often, records are read', () => {
    fc.assert(
      fc.property(batches, batches, batches, (a, b, c) => {
        const once = said(read(read(read(empty, a), b), c));
        expect(said(read(read(read(empty, c), b), a))).toEqual(once);
        expect(said(read(read(empty, a), [...b, ...c]))).toEqual(once);
        expect(said(read(read(read(read(read(empty, a), b), a), c), b))).toEqual(once);
      }),
    );
  });

  it('changes nothing when the same is read again', () => {
    fc.assert(
      fc.property(batches, batches, (a, b) => {
        const after = read(read(empty, a), b);
        expect(merge(after, [...b, ...a], true)).toEqual({ changed: [], replaced: [] });
      }),
    );
  });

  it('lets a decision win over what its maker saw, on every browser', () => {
    fc.assert(
      fc.property(batches, entries, fc.nat({ max: 2_000_000_000_000 }), (seen, one, now) => {
        const mine = read(empty, [...seen, one]);
        const maker = { clock: { ms: 0, counter: 0 }, now, browser: 'd', user: null };
        const before = mine.get(one.key) ?? null;
        const { entry: made } = decide(maker, before, one.key, 'mine');
        expect(made.over).toEqual(before?.at);
        expect(compareStamps(made.at, made.over ?? made.at)).toBeGreaterThan(0);
        expect(read(read(empty, [made]), [...seen, one]).get(one.key)?.value).toBe('mine');
      }),
    );
  });

  it('notices that an own decision is in a record, and that an archived record is none', () => {
    const mine = kept({ publication: 'new' });
    const own: Kept = new Map([[mine.key, mine]]);
    expect(read(own, [entry()], false).get('n:1')?.publication).toBe('new');
    expect(read(own, [entry()]).get('n:1')?.publication).toBe('published');
    expect(read(empty, [entry()], false).get('n:1')?.publication).toBe('missing');
  });

  const at = (ms: number) => ({ ms, counter: 0, browser: 'b' });
  it.each([
    ['that knew of it', { over: entry().at }, false],
    ['made without seeing it', { over: null }, true],
    ['that knew of an older one', { over: at(1) }, true],
    ['that knew of a newer one', { over: at(1_800_000_000_000) }, false],
    ['that says the same', { over: null, value: 'none' as const }, false],
  ])('tells of a later decision %s whether it was made unseen', (_, given, unseen) => {
    const next = entry({ value: 'ignored', at: at(1_900_000_000_000), ...given });
    const before = kept();
    const { replaced } = merge(new Map([['n:1', before]]), [next], true);
    expect(replaced).toEqual([{ before, after: { ...next, publication: 'published' }, unseen }]);
  });
});
