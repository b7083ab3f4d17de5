/** Tells these digests from those of versions that had an HMAC key for each browser. */
const prefix = '2.';

/**
 * The HMAC key of digests, derived from the Datto secret with HKDF (RFC 5869), so that every browser
 * with that secret agrees on them, and nothing can be guessed without it.
 * @returns non-extractable, for `sign` with HMAC and SHA-256
 */
export async function deriveDigestKey(subtle: SubtleCrypto, secret: string): Promise<CryptoKey> {
  const encoder = new TextEncoder();
  const material = await subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ]);
  return subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: encoder.encode('Datto Networking for IT Glue'),
      info: encoder.encode('digests of Wi-Fi keys'),
    },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
}

/**
 * A keyed digest of a pre-shared key (HMAC-SHA-256, base64 after a prefix), by which a changed key is
 * seen without keeping it: without the HMAC key it cannot be guessed at.
 */
export const keyDigest = async (
  subtle: SubtleCrypto,
  hmacKey: CryptoKey,
  preSharedKey: string,
): Promise<string> => prefix + (await formerDigest(subtle, hmacKey, preSharedKey));

/** The digest as versions kept it that had an HMAC key for each browser. */
export async function formerDigest(
  subtle: SubtleCrypto,
  hmacKey: CryptoKey,
  preSharedKey: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(preSharedKey);
  const digest = await subtle.sign('HMAC', hmacKey, bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

export const isFormer = (digest: string | null): boolean =>
  digest !== null && !digest.startsWith(prefix);
