import PQueue from 'p-queue';
import type { Stage, StageContext, StepOutcome } from './stage';

/**
 * Runs steps of a stage and those that follow from them. One that fails lets those under way come to
 * their end; none begins after it.
 * @param done commits what a step found, with the further steps
 * @throws what the first one threw that failed
 */
export async function runSteps<Clients>(
  context: StageContext<Clients>,
  stage: Stage<Clients>,
  steps: readonly string[],
  done: (step: string, outcome: StepOutcome, next: readonly string[]) => Promise<void>,
): Promise<void> {
  const { concurrency, readsAhead = false } = stage;
  const queue = new PQueue({ concurrency });
  const committing = new Set<Promise<void>>();
  const known = new Set<string>();
  const failures: unknown[] = [];

  /** Lets the next step begin meanwhile where the stage reads ahead, but as many wait at most as run. */
  async function commit(step: string, outcome: StepOutcome): Promise<void> {
    const next = (outcome.next ?? []).filter((further) => !known.has(further));
    const committed = done(step, outcome, next).catch((error: unknown) => {
      failures.push(error);
    });
    if (!readsAhead) await committed;
    enqueue(next);
    committing.add(committed);
    void committed.then(() => committing.delete(committed));
    if (committing.size > concurrency) await Promise.race(committing);
  }

  function enqueue(further: readonly string[]): void {
    for (const step of further) {
      known.add(step);
      void queue.add(async () => {
        if (failures.length > 0) return;
        try {
          await commit(step, await stage.step(context, step));
        } catch (error) {
          failures.push(error);
        }
      });
    }
  }

  enqueue(steps);
  await queue.onIdle();
  await Promise.all(committing);
  if (failures.length > 0) throw failures[0];
}
