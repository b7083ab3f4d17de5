import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Activity, ActivityTopic } from '@/lib/model/activity';
import type { Configuration } from '@/lib/model/configuration';
import type { DepartedDevice } from '@/lib/model/departed-device';
import type { Device, DeviceKey, DeviceKind } from '@/lib/model/device';
import type { FirstSeen } from '@/lib/model/first-seen';
import type { DocumentedSsid } from '@/lib/model/documented-ssid';
import type {
  ConfigurationId,
  FlexibleAssetId,
  NetworkId,
  OrganizationId,
  UserId,
} from '@/lib/model/ids';
import type { CreationBatch, FollowUp, JournalRow } from '@/lib/model/journal';
import type {
  ConfigurationSuggestion,
  DeviceMatch,
  NetworkMatch,
  OrganizationSuggestion,
} from '@/lib/model/match';
import type { Mac } from '@/lib/model/mac';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';
import type { KeptEntry, SharedValue } from '@/lib/model/shared-entry';
import type { Sightings, SourceKey } from '@/lib/model/sighting';
import type { SyncRun } from '@/lib/model/run';
import type { LegitimateSharing, SharedMac } from '@/lib/model/shared-mac';
import type { SsidFacts } from '@/lib/model/ssid';
import type { UndoList, UndoStep } from '@/lib/model/undo';
import type { User } from '@/lib/model/user';

export type StoredNetwork = Network & {
  /** When its devices were last read whole, there were none. */
  readonly withoutDevices: boolean;
  /** Its SSIDs without their keys, as Auto-Create last read them; absent where it never did. */
  readonly ssids?: readonly SsidFacts[];
};

export type StoredDevice = Device & {
  /** When it was last asked for by itself, or read with other values, ISO 8601. */
  readonly readAt: string;
};

/** A line of the activity list with what it is found by. */
export type StoredActivity = Activity & {
  readonly topic: ActivityTopic;
  readonly organizations: readonly OrganizationId[];
  /** Of what did not succeed; absent otherwise, so that its index holds nothing else. */
  readonly failed?: 1;
};

/** What a network's lists of devices held when they were last read. */
export interface DeviceList {
  readonly networkId: NetworkId;
  /** The run that read them. */
  readonly runId: string;
  /** ISO 8601 */
  readonly readAt: string;
  /** The kinds that could be read to the last row; devices of the others keep their last known rows. */
  readonly kinds: readonly DeviceKind[];
  readonly devices: readonly DeviceKey[];
  /** Devices whose row did not parse: there, but as they were known before. */
  readonly unreadable: readonly DeviceKey[];
}

/** Rows of IT Glue that the open run saw; one that its stage did not see has vanished at the source. */
export interface Seen {
  readonly runId: string;
  readonly kind: 'organizations' | 'configurations';
  readonly ids: readonly string[];
  /** Of which organizations everything was read with these. */
  readonly part?: ReadPart;
}

/** Everything that IT Glue holds of some organizations, as a run read it. Times by this computer's clock, milliseconds since 1970. */
export interface ReadPart {
  readonly organizations: readonly OrganizationId[];
  /** Whether row by row, or only what had changed. */
  readonly whole: boolean;
  /** In how many answers. */
  readonly pages: number;
  /** When the first answer was asked for. */
  readonly from: number;
  /** When the last had come. */
  readonly to: number;
  /** When one of the rows changed last by IT Glue's clock; `null` where none told. */
  readonly newest: number | null;
}

/** The database, described once. */
export interface Schema extends DBSchema {
  networks: { key: NetworkId; value: StoredNetwork };
  devices: { key: DeviceKey; value: StoredDevice; indexes: { network: NetworkId } };
  deviceLists: { key: NetworkId; value: DeviceList };
  organizations: { key: OrganizationId; value: Organization };
  configurations: {
    key: ConfigurationId;
    value: Configuration;
    indexes: { organization: OrganizationId };
  };
  networkMatches: {
    key: NetworkId;
    value: NetworkMatch;
    indexes: { organization: OrganizationId };
  };
  networkSuggestions: {
    key: NetworkId;
    value: {
      readonly networkId: NetworkId;
      readonly suggestions: readonly OrganizationSuggestion[];
    };
  };
  deviceMatches: {
    key: DeviceKey;
    value: DeviceMatch;
    /** Unique: one device, one configuration. */
    indexes: { configuration: ConfigurationId; organization: OrganizationId; network: NetworkId };
  };
  deviceSuggestions: {
    key: DeviceKey;
    value: {
      readonly deviceKey: DeviceKey;
      readonly organizationId: OrganizationId;
      readonly suggestions: readonly ConfigurationSuggestion[];
    };
    indexes: { organization: OrganizationId };
  };
  /** Devices that are gone and about which something was decided, by the id they had. */
  departedDevices: { key: DeviceKey; value: DepartedDevice };
  /** What the company's browsers share. */
  sharedEntries: {
    key: string;
    value: {
      readonly key: string;
      readonly publication: KeptEntry['publication'];
      readonly entry: KeptEntry;
      /** What of it is carried out here; absent where nothing is yet. */
      readonly base?: SharedValue;
    };
    indexes: { publication: KeptEntry['publication'] };
  };
  users: { key: UserId; value: User };
  runs: { key: string; value: SyncRun; indexes: { state: SyncRun['state'] } };
  /** What an open run has still to do in its stage. */
  steps: { key: string; value: { readonly step: string } };
  /** By number: a page, or what was read beside the run. */
  seen: { key: number; value: Seen };
  /** Newest last, by number. */
  activity: {
    key: number;
    value: StoredActivity;
    indexes: {
      at: string;
      run: string;
      topic: ActivityTopic;
      who: string;
      organization: OrganizationId;
      failed: 1;
    };
  };
  /** Every write to IT Glue, from its intent to its outcome. */
  journal: {
    key: string;
    value: JournalRow;
    indexes: { batch: string; state: JournalRow['state']; key: string };
  };
  batches: { key: string; value: CreationBatch };
  /** What is still to be seen to of creations that are settled. */
  followUps: { key: string; value: FollowUp };
  /** Configurations that the panel asks no more about. */
  ignoredConfigurations: {
    key: ConfigurationId;
    value: { readonly configurationId: ConfigurationId; readonly at: string };
  };
  /** Configurations in use that have a MAC in common, as of the last sync. */
  sharedMacs: { key: string; value: SharedMac };
  /** Which of them a user said are so for a good reason. */
  legitimateSharings: { key: string; value: LegitimateSharing };
  /** Configurations that this extension created, and when: what has their MAC and came later is a copy. */
  createdConfigurations: {
    key: ConfigurationId;
    value: { readonly configurationId: ConfigurationId; readonly at: string };
  };
  /** Organizations that a person took from a network: never matched to it again by a rule. */
  rejectedOrganizations: {
    key: NetworkId;
    value: { readonly networkId: NetworkId; readonly organizationIds: readonly OrganizationId[] };
  };
  /** Configurations that a person took from a device: never matched to it again by a rule. */
  rejectedConfigurations: {
    key: DeviceKey;
    value: {
      readonly deviceKey: DeviceKey;
      readonly configurationIds: readonly ConfigurationId[];
    };
  };
  /** What switches and networks last told of where MACs are; by MAC, each of a row's. */
  sightings: {
    key: SourceKey;
    value: Sightings;
    indexes: { network: NetworkId; mac: Mac };
  };
  /** What documents each SSID; never a key. */
  wireless: {
    key: string;
    value: DocumentedSsid;
    indexes: { record: FlexibleAssetId };
  };
  /** What people did, to be taken back: newest last, by number. */
  undoSteps: { key: number; value: UndoStep; indexes: { list: UndoList } };
  /** Since when what no first sync found is known. */
  firstSeen: { key: string; value: FirstSeen };
  /** Single values by name: see meta.ts. */
  meta: { key: string; value: unknown };
}

export type StoreName = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
export type ReadTransaction = IDBPTransaction<Schema, StoreName[], 'readonly'>;
/** A transaction over every store: what happens in it happens whole or not at all. */
export type WriteTransaction = IDBPTransaction<Schema, StoreName[], 'readwrite'>;
