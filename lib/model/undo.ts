import type { DeviceKey } from './device';
import type { ConfigurationId, NetworkId, OrganizationId, UserId } from './ids';
import type { DeviceMatch, NetworkMatch } from './match';
import type { LegitimateSharing } from './shared-mac';

/** The last action of this browser, with what stood before and after it. */
export interface UndoEntry {
  readonly userId: UserId;
  readonly action:
    'match' | 'unmatch' | 'ignore' | 'unignore' | 'accept-all' | 'legitimate' | 'not-legitimate';
  /** The row's name when it was about one. */
  readonly name: string | null;
  readonly networks: readonly {
    readonly networkId: NetworkId;
    readonly before: NetworkMatch | null;
    readonly after: NetworkMatch | null;
    /** Organizations that the network had been taken from before. */
    readonly rejected: readonly OrganizationId[];
  }[];
  readonly devices: readonly {
    readonly deviceKey: DeviceKey;
    readonly before: DeviceMatch | null;
    readonly after: DeviceMatch | null;
    /** Configurations that had been turned down for the device before. */
    readonly rejected: readonly ConfigurationId[];
  }[];
  readonly sharings: readonly {
    readonly configurationIds: readonly ConfigurationId[];
    /** The decisions that made it legitimate that they have a MAC in common; none, where it was not. */
    readonly before: readonly LegitimateSharing[];
    readonly after: readonly LegitimateSharing[];
  }[];
  /** Device matches that ended with a network's. */
  readonly ended: readonly DeviceMatch[];
}
