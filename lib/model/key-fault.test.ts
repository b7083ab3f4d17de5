import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretField } from './connect';
import { keyFaults } from './key-fault';

const good = { dattoPublicKey: '1b88730ac5ba', dattoSecretKey: 's3cr3t', itGlueApiKey: 'ITG.abc' };

describe('what is wrong with the text of a key', () => {
  it.each<[SecretField, string, string]>([
    ['dattoPublicKey', '"1b88730ac5ba"', 'quoted-key'],
    ['itGlueApiKey', '“ITG.abc”', 'quoted-key'],
    ['dattoSecretKey', "s3cr3t'", 'quoted-key'],
    ['dattoPublicKey', 'Public key: 1b88730ac5ba', 'labelled-key'],
    ['itGlueApiKey', 'x-api-key=ITG.abc', 'labelled-key'],
    ['dattoSecretKey', 'Geheimer Schlüssel: s3cr3t', 'labelled-key'],
    ['dattoSecretKey', 's3c r3t', 'malformed'],
    ['itGlueApiKey', 'ITG.a\nbc', 'malformed'],
    ['dattoPublicKey', 'ITG.abc', 'itglue-key'],
    ['dattoSecretKey', 'ITG.other', 'itglue-key'],
    ['itGlueApiKey', '1b88730ac5ba', 'datto-key'],
    ['itGlueApiKey', 's3cr3t', 'datto-key'],
    ['dattoSecretKey', '1b88730ac5ba', 'same-keys'],
  ])('%s of %j is told as %s', (field, text, reason) => {
    expect(keyFaults({ ...good, [field]: text })).toEqual([{ field, reason }]);
  });

  it('is nothing for keys as the vendors give them, nor for one that is left out', () => {
    expect(keyFaults(good)).toEqual([]);
    expect(keyFaults({ dattoPublicKey: '', dattoSecretKey: '', itGlueApiKey: '' })).toEqual([]);
    const text = fc.stringMatching(/^[0-9A-Za-z_-]{8,40}$/);
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 3, maxLength: 3 }), ([a, b, c]) => {
        const keys = { dattoPublicKey: a!, dattoSecretKey: b!, itGlueApiKey: `ITG.${c!}` };
        expect(keyFaults(keys)).toEqual([]);
      }),
    );
  });
});
