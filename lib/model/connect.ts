import type { Problem } from './problem';

/** The fields whose text is entered once and never shown again. */
export const secretFields = ['dattoPublicKey', 'dattoSecretKey', 'itGlueApiKey'] as const;
export type SecretField = (typeof secretFields)[number];

/** The Connection form's fields in their order on the page, which is also the order of their errors. */
export const connectFields = [...secretFields, 'region', 'subdomain'] as const;
export type ConnectField = (typeof connectFields)[number];

/** What is wrong with a key's text before anything is asked: how it was pasted, or where. */
export type KeyFault =
  /** Quotation marks around it. */
  | 'quoted-key'
  /** Its label was copied along, as in "Public key: 1b88". */
  | 'labelled-key'
  /** A space or line break within it. */
  | 'malformed'
  /** IT Glue's, in a field of Datto's. */
  | 'itglue-key'
  /** One of Datto's, in IT Glue's field. */
  | 'datto-key'
  /** The public key, as the secret too. */
  | 'same-keys';

/** Why connecting failed, by the field that is to be corrected; `form` where it is none of them. */
export interface ConnectFailure {
  readonly field: ConnectField | 'passphrase' | 'form';
  readonly reason:
    | 'missing'
    /** The company requires a passphrase, and none was given. */
    | 'passphrase-required'
    | 'unknown-key'
    | 'wrong-secret'
    | 'expired-key'
    | 'wrong-key'
    | 'wrong-region'
    | 'wrong-subdomain'
    | 'malformed'
    | KeyFault
    /** Public key and secret are each in the other's field. */
    | 'swapped-keys'
    /** The browser was told not to let the extension reach the vendors' hosts. */
    | 'no-host-access'
    | 'problem';
  /** With `problem`: what kept it from being verified. */
  readonly problem?: Problem;
}
