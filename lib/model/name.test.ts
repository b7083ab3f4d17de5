import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from './name';

describe('normalizeName', () => {
  it.each([
    ['  Acme   Dental ', 'acme dental'],
    ['ACME\u00a0Dental\t', 'acme dental'],
    ['Ａｃｍｅ Dental', 'acme dental'],
    ['Acme\u200b Den\u00adtal', 'acme dental'],
    ['Acme \u200b Dental', 'acme dental'],
    ['Cafe\u0301 Zoe\u0308', 'café zoë'],
    ['Straße', 'strasse'],
    ['ΟΔΟΣ', normalizeName('οδοσ')],
    ['ﬁne wine', 'fine wine'],
  ])('takes %j for %j', (name, normal) => {
    expect(normalizeName(name)).toBe(normal);
  });

  it.each([
    ['Acme, Inc.', 'Acme Inc'],
    ['Smith & Sons', 'Smith and Sons'],
    ['Café', 'Cafe'],
    ['The Shop', 'Shop'],
  ])('tells %j from %j', (a, b) => {
    expect(normalizeName(a)).not.toBe(normalizeName(b));
  });

  const text = fc.string({ unit: 'binary' });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (name) => {
        const once = normalizeName(name);
        expect(normalizeName(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes no single code point the second time', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const name = `a${String.fromCodePoint(code)}`;
      const once = normalizeName(name);
      if (normalizeName(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('does not depend on case, outer space or the form of accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZéÉßΣσςñ ÄöœŒıж') }), (name) => {
        const normal = normalizeName(name);
        expect(normalizeName(name.toUpperCase())).toBe(normal);
        expect(normalizeName(` ${name}\u3000`)).toBe(normal);
        expect(normalizeName(name.normalize('NFD'))).toBe(normal);
      }),
    );
  });
});
