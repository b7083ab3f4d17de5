import type { DecidedRefusal } from './decided-refusal';
import type { Unreadable, WrongField } from './rows';

/** The two APIs. */
export type Side = 'datto' | 'itglue';

/**
 * What went wrong, as a value: its kind chooses the sentence and the next step that a surface
 * shows. Never holds a key.
 */
export interface Problem {
  readonly kind:
    | 'offline'
    | 'timeout'
    | 'rate-limited'
    /** The server failed (5xx), or its answer was cut or unreadable. */
    | 'server'
    | 'credentials'
    /** A passphrase locks the keys. */
    | 'locked'
    /** The key is good, but this one thing is not for it; everything else goes on. */
    | 'out-of-reach'
    /** An allow-list of addresses keeps this computer out. */
    | 'address-refused'
    /** The account's plan has no API access. */
    | 'no-api-access'
    | 'not-permitted'
    | 'not-found'
    /** The server understood and refused (422); `detail` says why in its words. */
    | 'refused'
    /** The browser could not store or read just now; `detail` has its words. */
    | 'storage'
    /** The browser has no room left to store anything. */
    | 'storage-full'
    /** The company has set it by policy. */
    | 'managed'
    /** A page of the portal asks for more than a person does. */
    | 'too-fast'
    /** A defect of this extension. */
    | 'internal';
  readonly side?: Side;
  /** When the server asked to be asked again, ISO 8601. */
  readonly retryAt?: string;
  /** What the server said, as text: a quotation, in its language. */
  readonly detail?: string;
  /** What the extension found itself; worded when it is shown. */
  readonly cause?: ProblemCause;
}

/** Whether only this one thing is hindered, and everything else may go on. */
export const concernsOneThing = ({ kind, cause }: Problem): boolean =>
  kind === 'out-of-reach' || cause?.kind === 'unreadable-rows';

/** How Datto failed to answer, where the kind of the problem does not say all of it. */
export type DattoFailure = 'clock' | 'nonce' | 'malformed' | 'not-implemented' | 'bad-request';

/** What the extension found, as a kind with values. */
export type ProblemCause =
  | {
      readonly kind: 'datto-answer';
      readonly failure: DattoFailure | null;
      readonly host: string;
      /** The API's error codes. */
      readonly codes: readonly number[];
      /** The HTTP status; `null` where no answer came. */
      readonly status: number | null;
      /** What of a malformed answer could not be read. */
      readonly wrong?: readonly WrongField[];
    }
  /** Rows that cannot be done without. */
  | { readonly kind: 'unreadable-rows'; readonly rows: readonly Unreadable[] }
  /** The server's words repeat a secret that the request carried. */
  | { readonly kind: 'words-withheld' }
  /** None of the types that a configuration of a device could have is in IT Glue. */
  | { readonly kind: 'no-configuration-type' }
  /** Datto listed no network at all, which is believed only when it is told twice. */
  | { readonly kind: 'no-network-listed' }
  /** Another worker is writing the same row right now. */
  | { readonly kind: 'written-elsewhere' }
  | { readonly kind: 'no-keys-saved' }
  /** Written in the meantime, or no longer to be written: see the journal. */
  | {
      readonly kind: 'not-written';
      readonly why: DecidedRefusal['kind'];
    }
  /** An update would lose what a user put into these fields of the record, so it is left as it is. */
  | { readonly kind: 'record-held'; readonly fields: readonly string[] }
  | FieldConflict
  /** What was to be written refers to this, which IT Glue refused. */
  | {
      readonly kind: 'reference-refused';
      readonly reference: 'manufacturer' | 'model';
      readonly name: string;
      readonly problem: Problem;
    }
  /** Each by its name. */
  | { readonly kind: 'several'; readonly problems: readonly NamedProblem[] };

/** Users made a field of another kind that has the name of one of the extension's fields. */
export interface FieldConflict {
  readonly kind: 'field-of-another-kind';
  readonly field: string;
  /** The flexible asset type's name. */
  readonly type: string;
  /** E.g. `Text`, `Tag (Configurations)`. */
  readonly expected: string;
  readonly actual: string;
}

/** What went wrong with one thing, by its name. */
export interface NamedProblem {
  readonly subject: string;
  readonly problem: Problem;
}
