import { mergeOddFields } from '@/lib/model/rows';
import type { SyncRun } from '@/lib/model/run';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type { StepOutcome } from './stage';

/** A run keeps this many problems and skipped rows of each; the counts of a broken tenant are not a list to read. */
const maxListed = 500;

/** What a step found, and where the run stands after it. */
interface Commit {
  readonly outcome: StepOutcome;
  readonly position: (transaction: WriteTransaction, run: SyncRun) => Promise<Partial<SyncRun>>;
}

interface Waiting extends Commit {
  done(): void;
  failed(error: unknown): void;
}

export interface CommitsOptions {
  readonly store: Database;
  readonly signal: AbortSignal;
  /** Told after every commit how the run stands. */
  readonly committed: (run: SyncRun) => void;
}

/**
 * Commits what steps of a run found, each whole with the run's new position. Those that end while a
 * transaction is under way share the next one; where that fails, each has one of its own, so that none
 * fails for another.
 */
export function createCommits({ store, signal, committed }: CommitsOptions, runId: string) {
  let waiting: Waiting[] = [];
  let isWorking = false;

  async function work(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      if (together.length > 1 && (await attempt(together)) === null) continue;
      for (const each of together) {
        const failure = await attempt([each]);
        if (failure) each.failed(failure.error);
      }
    }
    isWorking = false;
  }

  /** @returns why nothing was committed, or `null` */
  async function attempt(
    together: readonly Waiting[],
  ): Promise<{ readonly error: unknown } | null> {
    let run: SyncRun;
    try {
      signal.throwIfAborted();
      run = await write(store, (transaction) => apply(transaction, together));
    } catch (error) {
      return { error };
    }
    for (const each of together) each.done();
    committed(run);
    return null;
  }

  async function apply(
    transaction: WriteTransaction,
    together: readonly Commit[],
  ): Promise<SyncRun> {
    let run = await currentRun(transaction, runId);
    for (const { outcome, position } of together) {
      await outcome.write?.(transaction);
      run = {
        ...run,
        problems: [...run.problems, ...(outcome.problems ?? [])].slice(0, maxListed),
        skipped: [...run.skipped, ...(outcome.skipped ?? [])].slice(0, maxListed),
        oddFields: mergeOddFields(run.oddFields, outcome.oddFields ?? []),
        ...(await position(transaction, run)),
      };
    }
    await stored.runs.put(transaction, run);
    return run;
  }

  return (outcome: StepOutcome, position: Commit['position']): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ outcome, position, done, failed });
      if (!isWorking) void work();
    });
}

/** The run as it stands. @throws where it is gone */
export async function currentRun(from: Reader, runId: string): Promise<SyncRun> {
  const run = await stored.runs.get(from, runId);
  if (!run) throw new Error('The run is gone from the store.');
  return run;
}
