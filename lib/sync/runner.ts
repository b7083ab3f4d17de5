import PQueue from 'p-queue';
import { mergeOddFields } from '@/lib/model/rows';
import type { SyncRun } from '@/lib/model/run';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { StepOutcome, Stage, StageContext } from './stage';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';

/** A run keeps this many problems and skipped rows of each; the counts of a broken tenant are not a list to read. */
const maxListed = 500;

export interface Runner<Clients> {
  readonly store: Database;
  readonly stages: readonly Stage<Clients>[];
  readonly clients: Clients;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Told after every commit. */
  readonly committed: () => void;
}

/**
 * Takes an open run from its last committed position to the end of its last stage. Every step is
 * committed together with the run's new position, so that a run that is broken off anywhere goes on
 * from there when this is called again.
 * @throws what a step threw; the run stays open at its last committed position.
 */
export async function advance<Clients>(runner: Runner<Clients>, runId: string): Promise<void> {
  for (const [index, stage] of runner.stages.entries()) {
    const run = await current(runner.store, runId);
    if (runner.stages.findIndex(({ name }) => name === run.stage) > index) continue;
    await runStage(runner, stage, run, runner.stages[index + 1]);
  }
}

async function runStage<Clients>(
  runner: Runner<Clients>,
  stage: Stage<Clients>,
  opened: SyncRun,
  following: Stage<Clients> | undefined,
): Promise<void> {
  const { store, signal } = runner;
  const context: StageContext<Clients> = {
    run: opened,
    store,
    clients: runner.clients,
    now: runner.now,
    signal,
  };

  async function commit(
    outcome: StepOutcome,
    position: (transaction: WriteTransaction, run: SyncRun) => Promise<Partial<SyncRun>>,
  ): Promise<void> {
    signal.throwIfAborted();
    await write(store, async (transaction) => {
      const run = await current(transaction, opened.id);
      await outcome.write?.(transaction);
      await stored.runs.put(transaction, {
        ...run,
        problems: [...run.problems, ...(outcome.problems ?? [])].slice(0, maxListed),
        skipped: [...run.skipped, ...(outcome.skipped ?? [])].slice(0, maxListed),
        oddFields: mergeOddFields(run.oddFields, outcome.oddFields ?? []),
        ...(await position(transaction, run)),
      });
    });
    runner.committed();
  }

  if (!opened.begun) {
    const first = await stage.begin(context);
    await commit({}, async (transaction) => {
      await stored.steps.clear(transaction);
      await stored.steps.putAll(
        transaction,
        first.map((step) => ({ step })),
      );
      return { begun: true, done: 0, total: first.length };
    });
  }

  const queue = new PQueue({ concurrency: stage.concurrency });
  let failure: { readonly error: unknown } | undefined;
  function enqueue(step: string): void {
    void queue.add(async () => {
      if (failure) return;
      try {
        const outcome = await stage.step(context, step);
        const next = outcome.next ?? [];
        await commit(outcome, async (transaction, run) => {
          await stored.steps.remove(transaction, step);
          await stored.steps.putAll(
            transaction,
            next.map((further) => ({ step: further })),
          );
          return { done: run.done + 1, total: run.total + next.length };
        });
        next.forEach(enqueue);
      } catch (error) {
        failure ??= { error };
      }
    });
  }
  for (const step of await stored.steps.keys(store)) enqueue(step);
  await queue.onIdle();
  if (failure) throw failure.error;

  const last = (await stage.end?.({ ...context, run: await current(store, opened.id) })) ?? {};
  await commit(last, () =>
    Promise.resolve(following ? { stage: following.name, begun: false, done: 0, total: 0 } : {}),
  );
}

async function current(from: Reader, runId: string): Promise<SyncRun> {
  const run = await stored.runs.get(from, runId);
  if (!run) throw new Error('The run is gone from the store.');
  return run;
}
