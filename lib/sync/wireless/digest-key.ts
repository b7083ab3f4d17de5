import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';

/**
 * This browser's key for digests of Wi-Fi keys, made at first use. It cannot be exported, so that the
 * digests in the store cannot be compared with guesses elsewhere.
 */
export async function readDigestKey(store: Database): Promise<CryptoKey> {
  const known = await readMeta(store, 'wirelessDigestKey');
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return write(store, async (transaction) => {
    const first = await readMeta(transaction, 'wirelessDigestKey');
    if (!first) await writeMeta(transaction, 'wirelessDigestKey', fresh);
    return first ?? fresh;
  });
}
