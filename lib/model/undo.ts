import type { DeviceKey } from './device';
import type { ConfigurationId, NetworkId, OrganizationId, UserId } from './ids';
import type { DeviceMatch, NetworkMatch } from './match';
import type { LegitimateSharing } from './shared-mac';

/** A list with a history of its own: all networks, all findings, or the devices of an organization. */
export type UndoList = 'networks' | 'findings' | `devices ${OrganizationId}`;

/** What Undo is offered for: some lists, or those of the devices of all organizations. */
export type UndoLists = readonly UndoList[] | 'all-devices';

/** The lists of the devices of these organizations. */
export const devicesLists = (...ids: readonly OrganizationId[]): UndoList[] =>
  [...new Set(ids)].map((id) => `devices ${id}` as const);

/** What a person did, about one row or many. */
export type UndoAction =
  | 'match'
  | 'change-match'
  | 'unmatch'
  | 'ignore'
  | 'unignore'
  | 'reject'
  | 'accept-all'
  | 'create'
  | 'ignore-configuration'
  | 'unignore-configuration'
  | 'legitimate'
  | 'not-legitimate';

/** Which rejections an action made, and which it took back. */
export interface RejectionChanges<Id> {
  readonly made: readonly Id[];
  readonly takenBack: readonly Id[];
}

/** That the panel asks no more about a configuration, since when (ISO 8601). */
export interface IgnoredConfiguration {
  readonly configurationId: ConfigurationId;
  readonly at: string;
}

/** What an action changed about a network. */
export interface NetworkChange {
  readonly networkId: NetworkId;
  readonly name: string;
  readonly before: NetworkMatch | null;
  readonly after: NetworkMatch | null;
  readonly rejections: RejectionChanges<OrganizationId>;
  /** Device matches that ended with it. */
  readonly ended: readonly DeviceMatch[];
}

/** What an action changed about a device. */
export interface DeviceChange {
  readonly deviceKey: DeviceKey;
  readonly name: string;
  readonly before: DeviceMatch | null;
  readonly after: DeviceMatch | null;
  readonly rejections: RejectionChanges<ConfigurationId>;
  /** That its configuration was ignored, which ended with the match. */
  readonly ended: IgnoredConfiguration | null;
}

/** What an action changed about configurations that have a MAC in common. */
export interface SharingChange {
  readonly configurationIds: readonly ConfigurationId[];
  readonly name: string;
  /** The decisions that made it legitimate; none, where it was not. */
  readonly before: readonly LegitimateSharing[];
  readonly after: readonly LegitimateSharing[];
}

/** What an action changed about a configuration by itself. */
export interface ConfigurationChange {
  readonly configurationId: ConfigurationId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly before: IgnoredConfiguration | null;
  readonly after: IgnoredConfiguration | null;
  /** It was created, for no device of Datto's. */
  readonly created?: true;
}

/** One action of a person, with what stood before and after it: what of it is not yet taken back. */
export interface UndoStep {
  /** Where it is taken back: on several where it was about devices of several organizations. */
  readonly lists: readonly UndoList[];
  readonly userId: UserId;
  /** ISO 8601 */
  readonly at: string;
  readonly action: UndoAction;
  /** What it was about, where that is not the name of its one row. */
  readonly name: string | null;
  /** In the order in which they were changed. */
  readonly networks: readonly NetworkChange[];
  readonly devices: readonly DeviceChange[];
  readonly sharings: readonly SharingChange[];
  readonly configurations: readonly ConfigurationChange[];
  /** What is left of it cannot be taken back, and the person was told so. */
  readonly told?: true;
}
