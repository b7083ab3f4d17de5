import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SharedEntry } from '@/lib/model/shared-entry';
import { absorb, entriesOf } from './absorb';
import { toArchive, toGather, toRemove } from './compaction';
import { freshState } from './memory';
import { teamRules } from './rules';
import { entries, entry, kept, later, row } from './samples.fixture';
import type { TeamRow } from './shared-state';

const state = freshState('a');
const removed = (rows: readonly TeamRow[]) => toRemove(rows, state, later, teamRules);

/** The newest of each key, as text. */
function told(rows: readonly TeamRow[]): string {
  const { changed } = absorb(state, [], { rows, whole: true, now: later }, teamRules);
  return JSON.stringify([...changed].sort((a, b) => (a.key < b.key ? -1 : 1)));
}

const records = fc
  .array(fc.array(entries, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
  .map((all) => all.map((held, index) => row(String(7 + index), held)));

describe('the records that others stand for', () => {
  it('can be removed by several browsers at once, each having seen a part, and nothing is lost', () => {
    fc.assert(
      fc.property(
        records,
        fc.array(fc.array(fc.nat({ max: 7 })), { maxLength: 4 }),
        (all, views) => {
          const gone = new Set(
            views.flatMap((seen) => removed(all.filter((_, index) => seen.includes(index)))),
          );
          expect(told(all.filter(({ id }) => !gone.has(id)))).toBe(told(all));
        },
      ),
    );
  });

  it('are all but the last that holds the newest of something', () => {
    const newest = entry({ at: { ms: 1_700_000_000_009, counter: 0, browser: 'b' } });
    expect(removed([row('9', [newest]), row('10', [entry()]), row('8', [entry()])])).toEqual(['8']);
    expect(removed([row('9', [newest]), row('10', [newest])])).toEqual(['9']);
  });

  it('are never those of which this version left something out', () => {
    const twice = [entry()];
    const content = { kind: 'entries', form: 1, entries: twice, odd: 0 } as const;
    for (const given of [
      { content: { ...content, odd: 1 } },
      { content: { ...content, form: 2 } },
      { content: { ...content, entries: [] } },
      { content: { kind: 'newer' as const } },
      { content: { kind: 'foreign' as const } },
      { content: { kind: 'damaged' as const } },
      { archived: true },
    ])
      expect(removed([row('8', twice, given), row('9', twice)])).toEqual([]);
  });

  it('are of browsers those of one that was not seen for a month, and a second of one browser', () => {
    const presence = (browser: string, age: number) => ({
      kind: 'presence' as const,
      form: 1,
      presence: {
        browser,
        token: 't',
        version: '1',
        form: 1,
        user: null,
        at: later - age,
        lastSync: null,
        read: null,
        claim: null,
      },
    });
    const hour = 60 * 60_000;
    const of = (id: string, browser: string, age: number) =>
      row(id, [], { content: presence(browser, age) });
    expect(
      removed([
        of('5', 'a', 31 * 24 * hour),
        of('6', 'b', 31 * 24 * hour),
        of('7', 'c', 29 * 24 * hour),
        of('8', 'c', hour / 2),
        of('9', 'c', 2 * hour),
      ]),
    ).toEqual(['6', '9']);
  });
});

describe('what is gathered', () => {
  const small = (count: number): TeamRow[] =>
    Array.from({ length: count }, (_, index) =>
      row(String(10 + index), [entry({ key: `n:${index}` })]),
    );
  const known = (rows: readonly TeamRow[]) => rows.flatMap(entriesOf).map((each) => kept(each));

  it('is the content of many small records, after which all of these are stood for', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 30 }), (all) => {
        const rows = all.map((each, index) => row(String(100 + index), [each]));
        const { changed } = absorb(state, [], { rows, whole: true, now: later }, teamRules);
        const gathered: readonly SharedEntry[] = toGather(rows, changed, teamRules);
        if (gathered.length === 0) return;
        const after = [...rows, row('999', gathered)];
        expect([...removed(after)].sort()).toEqual(rows.map(({ id }) => id).sort());
        expect(toGather([row('999', gathered)], changed, teamRules)).toEqual([]);
      }),
    );
  });

  it('is nothing while there are few, but for what no record holds', () => {
    const rows = small(19);
    expect(toGather(rows, known(rows), teamRules)).toEqual([]);
    const lone = kept({ key: 'n:lone', publication: 'missing' });
    expect(toGather(rows, [...known(rows), lone], teamRules)).toEqual([lone]);
    expect(toGather(small(20), known(small(20)), teamRules)).toHaveLength(20);
  });
});

it('what cannot be read is put away an hour after it was changed', () => {
  const damaged = { content: { kind: 'damaged' as const } };
  const rows = [
    row('1', [], { ...damaged, updatedAt: later - 61 * 60_000 }),
    row('2', [], { ...damaged, updatedAt: later - 59 * 60_000 }),
    row('3', [], { ...damaged, updatedAt: null }),
    row('4', [], { ...damaged, archived: true }),
    row('5', [], { content: { kind: 'foreign' } }),
    row('6', [], { content: { kind: 'newer' } }),
  ];
  expect(toArchive(rows, later)).toEqual(['1']);
});
