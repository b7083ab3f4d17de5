import type { Problem, Side } from '@/lib/model/problem';
import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow, SyncStage } from '@/lib/model/run';

/** The integration's state, one of the eight of the design. Times are ISO 8601. */
export type IntegrationStatus =
  | { readonly state: 'not-connected' }
  | { readonly state: 'connecting' }
  | {
      readonly state: 'syncing';
      readonly stage: SyncStage;
      readonly done: number;
      readonly total: number;
    }
  | { readonly state: 'ok'; readonly at: string | null }
  | { readonly state: 'credentials-failed'; readonly side: Side; readonly detail: string | null }
  | { readonly state: 'error'; readonly problem: Problem; readonly nextTry: string | null }
  | { readonly state: 'locked' };

/** How many are matched, unmatched, ignored. A device of an ignored network counts as ignored. */
export interface Counts {
  readonly matched: number;
  readonly unmatched: number;
  readonly ignored: number;
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
  readonly networks: Counts;
  readonly devices: Counts;
}
