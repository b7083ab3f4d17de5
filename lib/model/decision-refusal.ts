import type { Problem } from './problem';

/** Why a decision changed nothing. */
export type DecisionRefusal =
  /** The row was decided since it was shown. */
  | { readonly kind: 'decided-meanwhile' }
  /** Another device has the configuration. */
  | { readonly kind: 'configuration-taken'; readonly by: string }
  /** The configuration has another MAC, which is not written over. */
  | { readonly kind: 'has-mac'; readonly mac: string }
  /** IT Glue no longer has the organization or configuration. */
  | { readonly kind: 'gone'; readonly name: string }
  /** IT Glue has one of this name or MAC by now that the person was not warned of. */
  | { readonly kind: 'exists'; readonly name: string }
  /** The network or device is gone at Datto. */
  | { readonly kind: 'row-gone' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'suggestion-undecided' }
  /** Configurations of the organization are being created or archived. */
  | { readonly kind: 'creating' }
  | { readonly kind: 'problem'; readonly problem: Problem };
