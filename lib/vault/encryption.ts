import type { Derivation, Encrypted } from '@/lib/model/sealed';

export type Bytes = Uint8Array<ArrayBuffer>;

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** The raw bytes of a new AES-256 key. */
export const newKeyBytes = (): Bytes => randomBytes(32);

/** @returns non-extractable, for AES-GCM */
export const importKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function encrypt(key: CryptoKey, bytes: Bytes): Promise<Encrypted> {
  const iv = randomBytes(12);
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

/** `null` where the key is another, or the data are damaged. */
export async function decrypt(key: CryptoKey, { iv, data }: Encrypted): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
  } catch {
    return null;
  }
}

export const newDerivation = (iterations: number): Derivation => ({
  salt: randomBytes(16),
  iterations,
});

/** The key that a passphrase stands for. The same text typed on another keyboard is the same one. */
export async function deriveKey(
  passphrase: string,
  { salt, iterations }: Derivation,
): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
