import type { ReadDigests } from '@/lib/model/shared-entry';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { SyncClients } from '../clients';
import type { Stage, StageContext } from '../stage';

/** The one step of a stage whose reading is spared. */
const spared = 'spared';

/**
 * The stage, without its reading where another browser of the company has just read the same and this one
 * holds it: nothing new, nothing changed, nothing gone.
 */
export function sparing(stage: Stage<SyncClients>, what: keyof ReadDigests): Stage<SyncClients> {
  const { name } = stage;
  /** Kept, since the run may go on in another worker. */
  async function isSpared({ store, run }: StageContext<SyncClients>): Promise<boolean> {
    const known = await readMeta(store, 'spared');
    return known?.runId === run.id && known.stages.includes(name);
  }

  return {
    ...stage,
    async begin(context) {
      return (await context.clients.holdsSame?.(what)) ? [spared] : stage.begin(context);
    },
    async step(context, step) {
      if (step !== spared) return stage.step(context, step);
      const { id } = context.run;
      return {
        async write(transaction) {
          const known = await readMeta(transaction, 'spared');
          const before = known?.runId === id ? known.stages : [];
          await writeMeta(transaction, 'spared', { runId: id, stages: [...before, name] });
        },
      };
    },
    async end(context) {
      return (await isSpared(context)) ? {} : ((await stage.end?.(context)) ?? {});
    },
  };
}
