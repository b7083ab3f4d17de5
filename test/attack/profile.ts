/**
 * What who copies a browser's profile can decrypt: every row of a database is searched for keys and for
 * bytes, and every key is tried on all bytes. It knows nothing of how the vault is laid out, and no
 * passphrase. Chromium keeps keys that "cannot be exported" in the profile like all else, so that they
 * are used here as they are. It also runs in a page, so it is whole in itself.
 * @returns every text that the database holds or that could be decrypted
 */
export async function readCopiedProfile(databaseName: string): Promise<string> {
  const answered = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const keys: CryptoKey[] = [];
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (value instanceof CryptoKey) keys.push(value);
    else if (value instanceof ArrayBuffer) bytes.push(new Uint8Array(value));
    else if (ArrayBuffer.isView(value)) bytes.push(new Uint8Array(value.buffer as ArrayBuffer));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };

  const database = await answered(indexedDB.open(databaseName));
  for (const name of database.objectStoreNames)
    collect(await answered(database.transaction(name).objectStore(name).getAll()));
  database.close();
  for (const raw of bytes)
    if ([16, 24, 32].includes(raw.length))
      keys.push(await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']));
  for (const key of keys.filter(({ usages }) => usages.includes('decrypt')))
    for (const iv of bytes.filter(({ length }) => length === 12))
      for (const data of bytes) {
        const decrypting = crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
        const text = await decrypting.catch(() => null);
        if (text) texts.push(new TextDecoder().decode(text));
      }
  return texts.join('\n');
}
