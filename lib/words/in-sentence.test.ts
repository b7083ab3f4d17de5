import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSentence, wordsInSentence } from './in-sentence';

describe('a name in a sentence', () => {
  it('is cut when it is very long, between characters', () => {
    const cut = inSentence('🏢'.repeat(500));
    expect(cut).toBe(`${'🏢'.repeat(79)}…`);
  });

  it('is cut later when it is a sentence', () => {
    expect(wordsInSentence('x'.repeat(500))).toHaveLength(500);
    expect(wordsInSentence('ש'.repeat(501))).toBe(`\u2068${'ש'.repeat(499)}…\u2069`);
  });

  it('does not reorder the words around it when it runs from right to left', () => {
    expect(inSentence('שלום')).toBe('\u2068שלום\u2069');
    expect(inSentence('Acme')).toBe('Acme');
  });

  it('keeps a mark that turns the direction to itself', () => {
    expect(inSentence('Acme \u202Eevil')).toBe('\u2068Acme \u202Eevil\u2069');
  });

  it('keeps its isolation, whatever marks it holds', () => {
    // All that Unicode has to turn, isolate, embed or end, among letters of both directions.
    const controls = [
      ...['\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E'],
      ...['\u2066', '\u2067', '\u2068', '\u2069', '\n', '\r', '\u001C', '\u0085', '\u2029'],
    ];
    const names = fc.string({ unit: fc.constantFrom(...controls, 'a', 'ש', ' '), maxLength: 120 });
    fc.assert(
      fc.property(names, (name) => {
        const text = inSentence(name);
        expect(text).not.toMatch(/[\p{Cc}\u2029]/u);
        const isTurning = /[\u05D0-\u05EA\u061C\u200F\u202A-\u202E]/.test(text);
        const marks = [...text].flatMap((letter, at) =>
          /[\u2066-\u2069]/.test(letter) ? [[letter, at]] : [],
        );
        expect(marks).toEqual(
          isTurning
            ? [
                ['\u2068', 0],
                ['\u2069', [...text].length - 1],
              ]
            : [],
        );
      }),
    );
  });
});
