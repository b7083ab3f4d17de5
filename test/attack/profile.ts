import type { IDBPDatabase } from 'idb';

/**
 * What who copies a browser's profile can decrypt: every row of every store is searched for keys and for
 * bytes, and every key is tried on all bytes. It knows nothing of how the vault is laid out, and no
 * passphrase. Chromium keeps keys that "cannot be exported" in the profile like all else, so that they
 * are used here as they are.
 * @returns every text that the profile holds or that could be decrypted
 */
export async function readCopiedProfile(database: IDBPDatabase<never>): Promise<string> {
  const found = { keys: [] as CryptoKey[], bytes: [] as Uint8Array<ArrayBuffer>[], texts: '' };
  for (const name of database.objectStoreNames)
    for (const row of await database.getAll(name)) collect(row, found);
  for (const bytes of found.bytes)
    if ([16, 24, 32].includes(bytes.length))
      found.keys.push(await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']));
  const decrypted: string[] = [];
  for (const key of found.keys.filter(({ usages }) => usages.includes('decrypt')))
    for (const iv of found.bytes.filter(({ length }) => length === 12))
      for (const data of found.bytes) {
        const text = await crypto.subtle
          .decrypt({ name: 'AES-GCM', iv }, key, data)
          .catch(() => null);
        if (text) decrypted.push(new TextDecoder().decode(text));
      }
  return [found.texts, ...decrypted].join('\n');
}

function collect(
  value: unknown,
  found: { keys: CryptoKey[]; bytes: Uint8Array<ArrayBuffer>[]; texts: string },
): void {
  if (typeof value === 'string') found.texts += `${value}\n`;
  else if (value instanceof CryptoKey) found.keys.push(value);
  else if (value instanceof ArrayBuffer) found.bytes.push(new Uint8Array(value));
  else if (ArrayBuffer.isView(value))
    found.bytes.push(
      new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength),
    );
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      found.texts += `${name}\n`;
      collect(inner, found);
    }
}
