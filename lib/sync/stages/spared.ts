import type { ReadDigests } from '@/lib/model/shared-entry';
import type { SyncStage } from '@/lib/model/run';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { SyncClients } from '../clients';
import type { Stage } from '../stage';

/** Whether the run leaves the stage out. Kept in the store, since the run may go on in another worker. */
export async function isSpared(store: Database, runId: string, stage: SyncStage): Promise<boolean> {
  const known = await readMeta(store, 'spared');
  return known?.runId === runId && known.stages.includes(stage);
}

/** Says that the run leaves the stage out. */
export async function spare(
  transaction: WriteTransaction,
  runId: string,
  stage: SyncStage,
): Promise<void> {
  const known = await readMeta(transaction, 'spared');
  const before = known?.runId === runId ? known.stages : [];
  if (before.includes(stage)) return;
  await writeMeta(transaction, 'spared', { runId, stages: [...before, stage] });
}

/** The one step of a stage whose reading is spared. */
const spared = 'spared';

/**
 * The stage, without its reading where another browser of the company has just read the same and this one
 * holds it: nothing new, nothing changed, nothing gone.
 */
export function sparing(stage: Stage<SyncClients>, what: keyof ReadDigests): Stage<SyncClients> {
  const { name } = stage;
  return {
    ...stage,
    async begin(context) {
      return (await context.clients.holdsSame?.(what)) ? [spared] : stage.begin(context);
    },
    async step(context, step) {
      if (step !== spared) return stage.step(context, step);
      return { write: (transaction) => spare(transaction, context.run.id, name) };
    },
    async end(context) {
      const { store, run } = context;
      return (await isSpared(store, run.id, name)) ? {} : ((await stage.end?.(context)) ?? {});
    },
  };
}
