/** Bytes encrypted with AES-256-GCM. */
export interface Encrypted {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** How a passphrase becomes the key that wraps the vault's: PBKDF2 with HMAC-SHA-256. */
export interface Derivation {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

/** The API keys with the key they are encrypted under, which the browser's files hold, too. */
export interface Unguarded extends Encrypted {
  readonly key: CryptoKey;
}

/** The API keys with the key they are encrypted under as a passphrase wraps it. */
export interface Guarded extends Encrypted {
  readonly wrapped: Encrypted & Derivation;
}

/** The API keys without the key they are encrypted under, which is in the browser's memory alone. */
interface Withheld extends Encrypted {
  readonly withheld: true;
}

/** The API keys at rest. */
export type Sealed = Unguarded | Guarded | Withheld;

export const hasPassphrase = (sealed: Sealed): sealed is Guarded => 'wrapped' in sealed;
/** Whether the browser's files hold all that the API keys are read with. */
export const isUnguarded = (sealed: Sealed): sealed is Unguarded => 'key' in sealed;
