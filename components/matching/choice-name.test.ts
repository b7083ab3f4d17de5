import { expect, it } from 'vitest';
import { choiceName } from './choice-name';

it('names a choice by what tells it from the others', () => {
  const all = [
    { name: 'Acme', facts: ['ACM', null] },
    { name: 'Acme', facts: ['ACM2', null] },
    { name: 'Beta', facts: ['B'] },
  ];
  const name = (place: number, among = all) =>
    choiceName(
      all[place]!,
      among,
      (each) => each.name,
      (each) => each.facts,
    );
  expect([0, 1, 2].map((place) => name(place))).toEqual(['Acme, ACM', 'Acme, ACM2', 'Beta']);
  expect(name(0, [all[0]!])).toBeUndefined();
});
