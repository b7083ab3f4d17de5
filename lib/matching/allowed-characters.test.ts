import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeftOf, lettersAndDigits } from './allowed-characters';

describe('what Network Manager leaves of a name', () => {
  it.each([
    ['AT&T Store #12', 'ATT Store 12'],
    ['AT&T Store #12', 'AT T Store 12'],
    ['AT&T Store #12', 'AT-T_Store-12'],
    ['St. Mary’s Hospital', 'St Mary s Hospital'],
    ['St. Mary’s Hospital', 'St Marys Hospital'],
    ["O'Brien & Sons, Inc.", 'OBrien Sons Inc'],
    ['Café Río (Uptown)', 'Cafe Rio Uptown'],
    ['Acme, Inc.', 'ACME INC'],
    ['A/B Testing', 'AB Testing'],
    ['Smith+Jones', 'Smith_Jones'],
    ['Dr. Müller', 'Dr Muller'],
  ])('%j may be %j there', (name, there) => {
    expect(isLeftOf(name, there)).toBe(true);
    expect(lettersAndDigits(name)).toBe(lettersAndDigits(there));
  });

  it.each([
    // Nothing is lost of it: equal names are compared elsewhere.
    ['Pine Land', 'Pineland'],
    ['Acme', 'Acme'],
    // A space is taken, so none is left out.
    ['AT&T Store #12', 'ATTStore12'],
    ['A.B. Pine Land', 'AB Pineland'],
    // A word more or less.
    ['AT&T Store #12', 'ATT Store 123'],
    ['AT&T Store #12', 'ATT Store'],
    // It has characters that Network Manager does not take.
    ['AT&T Store #12', 'AT&T Store 12'],
    ['&&&', ''],
  ])('%j is not %j there', (name, there) => {
    expect(isLeftOf(name, there)).toBe(false);
  });

  it('is told for any name, however its characters are left out', () => {
    const lost = fc.constantFrom('&', '#', '.', ',', "'", '’', '/', '(', ')', '+', '!', '@');
    const plain = fc.constantFrom('a', 'B', '7', ' ', '-', '_');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(lost, plain), { minLength: 1 }).map((all) => all.join('')),
        fc.constantFrom('', ' ', '-', '_'),
        (name, instead) => {
          const there = name.replace(/[^a-zA-Z0-9\s_-]/g, instead);
          fc.pre(/[a-zA-Z0-9]/.test(there) && there !== name);
          expect(isLeftOf(name, there)).toBe(true);
        },
      ),
    );
  });
});
