import * as z from 'zod/mini';

const secretsSchema = z.object({
  dattoPublicKey: z.string(),
  dattoSecretKey: z.string(),
  itGlueApiKey: z.string(),
});

/** The keys of both APIs. */
export type Secrets = z.infer<typeof secretsSchema>;

/** What is kept at rest: a key that cannot be exported, and the secrets encrypted under it. */
export interface Sealed {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Where the sealed secrets are kept. */
export interface VaultStorage {
  load(): Promise<Sealed | undefined>;
  save(sealed: Sealed | undefined): Promise<void>;
}

/** The secrets at rest: AES-256-GCM under a key that the browser keeps and never gives out. */
export interface Vault {
  /** The secrets, or `null` where none are saved or they cannot be decrypted. */
  read(): Promise<Secrets | null>;
  write(secrets: Secrets): Promise<void>;
  clear(): Promise<void>;
}

export function createVault(storage: VaultStorage): Vault {
  const { subtle } = globalThis.crypto;
  return {
    async read() {
      const sealed = await storage.load();
      if (!sealed) return null;
      try {
        const text = await subtle.decrypt(
          { name: 'AES-GCM', iv: sealed.iv },
          sealed.key,
          sealed.data,
        );
        return secretsSchema.parse(JSON.parse(new TextDecoder().decode(text)));
      } catch {
        // Damaged, or of another shape: as good as not saved; the person enters them again.
        return null;
      }
    },
    async write(secrets) {
      const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]);
      const iv = globalThis.crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(secrets));
      await storage.save({
        key,
        iv,
        data: await subtle.encrypt({ name: 'AES-GCM', iv }, key, text),
      });
    },
    clear: () => storage.save(undefined),
  };
}
