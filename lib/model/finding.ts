import type { ConfigurationId } from './ids';

export const findingStates = ['open', 'legitimate'] as const;
/** Whether a finding asks to be looked at, or a user said that it is as it should be. */
export type FindingState = (typeof findingStates)[number];

/** One of the configurations that have a MAC in common. */
export interface FoundConfiguration {
  readonly id: ConfigurationId;
  readonly name: string;
  /** Its page in the portal. */
  readonly url: string;
  readonly organizationName: string;
  readonly typeName: string | null;
  /** The device that is matched to it. */
  readonly matchedTo: string | null;
  /**
   * `ours`: this extension created it. `later`: it came into IT Glue after one that this extension
   * created; `at` is when, ISO 8601.
   */
  readonly origin:
    { readonly kind: 'ours' } | { readonly kind: 'later'; readonly at: string } | null;
  /** A PSA writes it. */
  readonly psaSynced: boolean;
}
