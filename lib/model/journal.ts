import type { DecidedRefusal } from './decided-refusal';
import type { DeviceKey } from './device';
import type { ConfigurationId, NetworkId, OrganizationId, UserId } from './ids';
import type { Ip } from './ip';
import type { Mac } from './mac';
import type { Problem } from './problem';

/** What is to be created in IT Glue, without any secret: enough to send it, or to find it again. */
export type JournalWrite =
  | {
      readonly kind: 'create-organization';
      readonly name: string;
      /** The network that is matched to it once it is there. */
      readonly networkId: NetworkId;
      /** The network's decision for which it was asked; another one by then is left alone. */
      readonly version: string;
      /** Organizations of that name which the person knew of when asking. */
      readonly acknowledged: readonly OrganizationId[];
    }
  | {
      readonly kind: 'create-configuration';
      readonly organizationId: OrganizationId;
      readonly deviceKey: DeviceKey;
      readonly name: string;
      readonly mac: Mac | null;
      readonly ip: Ip | null;
      readonly typeId: string;
      readonly model: string | null;
    }
  | {
      /** A configuration for what was found on a port of a switch. */
      readonly kind: 'create-found';
      readonly organizationId: OrganizationId;
      readonly mac: Mac;
      readonly name: string;
      readonly typeId: string;
      /** One that IT Glue has; `null` for none. */
      readonly manufacturerId: string | null;
    }
  | {
      /** The MAC of what was found there, for a configuration that has none. */
      readonly kind: 'document-mac';
      readonly organizationId: OrganizationId;
      readonly configurationId: ConfigurationId;
      readonly mac: Mac;
      readonly name: string;
    }
  | {
      /** One that was created, as a person took that back. */
      readonly kind: 'archive-configuration';
      readonly organizationId: OrganizationId;
      readonly configurationId: ConfigurationId;
      readonly name: string;
    }
  | { readonly kind: 'create-manufacturer'; readonly name: string }
  | { readonly kind: 'create-model'; readonly manufacturerId: string; readonly name: string }
  | InMemoryWrite;

/**
 * A write whose content only the worker's memory holds, since a secret is in it. Whoever plans it
 * performs it: after a stop the same plan is made again and finds this row by its natural key.
 */
export interface InMemoryWrite {
  readonly kind: 'in-memory';
  /** What the activity list says of it once it is done. */
  readonly event: {
    readonly did: 'created' | 'updated' | 'archived' | 'unarchived' | 'related' | 'unrelated';
    readonly resource: 'type' | 'record' | 'password' | 'relation';
    readonly name: string;
    readonly organizationId?: OrganizationId;
    readonly organizationName?: string;
    /** Names only. */
    readonly fields: readonly string[];
  };
  /** By what a record or password is found again, where it is created. */
  readonly creation: {
    readonly slot: {
      readonly organizationId: OrganizationId;
      readonly networkId: NetworkId;
      readonly number: number;
    };
    /** The record's two, or the password's. */
    readonly names: readonly string[];
    /** Keyed, of the Wi-Fi key. */
    readonly digest: string;
  } | null;
}

type JournalState =
  /** Nothing was sent, or surely without effect. */
  | 'planned'
  /** It may have reached IT Glue: to be looked up before anything is sent again. */
  | 'sending'
  | 'done'
  /** It will not be sent any more. */
  | 'refused';

/** Why a write was refused; the surface turns it into a sentence. */
export type JournalRefusal =
  | DecidedRefusal
  /** IT Glue refused it, or what was found there does not allow it. */
  | { readonly kind: 'problem'; readonly problem: Problem };

/** One write to IT Glue, from its intent to its outcome. */
export interface JournalRow {
  /** Rows of one batch sort in the order in which they were planned. */
  readonly id: string;
  /** Which bulk creation it belongs to; `single` for the others. */
  readonly batch: string;
  /** By what it is recognized in IT Glue: two rows of one key are one write. */
  readonly key: string;
  readonly write: JournalWrite;
  readonly state: JournalState;
  /** How often it was sent. */
  readonly attempts: number;
  /** Ids under this natural key that were in IT Glue before the first sending: this write did not create them. */
  readonly known: readonly string[];
  readonly refusal: JournalRefusal | null;
  /** What was created, or found instead. */
  readonly resultId: string | null;
  /** Whether it was there already, so that nothing was created. */
  readonly found: boolean;
  /** Who asked for it. */
  readonly who: string;
  /** Of the last change of state, ISO 8601. */
  readonly at: string;
}

/** What is still to be seen to of a creation that is settled. */
export type FollowUp =
  /** It may have had its effect more than once: looked for again by its natural key. */
  | {
      readonly kind: 'copies';
      /** Of the write that was settled. */
      readonly id: string;
      readonly write: JournalWrite;
      readonly who: string;
      readonly known: readonly string[];
      /** Copies that the activity list names already, as archived or as left for a user to delete. */
      readonly named: readonly { readonly id: string; readonly archived: boolean }[];
      /** When it was settled, ISO 8601. */
      readonly at: string;
      /** How often it was looked for since. */
      readonly looks: number;
    }
  /** Its serial number could not be read when it was created. */
  | {
      readonly kind: 'serial-number';
      readonly id: string;
      readonly configurationId: ConfigurationId;
      readonly deviceKey: DeviceKey;
      readonly organizationName: string;
      /** When it was created, ISO 8601. */
      readonly at: string;
    };

/** Configurations that are created together, or archived again. */
export interface CreationBatch {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly who: string;
  /** The user chosen in the options; absent in batches of earlier versions. */
  readonly userId?: UserId | null;
  /** A person took back that they were created. */
  readonly archives?: true;
  /** ISO 8601 */
  readonly at: string;
  readonly state: 'open' | 'done';
  /** How many were taken back before they were sent, where a person stopped it. */
  readonly stopped?: number;
}
