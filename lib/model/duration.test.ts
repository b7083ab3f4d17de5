import { describe, expect, it } from 'vitest';
import { parseDuration } from './duration';

describe('parseDuration', () => {
  it.each([
    ['2m', 120],
    ['2h 22m', 8520],
    ['21d 15h 23m', 1_869_780],
    ['45s', 45],
    ['1d', 86_400],
    ['0m', 0],
    ['155', 155],
    [' 21D15H 23 m ', 1_869_780],
  ])('reads %j as %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    null,
    undefined,
    '',
    ' ',
    'never',
    '-2m',
    '1.5h',
    '2 months',
    '2m ago',
    '2m 5',
    '9'.repeat(400),
    `${'9'.repeat(400)}d`,
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
