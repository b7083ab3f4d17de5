import type { DeviceKey, DeviceKind } from './device';
import type { ConfigurationId, NetworkId, OrganizationId } from './ids';
import type { ConfigurationSuggestion, OrganizationReason } from './match';
import type { PolicyField } from './policy';
import type { Problem } from './problem';
import type { SyncInterval } from './settings';

/** What happened, and to what; `name`s are kept so that the line reads when the thing is gone. */
export type ActivityEvent =
  | { readonly kind: 'sync-finished'; readonly networks: number; readonly devices: number }
  | {
      readonly kind: 'sync-failed';
      readonly problem?: Problem;
      /** Of earlier versions: the kind, or the server's words. */
      readonly reason?: string;
    }
  | { readonly kind: 'connected' }
  | { readonly kind: 'passphrase-set' | 'passphrase-changed' | 'passphrase-removed' }
  | { readonly kind: 'keys-unlocked' }
  | {
      readonly kind: 'keys-forgotten';
      /** Where no person did it: none set a passphrase before the browser ended. */
      readonly reason?: 'no-passphrase';
    }
  | {
      readonly kind: 'keys-locked';
      /** Where no person did it. */
      readonly reason?: 'without-use' | 'browser-start';
    }
  | {
      /** What the company's policy sets anew, and what it leaves to each browser again. */
      readonly kind: 'policy-changed';
      readonly set: readonly PolicyField[];
      readonly withdrawn: readonly PolicyField[];
    }
  | { readonly kind: 'schedule-changed'; readonly everyHours: SyncInterval }
  | {
      readonly kind: 'type-chosen';
      readonly device: DeviceKind;
      /** `null`: found by its name again. */
      readonly typeId: string | null;
      readonly typeName?: string;
    }
  | {
      readonly kind: 'user-chosen';
      /** `null`: nobody. */
      readonly name: string | null;
    }
  | { readonly kind: 'auto-create-switched'; readonly on: boolean }
  | {
      readonly kind:
        | 'network-matched'
        | 'network-unmatched'
        | 'network-ignored'
        | 'network-unignored'
        | 'network-match-ended';
      readonly networkId: NetworkId;
      readonly name: string;
      readonly organizationId?: OrganizationId;
      readonly organizationName?: string;
      readonly rule?: string;
      /** Why the organization had been suggested, where a person accepted that. */
      readonly suggested?: OrganizationReason;
      readonly reason?: string;
    }
  | {
      readonly kind:
        | 'device-matched'
        | 'device-unmatched'
        | 'device-ignored'
        | 'device-unignored'
        /** A person said that a suggested configuration is not the device's. */
        | 'device-suggestion-rejected'
        | 'device-match-ended'
        /** It goes on for the same device under another id, or for one that is back. */
        | 'device-match-kept';
      readonly deviceKey: DeviceKey;
      readonly name: string;
      /** Whose configuration it is, or whose device. */
      readonly organizationId?: OrganizationId;
      readonly configurationId?: ConfigurationId;
      readonly configurationName?: string;
      readonly rule?: string;
      /** By which rule the configuration had been suggested, where a person accepted that. */
      readonly suggested?: ConfigurationSuggestion['rule'];
      readonly reason?: string;
    }
  | {
      /** The panel asks no more about it, or again. */
      readonly kind: 'configuration-ignored' | 'configuration-unignored';
      readonly organizationId: OrganizationId;
      readonly configurationId: ConfigurationId;
      readonly name: string;
    }
  | {
      /** It is legitimate, or no longer, that these configurations have a MAC in common. */
      readonly kind: 'sharing-legitimate' | 'sharing-not-legitimate';
      readonly configurationIds: readonly ConfigurationId[];
      /** Of the configurations. */
      readonly names: readonly string[];
      readonly organizationIds: readonly OrganizationId[];
    }
  | {
      /** A write to IT Glue, or a change there that was noticed. */
      readonly kind:
        | 'created'
        | 'updated'
        | 'archived'
        | 'unarchived'
        | 'deleted'
        | 'related'
        | 'unrelated'
        | 'deletion-noticed'
        | 'refused';
      readonly resource:
        | 'organization'
        | 'configuration'
        | 'record'
        | 'password'
        | 'relation'
        | 'type'
        | 'manufacturer'
        | 'model';
      readonly id?: string;
      readonly name: string;
      readonly organizationId?: OrganizationId;
      readonly organizationName?: string;
      /** Names of what changed; never values of keys. */
      readonly fields?: readonly string[];
      /** What each field was and is, where it was written. */
      readonly changes?: readonly FieldChange[];
      /** Why it was refused. */
      readonly problem?: Problem;
      /** Why else; in lines of earlier versions also a refusing server's words. */
      readonly reason?: string;
    };

/** What a field may hold: a text as a person reads it, whether something is so, or nothing. */
export type FieldValue = string | boolean | null;

/** What a write did to one of IT Glue's fields, by the field's name there. */
export interface FieldChange {
  readonly field: string;
  /** Left out where the value is a key: it is neither kept nor shown. */
  readonly before?: FieldValue;
  readonly after?: FieldValue;
}

/** What lines are about, for people to choose from. */
export const activityTopics = ['syncs', 'matches', 'writes', 'settings'] as const;
export type ActivityTopic = (typeof activityTopics)[number];

/** So long lines are kept, in days: a year, and what a yearly look back needs. */
export const keptDays = 400;

/** One line of the activity list. */
export interface Activity {
  /** ISO 8601 */
  readonly at: string;
  /** The user chosen in the options, `sync` for what the extension does by itself, or `policy`. */
  readonly who: string;
  readonly event: ActivityEvent;
  /** What was done together: a sync, a creation of many, or one act of a person; absent for what stands alone. */
  readonly run?: string;
}
