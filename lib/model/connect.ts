import type { KeyFault } from './key-fault';
import type { Problem } from './problem';

/** The fields whose text is entered once and never shown again. */
export const secretFields = ['dattoPublicKey', 'dattoSecretKey', 'itGlueApiKey'] as const;
export type SecretField = (typeof secretFields)[number];

/** The Connection form's fields in their order on the page, which is also the order of their errors. */
export const connectFields = [...secretFields, 'region', 'subdomain'] as const;
export type ConnectField = (typeof connectFields)[number];

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
