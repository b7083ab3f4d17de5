import * as z from 'zod/mini';
import {
  hasPassphrase,
  isUnguarded,
  type Derivation,
  type Guarded,
  type Sealed,
} from '@/lib/model/sealed';
import { decrypt, deriveKey, encrypt, importKey, newDerivation, newKeyBytes } from './encryption';
import type { Bytes } from './encryption';

const secretsSchema = z.object({
  dattoPublicKey: z.string(),
  dattoSecretKey: z.string(),
  itGlueApiKey: z.string(),
});

/** The keys of both APIs. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Where the sealed secrets are kept. */
export interface VaultStorage {
  load(): Promise<Sealed | undefined>;
  /** In one transaction. */
  save(sealed: Sealed | undefined): Promise<void>;
}

/** Where the key of an unlocked vault outlives the worker, but not the browser's session. */
export interface VaultSession {
  load(): Promise<string | null>;
  save(key: string | null): Promise<void>;
}

/**
 * `open`: there is no passphrase. `withheld`: there is none either, and none but this session of the browser
 * can read the secrets.
 */
type VaultState = 'empty' | 'open' | 'locked' | 'unlocked' | 'withheld';

/** The secrets at rest, and the passphrase that may protect them. */
export interface Vault {
  state(): Promise<VaultState>;
  /** The secrets; `null` where none are saved, they are locked, or they cannot be decrypted. */
  read(): Promise<Secrets | null>;
  /**
   * Saves them, under the passphrase where one is set.
   * @param passphrase sets one, where none is
   * @throws where they are locked
   */
  write(secrets: Secrets, passphrase?: string): Promise<void>;
  clear(): Promise<void>;
  /** Whether secrets are kept that the end of the browser's session took the key of. */
  isLost(): Promise<boolean>;
  /** @returns whether it is the right passphrase */
  unlock(passphrase: string): Promise<boolean>;
  /** Forgets the unlocked key; does nothing where no passphrase is set. */
  lock(): Promise<void>;
  /**
   * Sets, changes or, with `null`, removes the passphrase. The secrets are encrypted again, under a new
   * key, and take the place of what was kept.
   * @param current the passphrase that is set; `null` where none is
   * @returns whether `current` is right, and there are secrets to protect
   */
  protect(passphrase: string | null, current: string | null): Promise<boolean>;
  /**
   * Takes the key of secrets that no passphrase protects out of the profile: the browser's session keeps it
   * until one is set, or forgets it with its end.
   */
  withhold(): Promise<void>;
}

/**
 * How much work each guess at a passphrase costs, what OWASP asks for at least (Password Storage Cheat
 * Sheet, PBKDF2-HMAC-SHA256). Record 14 has how long it takes.
 */
const recommendedIterations = 600_000;

/** @param iterations less than recommended is for tests */
export function createVault(
  storage: VaultStorage,
  session: VaultSession,
  iterations = recommendedIterations,
): Vault {
  let unlocked: CryptoKey | null = null;
  let known: Promise<VaultState> | undefined;
  /** What is kept, for what is asked with every message: a read of the store waits for the commit of a sync. */
  let loaded: Promise<Sealed | undefined> | undefined;
  /** Counts changes of the key that is held. */
  let changes = 0;

  const kept = () =>
    (loaded ??= storage.load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    }));

  async function keep(sealed: Sealed | undefined): Promise<void> {
    try {
      await storage.save(sealed);
    } finally {
      loaded = undefined;
    }
  }

  async function hold(bytes: Bytes | null): Promise<void> {
    const key = bytes && (await importKey(bytes));
    changes += 1;
    unlocked = key;
    known = undefined;
    await session.save(bytes && btoa(String.fromCharCode(...bytes)));
  }

  /** What the worker before this one left. */
  async function heldBefore(sealed: Sealed): Promise<CryptoKey | null> {
    const change = changes;
    const text = await session.load();
    const key = text === null ? null : await importKey(bytesIn(text));
    // It died while the passphrase was changed, where this is another vault's.
    const fits = key !== null && (await decrypt(key, sealed)) !== null;
    if (fits && change === changes) unlocked = key;
    return unlocked;
  }

  /** The key of the secrets; `null` where they are locked. */
  const keyOf = (sealed: Sealed): CryptoKey | null | Promise<CryptoKey | null> =>
    isUnguarded(sealed) ? sealed.key : (unlocked ?? heldBefore(sealed));

  async function look(): Promise<VaultState> {
    const sealed = await storage.load();
    if (!sealed) return 'empty';
    if (isUnguarded(sealed)) return 'open';
    const isHeld = (await keyOf(sealed)) !== null;
    if (hasPassphrase(sealed)) return isHeld ? 'unlocked' : 'locked';
    return isHeld ? 'withheld' : 'empty';
  }

  async function save(sealed: Sealed | undefined, bytes: Bytes | null): Promise<void> {
    await keep(sealed);
    await hold(bytes);
  }

  return {
    state() {
      known ??= look().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },

    async read() {
      const sealed = await storage.load();
      const key = sealed && (await keyOf(sealed));
      return key ? secretsIn(key, sealed) : null;
    },

    async write(secrets, passphrase) {
      const before = await storage.load();
      if (!before || !hasPassphrase(before)) {
        if (passphrase === undefined) return save(await sealed(secrets), null);
        const bytes = newKeyBytes();
        return save(await guarded(secrets, bytes, passphrase, newDerivation(iterations)), bytes);
      }
      const key = await keyOf(before);
      if (!key) throw new Error('The vault is locked.');
      const encrypted = await encrypt(key, bytesOf(secrets));
      await keep({ ...encrypted, wrapped: before.wrapped });
    },

    clear: () => save(undefined, null),

    async isLost() {
      // Of one look: the state and what is kept, asked one after the other, may be of before and after a change.
      const sealed = await kept();
      if (!sealed || isUnguarded(sealed) || hasPassphrase(sealed)) return false;
      return (await keyOf(sealed)) === null;
    },

    async unlock(passphrase) {
      const before = await storage.load();
      if (!before || !hasPassphrase(before)) return true;
      const bytes = await unwrap(before, passphrase);
      if (bytes) await hold(bytes);
      return bytes !== null;
    },

    async lock() {
      const sealed = await storage.load();
      if (sealed && hasPassphrase(sealed)) await hold(null);
    },

    async withhold() {
      const before = await storage.load();
      if (!before || !isUnguarded(before)) return;
      const secrets = await secretsIn(before.key, before);
      if (!secrets) return save(undefined, null);
      const bytes = newKeyBytes();
      const encrypted = await encrypt(await importKey(bytes), bytesOf(secrets));
      // Held first: what is kept can be read at every moment.
      await hold(bytes);
      await keep({ ...encrypted, withheld: true });
      known = undefined;
    },

    async protect(passphrase, current) {
      const before = await storage.load();
      const key =
        before && (hasPassphrase(before) ? await keyBy(before, current) : await keyOf(before));
      const secrets = key ? await secretsIn(key, before) : null;
      if (!secrets) return false;
      if (passphrase === null) {
        await save(await sealed(secrets), null);
        return true;
      }
      const bytes = newKeyBytes();
      await save(await guarded(secrets, bytes, passphrase, newDerivation(iterations)), bytes);
      return true;
    },
  };
}

/** The secrets with their key beside them. */
async function sealed(secrets: Secrets): Promise<Sealed> {
  const key = await importKey(newKeyBytes());
  return { key, ...(await encrypt(key, bytesOf(secrets))) };
}

/** The secrets with their key as the passphrase wraps it. */
async function guarded(
  secrets: Secrets,
  bytes: Bytes,
  passphrase: string,
  derivation: Derivation,
): Promise<Sealed> {
  const wrapped = await encrypt(await deriveKey(passphrase, derivation), bytes);
  const encrypted = await encrypt(await importKey(bytes), bytesOf(secrets));
  return { ...encrypted, wrapped: { ...wrapped, ...derivation } };
}

/** The bytes of the wrapped key; `null` with another passphrase. */
async function unwrap({ wrapped }: Guarded, passphrase: string): Promise<Bytes | null> {
  return decrypt(await deriveKey(passphrase, wrapped), wrapped);
}

/** The key of the secrets by their passphrase; `null` with another. */
async function keyBy(sealed: Guarded, passphrase: string | null): Promise<CryptoKey | null> {
  const bytes = passphrase === null ? null : await unwrap(sealed, passphrase);
  return bytes && importKey(bytes);
}

const bytesIn = (base64: string): Bytes =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const bytesOf = (secrets: Secrets): Bytes => new TextEncoder().encode(JSON.stringify(secrets));

/** `null` where they are damaged or of another shape: as good as not saved, they are entered again. */
async function secretsIn(key: CryptoKey, sealed: Sealed): Promise<Secrets | null> {
  const bytes = await decrypt(key, sealed);
  if (!bytes) return null;
  try {
    return secretsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
