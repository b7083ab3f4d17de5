import type { IntegrationStatus } from '@/lib/model/integration-status';
import type { OptionalPart } from '@/lib/model/optional-part';
import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow } from '@/lib/model/run';
import type { Access } from './matching';
import type { SwitchedOff } from './wireless';

/** How many are matched, unmatched, ignored. A device of an ignored network counts as ignored. */
export interface Counts {
  readonly matched: number;
  readonly unmatched: number;
  readonly ignored: number;
}

/** What is new on the lists of the matching page, and waits for a decision. */
export interface NewCounts {
  readonly networks: number;
  readonly devices: number;
  readonly findings: number;
}

/** How it stands with what the company's browsers share. */
export interface TeamStatus {
  readonly shared: boolean;
  /** Decisions that no other browser can see yet. */
  readonly waiting: number;
  /** IT Glue was not reached at the last try. */
  readonly unreached: boolean;
  /** Another browser that is at a sync; `since` ISO 8601. */
  readonly syncing: { readonly by: string; readonly since: string } | null;
  /** This version is older than one of the others. */
  readonly outdated: boolean;
}

/** What the popup shows, and every surface's status line. */
export interface StatusView {
  readonly status: IntegrationStatus;
  /** The last sync that ended, well or not; `null` before the first. */
  readonly lastSync: {
    readonly at: string;
    readonly problems: readonly RunProblem[];
    readonly skipped: readonly SkippedRow[];
    readonly oddFields: readonly OddField[];
  } | null;
  /** When the next automatic sync is due; `null` when there is none. */
  readonly nextSync: string | null;
  /** What IT Glue refuses, so that lists are read without it. */
  readonly refusedParts: readonly OptionalPart[];
  /** A sync or the setup check found that the vendor's own integration runs too. */
  readonly vendorIntegration: boolean;
  readonly team: TeamStatus;
  /** What another switched off, with whether the person may take it back. */
  readonly switchedOff: (SwitchedOff & { readonly permitted: boolean }) | null;
  /** What the person chosen in the options may decide. */
  readonly access: Access;
  /** What of the unmatched was not there when the person looked last. */
  readonly fresh: NewCounts;
  /** Of what that person may decide about; of all where nobody is chosen yet. */
  readonly networks: Counts;
  readonly devices: Counts;
}
