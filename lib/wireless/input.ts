import type { FlexibleAsset, FlexibleAssetType } from '@/lib/model/flexible-asset';
import type {
  ConfigurationId,
  FlexibleAssetId,
  NetworkId,
  OrganizationId,
  PasswordId,
} from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { Password } from '@/lib/model/password';
import type { RelatedItem } from '@/lib/model/related-item';
import type { Ssid } from '@/lib/model/ssid';
import type { WirelessLedger } from './ledger';

/** An access point of a network, and the configuration of the network's organization it is matched to. */
export interface WirelessAccessPoint {
  readonly name: string | null;
  readonly mac: Mac | null;
  readonly configurationId: ConfigurationId | null;
}

/** A network of a matched organization. */
export type WirelessNetwork = { readonly id: NetworkId; readonly name: string } & (
  | {
      readonly readable: true;
      readonly location: string | null;
      readonly ssids: readonly Ssid[];
      /** Numbers of SSIDs that are there and could not be read: what documents them is left alone. */
      readonly unreadableSsids: readonly number[];
      readonly accessPoints: readonly WirelessAccessPoint[];
    }
  /** Could not be read this time: what documents it is left alone, in every organization. */
  | { readonly readable: false }
);

/** An organization with all networks that are matched to it. */
export interface WirelessOrganization {
  readonly id: OrganizationId;
  readonly networks: readonly WirelessNetwork[];
}

/** All that the plan depends on. The order within lists and maps does not matter. */
export interface WirelessInput {
  /**
   * `false` archives everything. Only for a browser in which a user switched it off, not for one
   * in which it never was on: another browser may be documenting.
   */
  readonly autoCreate: boolean;
  /** Every organization with a matched network, and no other. */
  readonly organizations: readonly WirelessOrganization[];
  /** See `keyDigest`; by `identityKey`, of every SSID with a key. */
  readonly digests: ReadonlyMap<string, string>;

  /** As `chooseType` finds it; `null` where there is none. */
  readonly type: FlexibleAssetType | null;
  /** As `copiesOf` finds them. */
  readonly typeCopies: readonly FlexibleAssetType[];
  /** All records of the type, of all organizations, archived ones too. */
  readonly records: readonly FlexibleAsset[];
  /** All records of the type's copies. */
  readonly recordsOfCopies: readonly FlexibleAsset[];
  /**
   * All passwords of the organizations that have a matched network, a record or a ledger entry,
   * archived ones too, general ones and those embedded in records.
   */
  readonly passwords: readonly Password[];
  /** The links that lead away from each record; a record that is missing could not be asked. */
  readonly recordRelations: ReadonlyMap<FlexibleAssetId, readonly RelatedItem[]>;
  /** The links that lead away from passwords, where known. */
  readonly passwordRelations: ReadonlyMap<PasswordId, readonly RelatedItem[]>;
  /** Organizations whose records or passwords could not be read: nothing is planned there. */
  readonly unreadOrganizations: ReadonlySet<OrganizationId>;
  /** By `slotKey`: SSIDs whose record or password is there and could not be read: left alone. */
  readonly unreadSlots: ReadonlySet<string>;

  readonly ledger: WirelessLedger;
}
