import type { FollowUp } from '@/lib/model/journal';
import { ProblemError } from '@/lib/model/problem-error';
import type { RowSubject } from '@/lib/model/run';
import * as stored from '@/lib/store/stored';
import type { Clients } from '../api-clients';
import type { SyncClients } from '../clients';
import { endsRun, toProblem } from '../problems';
import type { Stage } from '../stage';

/**
 * Sees to what is still open of creations: copies that came late, serial numbers that were missing.
 * What cannot be done now is named, and the next sync tries it again.
 */
export function creationsStage(options: {
  /** Both APIs with the saved keys; `null` where none are saved. */
  clients(): Promise<Clients | null>;
  followUp(clients: Clients, one: FollowUp): Promise<void>;
}): Stage<SyncClients> {
  return {
    name: 'creations',
    concurrency: 2,
    begin: async ({ store }) =>
      (await stored.followUps.all(store)).filter(hasContent).map(({ id }) => id),
    async step({ store, signal }, step) {
      const one = await stored.followUps.get(store, step);
      if (!one) return {};
      const clients = await options.clients();
      if (!clients) throw new ProblemError({ kind: 'internal', cause: { kind: 'no-keys-saved' } });
      try {
        await options.followUp(clients, one);
        return {};
      } catch (error) {
        if (endsRun(error, signal)) throw error;
        return {
          problems: [{ stage: 'creations', subject: subjectOf(one), problem: toProblem(error) }],
        };
      }
    },
  };
}

/** What the sync of Auto-Create wrote it sees to itself. */
const hasContent = (one: FollowUp): boolean =>
  one.kind === 'serial-number' || one.write.kind !== 'in-memory';

function subjectOf(one: FollowUp): string | RowSubject {
  if (one.kind === 'serial-number') return { kind: 'configuration' };
  return 'name' in one.write ? one.write.name : { kind: 'configuration' };
}
