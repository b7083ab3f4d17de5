import type { WrongField } from '@/lib/model/rows';
import type { DattoHost } from './hosts';

/** What went wrong, by what follows from it; the most severe first. */
export const dattoErrorKinds = [
  /** The keys are wrong, expired or may not read: stop syncing until they are entered again. */
  'credentials',
  /** A defect of this client: report it, do not retry. */
  'bad-request',
  /** The clock differs by more than 15 minutes, and measuring the difference did not help. */
  'clock',
  /** A nonce was refused twice. */
  'nonce',
  /** A read-only key has no access to this component; the key is good, and all else goes on. */
  'out-of-reach',
  /** This key may not see this network. */
  'not-permitted',
  /** The network or device does not exist (any more). */
  'not-found',
  /** The endpoint does not exist for this account. */
  'not-implemented',
  /** Asked too often; see `retryAfterSeconds`. */
  'rate-limited',
  /** The server failed or was too slow, also after retries. */
  'transient',
  /** Something answered, but not the API: HTML, or a body that ends in the middle. */
  'malformed',
  /** No answer came. */
  'offline',
] as const;
export type DattoErrorKind = (typeof dattoErrorKinds)[number];

/** Which of the two keys an error blames. */
export type CredentialField = 'publicKey' | 'secretKey';

/** The success among the error codes. */
const success = 1009;

/** Source: `api/error_codes.md` of `cloudtrax/docs`. */
const kindsByCode = new Map<number, DattoErrorKind>([
  ...codes('credentials', 13000, 13005, 13007, 13011, 13015, 13016),
  ...codes('bad-request', 13001, 13004, 13012),
  ...codes('clock', 13002),
  ...codes('nonce', 13003),
  ...codes('out-of-reach', 13006),
  // "Key is not master", "incorrect API privileges", and the like: the key is good, but not for this.
  ...codes('not-permitted', 13008, 13009, 13010, 12047, 1001, 1018, 30001, 30002, 40006),
  ...codes('not-found', 12000, 1003, 1004, 1007, 1017),
  ...codes('not-implemented', 1002),
  ...codes('transient', 1000, 1016, 1019),
]);

function codes(kind: DattoErrorKind, ...numbers: number[]): [number, DattoErrorKind][] {
  return numbers.map((code) => [code, kind]);
}

interface Details {
  readonly codes?: readonly number[];
  readonly status?: number;
  readonly retryAfterSeconds?: number | null;
  /** What of a malformed answer could not be read. */
  readonly wrong?: readonly WrongField[];
  readonly field?: CredentialField;
}

/**
 * Any failure of a call to Datto but a cancelled one. The message is for developers. The server's own
 * texts are not used, since some of them (13005) repeat the key.
 */
export class DattoError extends Error {
  override readonly name = 'DattoError';
  /** The API's error codes, if it gave any. */
  readonly codes: readonly number[];
  /** The HTTP status; `null` where no answer came. */
  readonly status: number | null;
  /** How long the server asked to wait. */
  readonly retryAfterSeconds: number | null;
  /** Which key is wrong; `null` where that cannot be told or the keys are not the trouble. */
  readonly field: CredentialField | null;
  /** What of a malformed answer could not be read. */
  readonly wrong: readonly WrongField[];

  constructor(
    readonly kind: DattoErrorKind,
    readonly host: DattoHost,
    details: Details = {},
  ) {
    const errorCodes = details.codes ?? [];
    super([`${host}: ${kind}`, ...errorCodes, details.status ?? []].flat().join(' · '));
    this.codes = errorCodes;
    this.status = details.status ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.field = details.field ?? blamedField(errorCodes);
    this.wrong = details.wrong ?? [];
  }

  /** Whether the same request may succeed a little later. */
  get retryable(): boolean {
    return ['transient', 'rate-limited', 'malformed', 'offline'].includes(this.kind);
  }

  /** Whether this server does not know the key, so that another one may. */
  get unknownKey(): boolean {
    return this.codes.includes(13011);
  }
}

function blamedField(errorCodes: readonly number[]): CredentialField | null {
  if (errorCodes.includes(13011)) return 'publicKey';
  if (errorCodes.includes(13000) || errorCodes.includes(13015)) return 'secretKey';
  return null;
}

/** The API's error codes in an answer's JSON, without the one that says success. */
export function errorCodesOf(json: unknown): number[] {
  if (typeof json !== 'object' || json === null || !('errors' in json)) return [];
  if (!Array.isArray(json.errors)) return [];
  return json.errors
    .map((error: unknown) =>
      typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : NaN,
    )
    .filter((code) => Number.isInteger(code) && code > 0 && code !== success);
}

/**
 * The kind of failure that an answer means; `null` for a good answer.
 * @param json the parsed body; `undefined` where the body is not JSON
 * @returns of several errors, the most severe
 */
export function failureOf(status: number, json: unknown): DattoErrorKind | null {
  if (status === 429) return 'rate-limited';
  const errorCodes = errorCodesOf(json);
  const known = errorCodes.flatMap((code) => kindsByCode.get(code) ?? []);
  const worst = dattoErrorKinds.find((kind) => known.includes(kind));
  if (worst) return worst;
  if (status >= 500 || status === 408) return 'transient';
  if (errorCodes.length > 0) return 'bad-request';
  if (status === 404) return 'not-implemented';
  if (json === undefined || status < 200 || status > 299) return 'malformed';
  return null;
}
