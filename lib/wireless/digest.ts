/**
 * A keyed digest of a pre-shared key (HMAC-SHA-256, base64), by which a changed key is seen without
 * keeping it: without the HMAC key, which cannot leave this browser, it cannot be guessed at.
 * @param hmacKey non-extractable, for `sign` with HMAC and SHA-256
 */
export async function keyDigest(hmacKey: CryptoKey, preSharedKey: string): Promise<string> {
  const bytes = new TextEncoder().encode(preSharedKey);
  const digest = await crypto.subtle.sign('HMAC', hmacKey, bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
