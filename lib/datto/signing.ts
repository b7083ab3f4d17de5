/** What a request is signed with. */
export interface SigningInput {
  /** The public key. */
  readonly key: string;
  readonly secret: string;
  /** Unix seconds, by the server's clock. */
  readonly timestamp: number;
  /** Never used before within the server's 15 to 30 minutes. */
  readonly nonce: string;
  /** From the first `/` on, query string included, exactly as it is sent. */
  readonly path: string;
  /** The exact JSON text of a POST or PUT; `''` for GET and DELETE. */
  readonly body: string;
}

/** The two headers that authenticate a request. */
export interface SignedHeaders {
  readonly Authorization: string;
  /** Lower-case hexadecimal HMAC-SHA256. */
  readonly Signature: string;
}

/**
 * Signs one request as the vendor's reference asks ("Authentication" in `api/README.md` of
 * `cloudtrax/docs`): HMAC-SHA256, keyed with the secret, over authorization, path and body.
 */
export async function sign(input: SigningInput): Promise<SignedHeaders> {
  const { key, secret, timestamp, nonce, path, body } = input;
  const authorization = `key=${key},timestamp=${timestamp},nonce=${nonce}`;
  const encoder = new TextEncoder();
  const hmacKey = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const digest = await crypto.subtle.sign(
    'HMAC',
    hmacKey,
    encoder.encode(authorization + path + body),
  );
  return { Authorization: authorization, Signature: hexadecimal(new Uint8Array(digest)) };
}

/** A nonce of 128 random bits: 32 hexadecimal digits, from a cryptographic source. */
export function cryptographicNonce(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(16)));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
