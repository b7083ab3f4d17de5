import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userId } from '@/lib/model/ids';
import { recognize } from './recognize';

const users = [
  { id: userId(1), name: 'Ada Lindqvist', email: 'ada@contoso.example' },
  { id: userId(2), name: 'Max Okafor', email: 'max@contoso.example' },
  { id: userId(3), name: 'Larry', email: 'larry@contoso.example' },
  { id: userId(4), name: 'Kim Lee', email: 'kim.lee@contoso.example' },
  { id: userId(5), name: 'Kim Lee', email: 'kim.lee2@contoso.example' },
];
const found = (...said: string[]) => recognize(said, users);

describe('who is signed in', () => {
  it.each([
    ['by an e-mail address', ['  MAX@contoso.example '], '2'],
    ['by an address among other words', ['Signed in: max@contoso.example.'], '2'],
    ['by a whole name', ['ada  LINDQVIST'], '1'],
    ['by a name among other words', ['Signed in as Ada Lindqvist', 'AL'], '1'],
    ['by a name of one word, alone', ['Larry'], '3'],
    ['by name and address of the same', ['Ada Lindqvist', 'ada@contoso.example'], '1'],
    ['by the address where two have the name', ['Kim Lee', 'kim.lee2@contoso.example'], '5'],
  ])('is told %s', (_, said, id) => {
    expect(found(...said)).toEqual({ found: id });
  });

  it.each([
    ['nothing is said', [], 'nobody-named'],
    ['somebody else is named', ['Signed in as Sam Porter', 'sam@contoso.example'], 'unknown'],
    [
      'the address only looks alike',
      ['xmax@contoso.example', 'max@contoso.example.evil'],
      'unknown',
    ],
    ['a name is part of another word', ['Ada Lindqvistson', 'Larry Page'], 'unknown'],
    ['two are named', ['Ada Lindqvist', 'Max Okafor'], 'several'],
    ['name and address are of two', ['Ada Lindqvist', 'max@contoso.example'], 'several'],
    ['two have the name', ['Kim Lee'], 'several'],
  ])('cannot be told where %s', (_, said, why) => {
    expect(found(...said)).toEqual({ found: null, why });
  });

  it('is a user or nobody, whatever a page says', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (said) => {
        const answer = found(...said);
        if (answer.found !== null) expect(users.map(({ id }) => id)).toContain(answer.found);
      }),
    );
  });
});
