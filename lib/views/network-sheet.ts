import type {
  DeviceKey,
  DeviceKind,
  DeviceStatus,
  Lifecycle,
  Subscription,
} from '@/lib/model/device';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { Ip } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import type { Problem } from '@/lib/model/problem';
import type { SsidFacts } from '@/lib/model/ssid';
import type { NetworkTree, SheetLink } from './network-tree';

/** A network of an organization, as its sheet shows it. */
export interface SheetNetwork {
  readonly id: NetworkId;
  readonly name: string;
  /** When its devices were last listed, ISO 8601; `null` where they never were. */
  readonly readAt: string | null;
  /** Why the last sync could not read it; what is shown is what was known before. */
  readonly problem: Problem | null;
}

/** A device of one of the networks. */
export interface SheetDevice {
  readonly key: DeviceKey;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly networkId: NetworkId;
  readonly status: DeviceStatus;
  readonly model: string | null;
  readonly firmware: string | null;
  /** The newest firmware that any of the company's own devices of this model has, where this one has an older. */
  readonly newerFirmware: string | null;
  readonly ip: Ip | null;
  readonly mac: Mac | null;
  readonly serialNumber: string | null;
  readonly lifecycle: Lifecycle;
  readonly subscription: Subscription | null;
  /** When this was read, ISO 8601. */
  readonly readAt: string;
  readonly state: 'matched' | 'unmatched' | 'ignored';
  readonly configuration: SheetLink | null;
}

/** A Wi-Fi network; never its key. */
export interface SheetWifi {
  readonly networkId: NetworkId;
  readonly number: number;
  readonly name: string;
  /** As it was last read; `null` where this browser only knows of its record. */
  readonly facts: SsidFacts | null;
  readonly documented: boolean;
}

/** What is known of an organization's networks. */
export interface NetworkSheetView {
  readonly organization: { readonly id: OrganizationId; readonly name: string };
  readonly networks: readonly SheetNetwork[];
  readonly devices: readonly SheetDevice[];
  readonly wifi: readonly SheetWifi[];
  /** Wi-Fi networks are read while it is on. */
  readonly autoCreate: boolean;
  readonly trees: readonly NetworkTree[];
}

/** An organization's networks in a line, on its home page in the portal. */
export interface NetworkCardView {
  readonly networks: number;
  readonly devices: number;
  readonly down: number;
  /** Neither up nor down: pairing, spare, unknown. */
  readonly others: number;
  readonly unmatched: number;
  /** Networks that the last sync could not read. */
  readonly unread: number;
  /** The oldest reading of them, ISO 8601; `null` before the first. */
  readonly readAt: string | null;
}
