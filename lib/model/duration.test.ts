import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './duration';

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

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [45, '45s'],
    [59.9, '59s'],
    [60, '1m'],
    [155, '2m 35s'],
    [3600, '1h'],
    [3601, '1h'],
    [8520, '2h 22m'],
    [86_400 + 59, '1d'],
    [1_869_780, '21d 15h'],
  ])('writes %d seconds as %j', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('is read back as the same duration but for what is below its smallest unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 * 365 * 86_400 }), (seconds) => {
        const back = parseDuration(formatDuration(seconds)) ?? NaN;
        expect(back).toBeLessThanOrEqual(seconds);
        const smallest = seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600;
        expect(seconds - back).toBeLessThan(smallest);
        expect(formatDuration(back)).toBe(formatDuration(seconds));
      }),
    );
  });
});
