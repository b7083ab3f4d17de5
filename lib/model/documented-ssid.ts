import type { NamedProblem } from './problem';
import type { FlexibleAssetId, NetworkId, OrganizationId, PasswordId } from './ids';

/** What was written into a text, and what IT Glue answered it reads as. */
export interface Reformatted {
  readonly sent: string;
  readonly read: string;
}

/**
 * What this browser remembers of the record and password that document one SSID in one
 * organization. Never the key: only a keyed digest of it.
 */
export interface DocumentedSsid {
  /** Organization, network and number, e.g. `42/135587/2`. */
  readonly key: string;
  readonly slot: {
    readonly organizationId: OrganizationId;
    readonly networkId: NetworkId;
    readonly number: number;
  };
  readonly record: {
    readonly id: FlexibleAssetId;
    readonly keyDigest: string | null;
    readonly keyReadBack: 'value' | 'absent' | 'masked' | null;
    readonly updatedAt: string | null;
    /** By field: texts that IT Glue answered in another form than they were written. */
    readonly reformatted?: Readonly<Record<string, Reformatted>>;
    readonly rewritten?: boolean;
  } | null;
  readonly password: {
    readonly id: PasswordId;
    readonly keyDigest: string | null;
    readonly passwordUpdatedAt: string | null;
    readonly reformatted?: Readonly<Record<string, Reformatted>>;
    readonly rewritten?: boolean;
  } | null;
  /** As they were last called. */
  readonly networkName: string;
  readonly ssidName: string;
  /** Whether there is nothing to document any more. */
  readonly archived: boolean;
  /** When a sync last brought it up to date, ISO 8601. */
  readonly syncedAt: string | null;
  /** Fields of the record that keep it from being updated: see the plan. Absent in older rows. */
  readonly heldBy?: readonly string[];
}

/** How much was written; records and passwords counted together, links made and removed as well. */
export interface WirelessCounts {
  readonly created: number;
  readonly updated: number;
  readonly archived: number;
  readonly unarchived: number;
  readonly related: number;
}

export const noCounts: WirelessCounts = {
  created: 0,
  updated: 0,
  archived: 0,
  unarchived: 0,
  related: 0,
};

/** How far the setting of Auto-Create is carried out. */
export interface WirelessState {
  /** `off`: this browser documents nothing; `partly`: on the way from one to the other. */
  readonly applied: 'off' | 'partly' | 'on';
  /** User-made records and passwords that the extension archived, to be unarchived later. */
  readonly archivedUserRecords: {
    readonly records: readonly FlexibleAssetId[];
    readonly passwords: readonly PasswordId[];
  };
  /** Who switched it off in another browser, and when, until that is carried out here; `null` otherwise. */
  readonly switchedOff: {
    /** The user's name; empty where no user was chosen. */
    readonly who: string;
    /** ISO 8601 */
    readonly at: string;
    /** When this browser learned of it, by its own clock, milliseconds since 1970. */
    readonly heardAt: number;
  } | null;
  /** What the run of this id has written so far. */
  readonly counting: { readonly runId: string; readonly counts: WirelessCounts } | null;
  readonly lastResult:
    | (WirelessCounts & {
        /** ISO 8601 */
        readonly at: string;
        readonly refused: readonly NamedProblem[];
      })
    | null;
}

export const newWirelessState: WirelessState = {
  applied: 'off',
  archivedUserRecords: { records: [], passwords: [] },
  switchedOff: null,
  counting: null,
  lastResult: null,
};
