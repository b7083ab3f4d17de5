import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '@/test/languages/speak.fixture';
import { durationText, numberText } from './number';

const lengths: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, s: 1 };
/** The seconds of a text such as `2h 22m`. */
const secondsOf = (text: string) =>
  [...text.matchAll(/(\d+)([dhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (lengths[unit ?? ''] ?? NaN),
    0,
  );

let end: (() => void) | undefined;
afterEach(() => end?.());

describe('durationText', () => {
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
    expect(durationText(seconds)).toBe(text);
  });

  it('is read back as the same duration but for what is below its smallest unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999 * 86_400 }), (seconds) => {
        const back = secondsOf(durationText(seconds));
        expect(back).toBeLessThanOrEqual(seconds);
        const smallest = seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600;
        expect(seconds - back).toBeLessThan(smallest);
        expect(durationText(back)).toBe(durationText(seconds));
      }),
    );
  });

  it('has the units of the language', () => {
    end = speak('fr', { language: { message: 'fr' } });
    expect(durationText(1_869_780)).toBe('21j 15h');
  });
});

describe('numberText', () => {
  it.each([
    ['en', '12,345.7'],
    ['de', '12.345,7'],
    ['de-CH', "12'345.7"],
    ['hi', '12,345.7'],
  ])('writes a number as in %s', (locale, text) => {
    end = speak(locale, { language: { message: locale.split('-')[0]! } });
    expect(numberText(12_345.67).replace('’', "'")).toBe(text);
  });
});
