import type { ConfigurationId } from './ids';
import type { Mac } from './mac';

/** Configurations in use that have a MAC in common, though a MAC is one device's. */
export interface SharedMac {
  /** What identifies it: its configurations. */
  readonly key: string;
  /** In the order of their text. */
  readonly configurationIds: readonly ConfigurationId[];
  readonly macs: readonly Mac[];
}

/** A decision: these configurations, and any of them, have a MAC in common for a good reason. */
export interface LegitimateSharing {
  readonly key: string;
  readonly configurationIds: readonly ConfigurationId[];
  /** ISO 8601 */
  readonly at: string;
}

/** Names a set of configurations, in whatever order they come. */
export const sharingKey = (ids: readonly ConfigurationId[]): string => ids.toSorted().join('+');
