import { forEachKind, type DeviceKind } from './device';
import type { UserId } from './ids';

/** Hours between automatic syncs; 0 is off. */
export const syncIntervals = [0, 1, 6, 12, 24] as const;
export type SyncInterval = (typeof syncIntervals)[number];

/** Minutes without use after which a passphrase locks the keys; 0: only when the browser starts. */
export const lockDelays = [0, 15, 60, 240] as const;

export const regions = ['us', 'eu', 'au'] as const;
/** Where IT Glue keeps the tenant. */
export type Region = (typeof regions)[number];

/** What is no secret of a connection. */
export interface Connection {
  readonly region: Region;
  /** `acme` of `https://acme.itglue.com`. */
  readonly subdomain: string;
  /** The Datto host that took the key. */
  readonly dattoHost: string;
  /** ISO 8601 */
  readonly connectedAt: string;
}

export interface Settings {
  readonly syncEveryHours: SyncInterval;
  readonly lockAfterMinutes: (typeof lockDelays)[number];
  readonly autoCreate: boolean;
  /** Which user of the tenant sits at this browser. */
  readonly userId: UserId | null;
  /** The configuration type id each kind of device gets when created; `null` before one was found or chosen. */
  readonly configurationTypes: Readonly<Record<DeviceKind, string | null>>;
}

export const defaultSettings: Settings = {
  syncEveryHours: 24,
  lockAfterMinutes: 0,
  autoCreate: false,
  userId: null,
  configurationTypes: forEachKind(null),
};
