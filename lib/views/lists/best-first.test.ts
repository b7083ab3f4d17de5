import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from '@/lib/model/name';
import { bestFirst, nameRank } from './best-first';

const asked = (text: string) => ({ text, sort: 'name', descending: false }) as const;
const rows = (...names: string[]) => names.map((name) => ({ name }));
const order = (text: string, ...names: string[]) =>
  bestFirst(rows(...names), asked(text)).map(({ name }) => name);

describe('the best matches of a search', () => {
  it('are what is called so, what begins so, what has a word that begins so, and the rest', () => {
    expect(
      order('acme', 'Big Pacmen', 'Old Acme', 'Acmeville', 'The (Acme) Club', 'ACME', 'Nothing'),
    ).toEqual(['ACME', 'Acmeville', 'Old Acme', 'The (Acme) Club', 'Big Pacmen', 'Nothing']);
  });

  it('count a word that begins so wherever it is', () => {
    expect(order('men', 'Pacmen', 'Pacmen of men')).toEqual(['Pacmen of men', 'Pacmen']);
  });

  it.each([
    { text: 'b', sort: 'devices', descending: false },
    { text: 'b', sort: 'name', descending: true },
    { text: ' ', sort: 'name', descending: false },
  ] as const)(
    'are not put before a chosen order, or where nothing is searched for: %o',
    (place) => {
      const list = rows('ab', 'b');
      expect(bestFirst(list, place)).toBe(list);
    },
  );

  const names = fc.array(fc.constantFrom('a', 'A b', 'b a', 'ba', 'ab', 'c-a', 'ä', 'b  A'));
  it('are all rows, ordered by how well they fit, and those that fit alike in their order', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('a', 'b', 'a b', 'Ä'), (all, text) => {
        const list = all.map((name, place) => ({ name, place }));
        const found = bestFirst(list, asked(text));
        expect([...found].sort((a, b) => a.place - b.place)).toEqual(list);
        const rank = ({ name }: { name: string }) =>
          nameRank(normalizeName(name), normalizeName(text));
        for (const [at, row] of found.slice(1).entries()) {
          const before = found[at]!;
          const by = rank(before) - rank(row) || before.place - row.place;
          expect(by).toBeLessThan(0);
        }
      }),
    );
  });
});
