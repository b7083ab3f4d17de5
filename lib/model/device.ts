import type { NetworkId } from './ids';
import type { Ip } from './ip';
import { formatMac, type Mac } from './mac';
import type { Outlet, OutletSchedule } from './power';
import type { Channel, LteSignal, Neighbor } from './radio';

/** The kinds of device, as Datto divides its API. */
export const deviceKinds = ['access-point', 'switch', 'managed-power', 'router'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** A value for each kind of device. */
export const forEachKind = <Value>(value: Value): Record<DeviceKind, Value> =>
  Object.fromEntries(deviceKinds.map((kind) => [kind, value])) as Record<DeviceKind, Value>;

declare const brand: unique symbol;
/** A device across kinds, whose ids are counted per kind: `<kind>:<id>`, e.g. `switch:18`. */
export type DeviceKey = string & { readonly [brand]: 'device key' };

export const deviceKey = (kind: DeviceKind, id: string): DeviceKey => `${kind}:${id}` as DeviceKey;

/** The two halves of a device's key. */
export function splitDeviceKey(key: DeviceKey): { kind: DeviceKind; id: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as DeviceKind, id: key.slice(colon + 1) };
}

/** What Datto says of the device's reachability. */
export const deviceStatuses = ['up', 'down', 'pairing', 'spare', 'unknown'] as const;
export type DeviceStatus = (typeof deviceStatuses)[number];

/** End of Sale and End of Life, RFC 3339. `'ambiguous'`: the vendor has dates but not for this row. */
export type Lifecycle =
  null | 'ambiguous' | { readonly endOfSale: string | null; readonly endOfLife: string | null };

export interface Subscription {
  /** `null` where Datto does not tell. */
  readonly isActive: boolean | null;
  /** RFC 3339; `null` where it renews itself. */
  readonly endDate: string | null;
  readonly isEvergreen: boolean;
}

interface DeviceCommon {
  readonly key: DeviceKey;
  /** Datto's id, unique within the kind. */
  readonly id: string;
  readonly networkId: NetworkId;
  readonly mac: Mac | null;
  /** `null` for a device without a name. */
  readonly name: string | null;
  readonly description: string | null;
  /** The address shown to people: on the customer's LAN where the API tells it. */
  readonly ip: Ip | null;
  /** Every address the device reports on the customer's networks, for matching; never its public one. */
  readonly ips: readonly Ip[];
  readonly status: DeviceStatus;
  readonly model: string | null;
  /** `null` also where only the single call tells it (access points). */
  readonly serialNumber: string | null;
  readonly firmware: string | null;
  /** RFC 3339 UTC; `null` for a device that never checked in. */
  readonly lastCheckin: string | null;
  readonly uptimeSeconds: number | null;
  readonly lifecycle: Lifecycle;
  readonly subscription: Subscription | null;
}

export interface AccessPoint extends DeviceCommon {
  readonly kind: 'access-point';
  /** Connected now; only the single call tells. */
  readonly clients: number | null;
  /** Of the radios that are on. */
  readonly channels: readonly Channel[];
  readonly neighbors: readonly Neighbor[];
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Switch extends DeviceCommon {
  readonly kind: 'switch';
  readonly gatewayIp: Ip | null;
  readonly activePorts: number | null;
  readonly totalPorts: number | null;
  /** Power over Ethernet, watts. */
  readonly availablePower: number | null;
  readonly totalPower: number | null;
}

export interface ManagedPower extends DeviceCommon {
  readonly kind: 'managed-power';
  readonly surgeProtection: boolean | null;
  readonly enabledPorts: number | null;
  readonly totalPorts: number | null;
  readonly connectionType: 'wired' | 'mesh' | null;
  /** Only the single call tells; empty before. */
  readonly outlets: readonly Outlet[];
  readonly schedule: readonly OutletSchedule[];
  /** Of the mains, volts. */
  readonly voltage: number | null;
}

export interface Router extends DeviceCommon {
  readonly kind: 'router';
  /** As the API words it, e.g. `connected`, `standby`. */
  readonly lteStatus: string | null;
  /** `null` where the API gives no figure. */
  readonly lteSignal: LteSignal | null;
}

/** A device of a Datto network. */
export type Device = AccessPoint | Switch | ManagedPower | Router;

/** What a device is called in a list: its name, else its MAC, else its id. */
export function deviceLabel(device: Pick<Device, 'name' | 'mac' | 'id'>): string {
  return device.name ?? (device.mac ? formatMac(device.mac) : device.id);
}
