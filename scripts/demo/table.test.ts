import { expect, it } from 'vitest';
import { table } from './table';

it('aligns words to the left and numbers to the right', () => {
  expect(
    table(
      ['Kind', 'Matched'],
      [
        ['switch', 12],
        ['access point', 3],
      ],
    ).split('\n'),
  ).toEqual([
    'Kind          Matched',
    '────────────  ───────',
    'switch             12',
    'access point        3',
  ]);
});
