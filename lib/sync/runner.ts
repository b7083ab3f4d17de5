import type { SyncRun, SyncStage } from '@/lib/model/run';
import type { Database } from '@/lib/store/schema';
import { createCommits, currentRun } from './commits';
import { runSteps } from './run-steps';
import type { Stage, StageContext, StageOrder, StepOutcome } from './stage';
import * as stored from '@/lib/store/stored';

export interface Runner<Clients> {
  readonly store: Database;
  readonly stages: StageOrder<Clients>;
  readonly clients: Clients;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Told after every commit how the run stands. */
  readonly committed: (run: SyncRun) => void;
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
 * Runs the stages of a group, each as soon as what it needs is there. What one of them throws does not
 * keep those from their end that do not need it.
 */
async function runTogether<Clients>(
  runner: Runner<Clients>,
  group: readonly Stage<Clients>[],
  opened: SyncRun,
  following: Stage<Clients> | undefined,
): Promise<void> {
  const { store, clients, now, signal } = runner;
  const context: StageContext<Clients> = { run: opened, store, clients, now, signal };
  const asItStands = async () => ({ ...context, run: await currentRun(store, opened.id) });
  const commit = createCommits(runner, opened.id);
  if (!(await isLaidOut(store, opened))) await layOut(context, group, commit);
  const open = await openSteps(store, group);

  /** Commits a step that is done, with those that follow from it. */
  async function stepDone(
    { name }: Stage<Clients>,
    step: string,
    outcome: StepOutcome,
    next: readonly string[] = [],
  ): Promise<void> {
    for (const further of next) open.get(name)!.add(further);
    const isOpen = (stage: Stage<Clients>) =>
      [...open.get(stage.name)!].some((each) => stage.name !== name || each !== step);
    await commit(outcome, async (transaction, run) => {
      await stored.steps.remove(transaction, rowOf(name, step));
      await stored.steps.putAll(
        transaction,
        next.map((further) => ({ step: rowOf(name, further) })),
      );
      if (step === ending && (await stored.steps.count(transaction)) === 0)
        return following ? { stage: following.name, begun: false, done: 0, total: 0 } : {};
      const counts = { done: run.done + 1, total: run.total + next.length };
      return { ...counts, stage: group.find(isOpen)?.name ?? run.stage };
    });
    open.get(name)!.delete(step);
  }

  const failures: unknown[] = [];
  const begins = new Map<SyncStage, Promise<boolean>>();
  const ends = new Map<SyncStage, Promise<boolean>>();
  const all = async (
    which: ReadonlyMap<SyncStage, Promise<boolean>>,
    names: readonly SyncStage[] = [],
  ): Promise<boolean> =>
    (await Promise.all(names.map(async (name) => which.get(name)))).every((each) => each !== false);

  /** @returns whether the stage's first steps are known */
  async function beginStage(stage: Stage<Clients>): Promise<boolean> {
    try {
      if (!open.get(stage.name)!.has(beginning)) return true;
      if (!(await all(ends, stage.after))) return false;
      await stepDone(stage, beginning, {}, await stage.begin(await asItStands()));
      return true;
    } catch (error) {
      failures.push(error);
      return false;
    }
  }

  /** @returns whether the stage came to its end */
  async function runStage(stage: Stage<Clients>): Promise<boolean> {
    const steps = open.get(stage.name)!;
    if (!(await begins.get(stage.name))) return false;
    try {
      const work = [...steps].filter((step) => step !== ending);
      await runSteps(context, stage, work, (step, outcome, next) =>
        stepDone(stage, step, outcome, next),
      );
      if (!steps.has(ending)) return true;
      if (!(await all(ends, stage.endAfter))) return false;
      if (!(await all(begins, stage.endAfterBegun))) return false;
      await stepDone(stage, ending, (await stage.end?.(await asItStands())) ?? {});
      return true;
    } catch (error) {
      failures.push(error);
      return false;
    }
  }
  // Each comes after those that it waits for.
  for (const stage of group) {
    begins.set(stage.name, beginStage(stage));
    ends.set(stage.name, runStage(stage));
  }
  await Promise.all(ends.values());
  if (failures.length > 0) throw failures[0];
}

/** The step that works out the first ones of a stage that comes after others. */
const beginning = '';
/** The last step of each stage. */
const ending = 'end';

/** A step as it is stored, with its stage. */
const rowOf = (name: SyncStage, step: string): string => `${name}: ${step}`;

/** Versions whose runs have no steps for the ends of stages ordered the stages otherwise: their group begins again. */
async function isLaidOut(store: Database, { begun }: SyncRun): Promise<boolean> {
  if (!begun) return false;
  return (await stored.steps.keys(store)).some((row) => row.endsWith(`: ${ending}`));
}

/** Commits the first steps of the group's stages. */
async function layOut<Clients>(
  context: StageContext<Clients>,
  group: readonly Stage<Clients>[],
  commit: ReturnType<typeof createCommits>,
): Promise<void> {
  const rows: string[] = [];
  for (const stage of group) {
    const steps = stage.after ? [beginning] : await stage.begin(context);
    rows.push(...[...steps, ending].map((step) => rowOf(stage.name, step)));
  }
  await commit({}, async (transaction) => {
    await stored.steps.clear(transaction);
    await stored.steps.putAll(
      transaction,
      rows.map((step) => ({ step })),
    );
    return { stage: group[0]!.name, begun: true, done: 0, total: rows.length };
  });
}

/** What each stage of the group has still to do. */
async function openSteps<Clients>(store: Database, group: readonly Stage<Clients>[]) {
  const rows = await stored.steps.keys(store);
  return new Map(
    group.map(({ name }) => {
      const prefix = rowOf(name, '');
      const own = rows.filter((row) => row.startsWith(prefix));
      return [name, new Set(own.map((row) => row.slice(prefix.length)))];
    }),
  );
}
