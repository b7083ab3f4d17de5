import type { NamedProblem, Problem } from '@/lib/model/problem';

/** Records of the flexible asset type, and the general passwords that go with them. */
export interface DocumentedCount {
  readonly records: number;
  readonly passwords: number;
}

/** How many of those counted this extension did not make. */
export interface MadeByPeople {
  /** Records and passwords together. */
  readonly madeByPeople: number;
  /** The records among them. */
  readonly recordsMadeByPeople: number;
}

/** What switching Auto-Create on or off would write to IT Glue, in numbers. */
export interface WirelessPreview {
  readonly on: boolean;
  /** Whether the flexible asset type has to be made first. */
  readonly createsType: boolean;
  readonly creates: DocumentedCount;
  readonly updates: DocumentedCount;
  readonly archives: DocumentedCount & MadeByPeople;
  readonly unarchives: DocumentedCount & MadeByPeople;
  /** In how many organizations anything is written. */
  readonly organizations: number;
  /** Names of the organizations in which anything is archived, in order. */
  readonly archivesIn: readonly string[];
  /** Names of networks whose Wi-Fi settings could not be read: what documents them is left alone. */
  readonly networksUnread: readonly string[];
  /**
   * Why nothing can be documented, or why the numbers could not be found out (then all are 0): no
   * connection, or (`refused`) a type of the same name in the way.
   */
  readonly problem: Problem | null;
}

/** How the last carrying out ended: records and passwords counted together. */
export interface WirelessResult {
  /** ISO 8601 */
  readonly at: string;
  readonly created: number;
  readonly updated: number;
  readonly archived: number;
  readonly unarchived: number;
  /** Links made or removed. */
  readonly related: number;
  /** What could not be written or read, each with the reason in the server's words. */
  readonly refused: readonly NamedProblem[];
}

/** That another of the company switched Auto-Create off, as long as this browser has not carried it out. */
export interface SwitchedOff {
  /** The user's name; empty where that browser has none. */
  readonly who: string;
  /** ISO 8601 */
  readonly at: string;
  /** Until when nothing is archived here, ISO 8601. */
  readonly until: string;
}

/** The Auto-Create section of the options. */
export interface AutoCreateView {
  /** As saved. */
  readonly on: boolean;
  /** Whether the person may switch it: Administrators, and Managers of every organization it documents. */
  readonly permitted: boolean;
  /**
   * `working`: a sync is bringing IT Glue in line with the setting. `failed`: the setting is saved
   * and not carried out; the next sync tries again. `waiting`: another switched it off, and it may be taken back.
   */
  readonly state: 'idle' | 'waiting' | 'working' | 'failed';
  /** Organizations, while `working`; `total` is 0 until their number is known. */
  readonly done: number;
  readonly total: number;
  /** With `failed`: why. */
  readonly problem: Problem | null;
  /** With `waiting`. */
  readonly switchedOff: SwitchedOff | null;
  /** `null` before the first. */
  readonly lastResult: WirelessResult | null;
}

/** The note on a record's page. */
export type RecordView =
  /** Not one that this browser keeps current. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'managed';
      readonly networkName: string;
      readonly ssidName: string;
      /** When a sync last brought it up to date, ISO 8601; `null` before. */
      readonly syncedAt: string | null;
      /** Whether Auto-Create is on. */
      readonly on: boolean;
      /** Whether it was archived, since there is nothing to document any more. */
      readonly archived: boolean;
      /** Fields whose content an update would lose: while there are any, the record is not updated. */
      readonly heldBy: readonly string[];
    };
