import { describe, expect, it } from 'vitest';
import { inSentence } from './in-sentence';

describe('a name in a sentence', () => {
  it('is cut when it is very long, between characters', () => {
    const cut = inSentence('🏢'.repeat(500));
    expect(cut).toBe(`${'🏢'.repeat(79)}…`);
  });

  it('does not reorder the words around it when it runs from right to left', () => {
    expect(inSentence('שלום')).toBe('\u2068שלום\u2069');
    expect(inSentence('Acme')).toBe('Acme');
  });

  it('keeps a mark that turns the direction to itself', () => {
    expect(inSentence('Acme \u202Eevil')).toBe('\u2068Acme \u202Eevil\u2069');
  });
});
