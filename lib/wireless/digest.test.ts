import { describe, expect, it } from 'vitest';
import { deriveDigestKey, formerDigest, isFormer, keyDigest } from './digest';

const { subtle } = crypto;
const hmacKey = (text: string) =>
  subtle.importKey(
    'raw',
    new TextEncoder().encode(text),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
const digestOf = async (secret: string, key: string) =>
  keyDigest(subtle, await deriveDigestKey(subtle, secret), key);

describe('the digest of a key', () => {
  it('was HMAC-SHA-256 (RFC 4231, test case 2), and now is the same behind a prefix', async () => {
    const key = await hmacKey('Jefe');
    const former = await formerDigest(subtle, key, 'what do ya want for nothing?');
    expect(Buffer.from(former, 'base64').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    const present = await keyDigest(subtle, key, 'what do ya want for nothing?');
    expect(present).toBe(`2.${former}`);
    expect([former, present, null].map(isFormer)).toEqual([true, false, false]);
  });

  it('is the same in every browser with one Datto secret', async () => {
    // Fixed: another derivation would have every browser write every key again.
    expect(await digestOf('secret', 'key of Beta 1234')).toBe(
      '2.TnLsbtQHnz04HjavP5V9FWFrZlt1yfXEwUbKPXv6ZXg=',
    );
  });

  it('tells keys apart that differ in a space, and companies that have other secrets', async () => {
    const digests = [
      await digestOf('here', 'secret key'),
      await digestOf('here', 'secret key '),
      await digestOf('there', 'secret key'),
    ];
    expect(new Set(digests).size).toBe(3);
  });

  it('is made with a key that cannot be taken out of the browser', async () => {
    expect((await deriveDigestKey(subtle, 'secret')).extractable).toBe(false);
  });
});
