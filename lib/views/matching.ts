import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import type { DeviceKey, DeviceKind, DeviceStatus } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { LeftOut } from '@/lib/model/left-out';
import type { Mac } from '@/lib/model/mac';
import type {
  ConfigurationRule,
  ConfigurationSuggestion,
  DeviceSuggestion,
  OrganizationReason,
  OrganizationRule,
} from '@/lib/model/match';
import type { TeamMark } from '@/lib/model/team-mark';
import type { Problem } from '@/lib/model/problem';
import type { DeviceReason } from '@/lib/model/device-reasons';
import type { NotUndoneView, Undone, UndoOffer } from '@/lib/model/undo-view';

export const decisionStates = ['unmatched', 'matched', 'ignored'] as const;
/** The three tabs of the matching page. */
export type DecisionState = (typeof decisionStates)[number];

/**
 * What the person chosen in the options may see: everything; the organizations their groups link
 * to; device panels only; or nothing to decide yet, since no user was chosen.
 */
export type Access = 'all' | 'own' | 'panels' | 'no-user';

/** A network on the matching page. */
export interface NetworkRow {
  readonly id: NetworkId;
  readonly name: string;
  readonly state: DecisionState;
  readonly devices: Readonly<Record<DeviceKind, number>>;
  /** Undecided devices. */
  readonly unmatchedDevices: number;
  /** There is nothing in it to match: it does not ask for an organization. */
  readonly withoutDevices: boolean;
  /** It was not there when the person looked at the list last. */
  readonly isNew: boolean;
  readonly organization: { readonly id: OrganizationId; readonly name: string } | null;
  readonly rule: OrganizationRule | null;
  /** Who of the company decided it, where that was another. */
  readonly team: TeamMark | null;
  /** Best first. */
  readonly suggestions: readonly {
    readonly organizationId: OrganizationId;
    readonly organizationName: string;
    /** What tells it from others of its name: short name and type. */
    readonly facts: readonly string[];
    readonly reason: OrganizationReason;
    /** A network of exactly the organization's name is matched to it already. */
    readonly namesake: boolean;
    /** A person took the network from this organization before: no rule makes the match again. */
    readonly rejected: boolean;
  }[];
  /** Goes back with a decision, which is refused when the row was decided meanwhile. */
  readonly version: string;
}

/** A window of a list that the person may see, and what is known of all its rows. */
export interface ListView<Row, Key> {
  readonly access: Access;
  /** The tab that was asked for, and whether something narrows it. */
  readonly tab: DecisionState;
  readonly isFiltered: boolean;
  /** How many rows there are, whether listed or not. */
  readonly total: number;
  /** How many are listed in each tab. */
  readonly counts: Readonly<Record<DecisionState, number>>;
  /** The kinds of devices among them. */
  readonly kinds: readonly DeviceKind[];
  /** How many of the tab are new since the list was looked at last. */
  readonly added: number;
  /** All that was asked for, in its order. */
  readonly keys: readonly Key[];
  /** The rows of the window, and those around the current one. */
  readonly rows: readonly Row[];
  /** Some that another decided otherwise than it was decided here, without having seen that. */
  readonly overruled: readonly { readonly name: string; readonly team: TeamMark | null }[];
  /** What Undo would take back, in the words of the button's title; `null` when there is nothing. */
  readonly undo: UndoView | null;
}

/** A window of the networks. */
export interface NetworksView extends ListView<NetworkRow, NetworkId> {
  /** The portal's address, `https://acme.itglue.com`; `null` where none is connected. */
  readonly portal: string | null;
  /** How many are undecided and hold nothing to match. */
  readonly withoutDevices: number;
  /** Those that were asked for whose one suggestion can be accepted. */
  readonly acceptable: readonly NetworkId[];
}

/** Where Match Devices and the findings lead to, and how much there is to do. */
export interface OrganizationsView {
  readonly access: Access;
  /** Those with matched networks that the person may see. */
  readonly organizations: readonly {
    readonly id: OrganizationId;
    readonly name: string;
    readonly unmatchedDevices: number;
  }[];
  /** How many findings wait to be looked at. */
  readonly openFindings: number;
}

/** What Undo does on a list. */
export interface UndoView {
  /** The last action there that can be taken back; `null` where none can. */
  readonly next: UndoOffer | null;
  /** What was done since and cannot be taken back, which nobody was told yet. */
  readonly notUndone: NotUndoneView | null;
}

/** A device on Match Devices. */
export interface DeviceRow {
  readonly key: DeviceKey;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly mac: Mac | null;
  readonly ip: string | null;
  readonly model: string | null;
  readonly status: DeviceStatus;
  readonly networkId: NetworkId;
  readonly networkName: string;
  /** That of its network. */
  readonly organization: NamedOrganization;
  readonly state: DecisionState;
  readonly configuration: {
    readonly id: ConfigurationId;
    readonly name: string;
    /** The configuration's page in the portal. */
    readonly url: string;
  } | null;
  readonly rule: ConfigurationRule | null;
  /** It was not there when the person looked at the list last. */
  readonly isNew: boolean;
  /** Who of the company decided it, where that was another. */
  readonly team: TeamMark | null;
  readonly suggestions: readonly {
    readonly configurationId: ConfigurationId;
    /** `ip` where only an address is shared: too little for a match, enough to look before creating. */
    readonly rule: ConfigurationSuggestion['rule'] | 'ip';
    /** The MAC of the device that had the configuration, for the rule `replaces`. */
    readonly replaces?: Mac;
    readonly name: string;
    /** Its page in the portal. */
    readonly url: string;
    readonly macAddress: string | null;
    readonly primaryIp: string | null;
    readonly archived: boolean;
    /** By MAC: another configuration or device of the organization that has it too. */
    readonly claimedBy: string | null;
    /** A person said that it is not this one, or ended the match: it is decided, and shown all the same. */
    readonly rejected: boolean;
  }[];
  /**
   * Why no configuration can be created for it yet: a suggestion by MAC or IP is to be decided
   * first. `null` when one can be created, or the device is decided.
   */
  readonly creation: 'possible' | 'suggestion-undecided' | null;
  readonly version: string;
}

interface NamedOrganization {
  readonly id: OrganizationId;
  readonly name: string;
}

/** A window of the devices of one organization, or of all. */
export interface DevicesView extends ListView<DeviceRow, DeviceKey> {
  /** `null`: they are those of all organizations. */
  readonly organization: NamedOrganization | null;
  /** Those of the devices. */
  readonly networks: readonly { readonly id: NetworkId; readonly name: string }[];
  /** By what the tab's rows can be filtered. */
  readonly reasons: readonly DeviceReason[];
  /** How many suggestions of what was asked for can be accepted at once. */
  readonly acceptable: number;
  /** How many devices have a suggestion that is to be decided before they are created. */
  readonly undecided: number;
  /** Configurations of the organization about which nothing is asked any more. */
  readonly ignored: readonly {
    readonly id: ConfigurationId;
    readonly name: string;
    /** Its page in the portal. */
    readonly url: string;
  }[];
  readonly batches: readonly BatchView[];
}

/** What is done in bulk for an organization, and at work, or whose result was not yet dismissed: one of the two. */
export interface BatchView {
  readonly organization: NamedOrganization;
  readonly creation: CreationView | null;
  /** Configurations that are archived again, as their creation was taken back. */
  readonly archiving: ArchivingView | null;
}

/** An organization or configuration that Match To found. */
export interface SearchHit<Id> {
  readonly id: Id;
  readonly name: string;
  /** What tells it from others of its name: short name and type; MAC, IP and serial number. */
  readonly facts: readonly string[];
  readonly archived: boolean;
  /** The device that has this configuration already. */
  readonly takenBy: string | null;
  /** A network of exactly the organization's name is matched to it already. */
  readonly namesake?: true;
}

/** What came of a decision. A refused one changed nothing. */
export type DecisionResult =
  | {
      readonly ok: true;
      readonly count: number;
      /** Of an action on many rows, those that it left as they were. */
      readonly left?: readonly LeftOut[];
      /** The browser sent it twice, and IT Glue holds one that a person has to delete. */
      readonly twice?: true;
      /** What Undo met. */
      readonly undone?: Undone;
    }
  | { readonly ok: false; readonly refusal: DecisionRefusal };

/** Organizations of the same or a similar name, found live before one is created. */
export interface SimilarOrganizations {
  /** The name as it would be created: a very long one is cut with an ellipsis. */
  readonly name: string;
  readonly same: readonly SearchHit<OrganizationId>[];
  readonly similar: readonly SearchHit<OrganizationId>[];
  /** Why IT Glue could not be searched; creating is refused until it can. */
  readonly problem: Problem | null;
}

/** What creating configurations would do, before anything is written. */
export interface CreationPreview {
  readonly rows: readonly {
    readonly deviceKey: DeviceKey;
    /** As it is created: the device's name, else its MAC. */
    readonly name: string;
    /** The name was too long for IT Glue and is cut with an ellipsis. */
    readonly nameCut: boolean;
    /** Who has the same name: a configuration that is suggested for the row, another of the organization that is in use, or another row. */
    readonly sameName: 'suggestion' | 'configuration' | 'row' | null;
    readonly mac: string | null;
    readonly ip: string | null;
    /** `null` also where it is still to be read from Datto. */
    readonly serialNumber: string | null;
    readonly type: string | null;
    readonly model: string | null;
  }[];
  /** Devices left out, and why. */
  readonly left: readonly {
    readonly deviceKey: DeviceKey;
    readonly name: string;
    readonly why: 'suggestion-undecided' | 'decided' | 'no-type';
  }[];
}

/** A bulk creation: how far it is, and what came of each row. */
export interface CreationView {
  readonly id: string;
  readonly state: 'open' | 'done';
  readonly created: number;
  readonly refused: number;
  /** How many a person took back before they were sent. */
  readonly stopped: number;
  readonly total: number;
  readonly rows: readonly {
    readonly deviceKey: DeviceKey;
    readonly name: string;
    readonly state:
      | 'waiting'
      | 'created'
      /** The MAC turned out to be documented in IT Glue by now: matched instead. */
      | 'found'
      | 'refused';
    /** What could not be read when it was created, and is filled in by the next sync. */
    readonly missing: 'serial-number' | null;
    /** Why a refused row was refused. */
    readonly refusal: DecisionRefusal | null;
    readonly configurationId: ConfigurationId | null;
  }[];
}

/** An archiving of configurations whose creation was taken back. */
export interface ArchivingView {
  readonly id: string;
  readonly state: 'open' | 'done';
  readonly rows: readonly {
    readonly configurationId: ConfigurationId;
    readonly name: string;
    readonly state: 'waiting' | 'archived' | 'refused';
    /** Why a refused row was refused: it stays as it is in IT Glue. */
    readonly refusal: DecisionRefusal | null;
  }[];
}

/** What may fit an unmatched configuration: for the matching panel. */
export interface PanelCandidate {
  readonly deviceKey: DeviceKey;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly mac: Mac | null;
  readonly ip: string | null;
  readonly model: string | null;
  readonly networkName: string;
  /** `null` for a device found by searching. */
  readonly reason: DeviceSuggestion['reason'] | null;
  /** The MAC of the device that had the configuration, for the reason `replaces`. */
  readonly replaces: Mac | null;
  /** By MAC: another configuration or device of the organization that has it too. */
  readonly claimedBy: string | null;
  readonly version: string;
}
