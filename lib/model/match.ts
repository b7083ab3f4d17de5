import type { DeviceKey } from './device';
import type { ConfigurationId, NetworkId, OrganizationId } from './ids';
import type { Mac } from './mac';

/** How a network came to its organization. */
export type OrganizationRule = 'name' | 'by-hand' | 'created';
/** How a device came to its configuration. */
export type ConfigurationRule =
  | 'mac-and-ip'
  | 'mac'
  /** By a MAC that only an RMM knows of the configuration. */
  | 'rmm-mac'
  | 'name'
  | 'by-hand'
  | 'created';

/** A decision about a network: which organization it belongs to, or that it is not to be asked about. */
export type NetworkMatch = {
  readonly networkId: NetworkId;
  /** ISO 8601 */ readonly at: string;
} & (
  | {
      readonly state: 'matched';
      readonly organizationId: OrganizationId;
      readonly rule: OrganizationRule;
    }
  | { readonly state: 'ignored' }
);

/** A decision about a device. */
export type DeviceMatch = {
  readonly deviceKey: DeviceKey;
  readonly networkId: NetworkId;
  /** ISO 8601 */
  readonly at: string;
} & (
  | {
      readonly state: 'matched';
      readonly configurationId: ConfigurationId;
      readonly organizationId: OrganizationId;
      readonly rule: ConfigurationRule;
    }
  | { readonly state: 'ignored' }
);

/** Why an organization is suggested; the surface turns it into words. */
export type OrganizationReason =
  /** Several organizations have exactly this name. */
  | { readonly kind: 'same-name' }
  /** Equal but for a legal form. `form` as written, e.g. `Inc.`. */
  | { readonly kind: 'legal-form'; readonly form: string }
  /** Equal but for punctuation, "&"/"and", a leading "the", accents, spaces, or the words' order. */
  | { readonly kind: 'spelling' }
  /** Equal but for a site or city. `site` as written, e.g. `Denver`. */
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'short-name' }
  /** `letters` as written. */
  | { readonly kind: 'acronym'; readonly letters: string }
  /** A typing error. */
  | { readonly kind: 'similar' }
  /** An abbreviated word, e.g. "Mfg" for "Manufacturing". */
  | { readonly kind: 'abbreviation' }
  /** Words of the organization's name are left out. `missing` as written, e.g. `Dental Clinic`. */
  | { readonly kind: 'part'; readonly missing: string };

/** An organization that may be the network's; never taken without a person's decision. */
export interface OrganizationSuggestion {
  readonly organizationId: OrganizationId;
  /** 0 to 1; only for ordering and for the threshold. */
  readonly score: number;
  readonly reason: OrganizationReason;
}

/** Whether a rule or reason holds by an equal MAC. */
export const byMac = (rule: string): boolean =>
  rule === 'mac' || rule === 'mac-and-ip' || rule === 'rmm-mac';

/** A configuration that may be the device's. */
export interface ConfigurationSuggestion {
  readonly configurationId: ConfigurationId;
  /** By MAC where several candidates cannot be told apart. */
  readonly rule: 'mac-and-ip' | 'mac' | 'rmm-mac' | 'replaces' | 'name';
  /** The MAC of the device that had the configuration, where this one may have been put in its place. */
  readonly replaces?: Mac;
}

/** A device that may be the configuration's, as the panel on an unmatched configuration shows it. */
export interface DeviceSuggestion {
  readonly deviceKey: DeviceKey;
  /** A matching rule, or what is alike where no rule holds. */
  readonly reason:
    | 'mac-and-ip'
    | 'mac'
    | 'rmm-mac'
    | 'replaces'
    | 'name'
    | 'serial-number'
    | 'ip'
    | 'similar-name';
  /** The MAC of the device that had the configuration, where this one may have been put in its place. */
  readonly replaces?: Mac;
  /** 0 to 1; only for ordering. */
  readonly score: number;
}
