import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow, SyncRun, SyncStage } from '@/lib/model/run';
import type { Database, WriteTransaction } from '@/lib/store/schema';

/** What a stage works with. */
export interface StageContext<Clients> {
  readonly run: SyncRun;
  readonly store: Database;
  readonly clients: Clients;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Stages in their order; those of an inner list wait only for those that they name, which come before them. */
export type StageOrder<Clients> = readonly (Stage<Clients> | readonly Stage<Clients>[])[];

/** What one step found; committed whole, together with the run's position, or not at all. */
export interface StepOutcome {
  /** Writes the result; may await only requests of the transaction. */
  write?(transaction: WriteTransaction): Promise<void>;
  /** Further steps of the same stage that this one found, such as the next page. */
  readonly next?: readonly string[];
  readonly problems?: readonly RunProblem[];
  readonly skipped?: readonly SkippedRow[];
  readonly oddFields?: readonly OddField[];
}

/**
 * A part of a sync: small steps, named by text, that read what they need from the store, ask the
 * APIs, and say what is to be committed. A step may run twice when the worker dies between its
 * requests and its commit, so it changes nothing outside the store, unless through the journal.
 */
export interface Stage<Clients> {
  readonly name: SyncStage;
  /** How many steps run at a time. */
  readonly concurrency: number;
  /** Whether a further step may begin before the one that it follows is committed: none may that writes to IT Glue. */
  readonly readsAhead?: boolean;
  /** Those of its group whose ends are committed before its own steps are worked out. */
  readonly after?: readonly SyncStage[];
  /** Those of its group whose ends are committed before its own. */
  readonly endAfter?: readonly SyncStage[];
  /** Those of its group whose first steps are worked out before its own end, since that changes what they are. */
  readonly endAfterBegun?: readonly SyncStage[];
  /** The first steps. */
  begin(context: StageContext<Clients>): Promise<readonly string[]>;
  step(context: StageContext<Clients>, step: string): Promise<StepOutcome>;
  /** What is to be done when every step is committed. */
  end?(context: StageContext<Clients>): Promise<StepOutcome>;
}
