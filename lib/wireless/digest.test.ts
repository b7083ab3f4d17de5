import { describe, expect, it } from 'vitest';
import { keyDigest } from './digest';

const hmacKey = (text: string) =>
  crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(text),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );

describe('the digest of a key', () => {
  it('is HMAC-SHA-256 (RFC 4231, test case 2)', async () => {
    const digest = await keyDigest(await hmacKey('Jefe'), 'what do ya want for nothing?');
    expect(Buffer.from(digest, 'base64').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('tells keys apart that differ in a space, and browsers that have other HMAC keys', async () => {
    const here = await hmacKey('here');
    const digests = [
      await keyDigest(here, 'secret key'),
      await keyDigest(here, 'secret key '),
      await keyDigest(await hmacKey('there'), 'secret key'),
    ];
    expect(new Set(digests).size).toBe(3);
  });
});
