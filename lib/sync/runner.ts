import PQueue from 'p-queue';
import type { SyncRun, SyncStage } from '@/lib/model/run';
import type { Database } from '@/lib/store/schema';
import { createCommits, currentRun } from './commits';
import type { Stage, StageContext, StageOrder, StepOutcome } from './stage';
import * as stored from '@/lib/store/stored';

export interface Runner<Clients> {
  readonly store: Database;
  readonly stages: StageOrder<Clients>;
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
  const groups = runner.stages.map((each): readonly Stage<Clients>[] => [each].flat());
  for (const [index, group] of groups.entries()) {
    const run = await currentRun(runner.store, runId);
    const position = groups.findIndex((each) => each.some(({ name }) => name === run.stage));
    if (position > index) continue;
    await runTogether(runner, group, run, groups[index + 1]?.[0]);
  }
}

/**
 * Runs stages that do not wait for each other, then their ends in order. What one of them throws does
 * not keep the others from coming to the end of their steps.
 */
async function runTogether<Clients>(
  runner: Runner<Clients>,
  group: readonly Stage<Clients>[],
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

  const commit = createCommits(runner, opened.id);

  /** Commits a step that is done, with those that follow from it. */
  const stepDone = (row: string, outcome: StepOutcome, next: readonly string[]): Promise<void> =>
    commit(outcome, async (transaction, run) => {
      await stored.steps.remove(transaction, row);
      await stored.steps.putAll(
        transaction,
        next.map((step) => ({ step })),
      );
      return { done: run.done + 1, total: run.total + next.length };
    });

  if (!opened.begun) {
    const first: string[] = [];
    for (const stage of group) {
      const steps = stage.after === undefined ? await stage.begin(context) : [beginning];
      first.push(...steps.map((step) => rowOf(stage, step)));
    }
    await commit({}, async (transaction) => {
      await stored.steps.clear(transaction);
      await stored.steps.putAll(
        transaction,
        first.map((step) => ({ step })),
      );
      return { begun: true, done: 0, total: first.length };
    });
  }

  const lanes = new Map(
    group.map((stage) => [
      stage.name,
      { stage, queue: new PQueue({ concurrency: stage.concurrency }), failed: false },
    ]),
  );
  const failures: unknown[] = [];
  function enqueue(row: string): void {
    const { name, step } = stepIn(row, group);
    const lane = lanes.get(name)!;
    const { stage, queue } = lane;
    void queue.add(async () => {
      if (lane.failed) return;
      try {
        if (step === beginning) {
          const before = lanes.get(stage.after!);
          await before?.queue.onIdle();
          if (before?.failed) return;
        }
        const outcome =
          step === beginning
            ? { next: await stage.begin(context) }
            : await stage.step(context, step);
        const next = (outcome.next ?? []).map((further) => rowOf(stage, further));
        await stepDone(row, outcome, next);
        next.forEach(enqueue);
      } catch (error) {
        lane.failed = true;
        failures.push(error);
      }
    });
  }
  const rows = await stored.steps.keys(store);
  const isBeginning = (row: string) => stepIn(row, group).step === beginning;
  // What a beginning waits for has to be under way.
  for (const row of rows) if (!isBeginning(row)) enqueue(row);
  for (const row of rows) if (isBeginning(row)) enqueue(row);
  await Promise.all([...lanes.values()].map(({ queue }) => queue.onIdle()));
  if (failures.length > 0) throw failures[0];

  for (const [place, stage] of group.entries()) {
    const ended =
      (await stage.end?.({ ...context, run: await currentRun(store, opened.id) })) ?? {};
    const isLast = place === group.length - 1;
    await commit(ended, () =>
      Promise.resolve(
        isLast && following ? { stage: following.name, begun: false, done: 0, total: 0 } : {},
      ),
    );
  }
}

/** The step that works out the first ones of a stage that comes after another. */
const beginning = '';

/** A step as it is stored, with its stage. */
const rowOf = ({ name }: { readonly name: string }, step: string): string => `${name}: ${step}`;

/** The stage and step of a stored one; runs of versions that knew no groups name no stage. */
function stepIn<Clients>(
  row: string,
  group: readonly Stage<Clients>[],
): { readonly name: SyncStage; readonly step: string } {
  for (const stage of group) {
    const prefix = rowOf(stage, '');
    if (row.startsWith(prefix)) return { name: stage.name, step: row.slice(prefix.length) };
  }
  return { name: group[0]!.name, step: row };
}
