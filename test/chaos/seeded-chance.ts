import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  type BinaryLike,
} from 'node:crypto';
import type { Random } from '@/test/simulator/tenant/random';

/** What stands for a key: stored and copied as one, and worth nothing outside a run. */
interface SeededKey {
  readonly bytes: Uint8Array;
}

type Bytes = BufferSource;
const view = (bytes: Bytes): Uint8Array =>
  ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
const tagLength = 16;

/**
 * As much of Web Crypto as the worker uses, answered at once and by chance of the seed: the real one
 * answers from other threads, in an order of its own.
 */
function seededCrypto(random: Random): Crypto {
  const bytes = (length: number) =>
    Uint8Array.from({ length }, () => Math.floor(random.next() * 256));
  const keyOf = (key: unknown) => (key as SeededKey).bytes;
  const buffer = (data: Uint8Array) => Promise.resolve(new Uint8Array(data).buffer);
  const subtle = {
    importKey: (_format: string, data: Bytes) => Promise.resolve({ bytes: view(data).slice() }),
    generateKey: () => Promise.resolve({ bytes: bytes(32) }),
    deriveKey: ({ salt, info }: { salt: Bytes; info: Bytes }, key: unknown) =>
      Promise.resolve({
        bytes: new Uint8Array(hkdfSync('sha256', keyOf(key), view(salt), view(info), 32)),
      }),
    sign: (_algorithm: unknown, key: unknown, data: Bytes) =>
      buffer(
        createHmac('sha256', keyOf(key))
          .update(view(data) as BinaryLike)
          .digest(),
      ),
    encrypt({ iv }: { iv: Bytes }, key: unknown, data: Bytes) {
      const cipher = createCipheriv('aes-256-gcm', keyOf(key), view(iv));
      const text = [cipher.update(view(data)), cipher.final(), cipher.getAuthTag()];
      return buffer(Buffer.concat(text));
    },
    decrypt({ iv }: { iv: Bytes }, key: unknown, data: Bytes) {
      const all = view(data);
      const cipher = createDecipheriv('aes-256-gcm', keyOf(key), view(iv));
      cipher.setAuthTag(all.subarray(-tagLength));
      return buffer(Buffer.concat([cipher.update(all.subarray(0, -tagLength)), cipher.final()]));
    },
  };
  return {
    subtle,
    getRandomValues(array: Uint8Array) {
      array.set(bytes(array.length));
      return array;
    },
    randomUUID: () =>
      Buffer.from(bytes(16))
        .toString('hex')
        .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
  } as unknown as Crypto;
}

/**
 * Puts chance of the seed in place of all other: of cryptography, and of libraries that spread their
 * repetitions.
 * @returns what puts the real ones back
 */
export function installChance(random: Random): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
  const mathRandom = Math.random;
  Object.defineProperty(globalThis, 'crypto', { value: seededCrypto(random), configurable: true });
  Math.random = () => random.next();
  return () => {
    Object.defineProperty(globalThis, 'crypto', before);
    Math.random = mathRandom;
  };
}
