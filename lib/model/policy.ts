import { secretFields, type SecretField } from './connect';
import type { DeviceKind } from './device';
import type { OrganizationId } from './ids';
import type { Region, SyncInterval } from './settings';

/** Under which name a company sets the configuration type of each kind of device. */
export const policyTypes = {
  'access-point': 'accessPointType',
  switch: 'switchType',
  'managed-power': 'managedPowerType',
  router: 'routerType',
} as const satisfies Record<DeviceKind, string>;
type PolicyType = (typeof policyTypes)[DeviceKind];

/** What a company may set for its browsers by managed policy, by the names that the policy has for it. */
export type PolicyValues = Readonly<Record<SecretField, string>> &
  Readonly<Record<PolicyType, string>> & {
    readonly region: Region;
    readonly subdomain: string;
    readonly syncEveryHours: SyncInterval;
    readonly autoCreate: boolean;
    /** The organization that holds the records of the shared state, where none is the company's own. */
    readonly teamHome: OrganizationId;
    /** Keys are neither kept nor used before a passphrase protects them. */
    readonly passphraseRequired: boolean;
    /** Who sits here is chosen by hand with a code only; its SHA-256 in hexadecimal digits. */
    readonly userUnlock: string;
    /** Whether the first-run page opens by itself and pages say that keys are to be entered. */
    readonly firstRun: boolean;
  };
export type PolicyField = keyof PolicyValues;

/** In the order of the options page. */
export const policyFields = [
  ...secretFields,
  'region',
  'subdomain',
  'passphraseRequired',
  'syncEveryHours',
  'autoCreate',
  'accessPointType',
  'switchType',
  'managedPowerType',
  'routerType',
  'teamHome',
  'userUnlock',
  'firstRun',
] as const satisfies readonly PolicyField[];

/** A part of the policy that means nothing here. */
export interface PolicyFault {
  /** As the policy calls it. */
  readonly field: string;
  /** Its value, shortened; `null` for one that is not told, and where it is the name that means nothing. */
  readonly found: string | null;
  readonly reason: 'unknown-name' | 'no-value-of-it';
}

/** What a company has set; what it left open is up to each browser. */
export interface Policy {
  readonly values: Partial<PolicyValues>;
  readonly faults: readonly PolicyFault[];
}
