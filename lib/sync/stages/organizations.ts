import { organizationId } from '@/lib/model/ids';
import type { SyncClients } from '../clients';
import { removeOrganization } from '../ending';
import { endsRun, toProblem } from '../problems';
import { skippedRows } from '../skipped';
import type { Stage, StageContext } from '../stage';

const usersStep = 'users';

/** Reads all organizations, page by page, and the tenant's users with the organizations they may see. */
export const organizations: Stage<SyncClients> = {
  name: 'organizations',
  concurrency: 2,
  begin: () => Promise.resolve(['1', usersStep]),
  async step(context, step) {
    if (step === usersStep) return readUsers(context);
    const { run, clients, now, signal } = context;
    const page = await clients.itGlue.organizationsPage(Number(step), signal);
    const readAt = new Date(now()).toISOString();
    return {
      next: page.nextPage === null ? [] : [String(page.nextPage)],
      skipped: skippedRows('organizations', 'organization', page.skipped),
      async write(transaction) {
        const store = transaction.objectStore('organizations');
        for (const organization of page.rows)
          await store.put({ ...organization, runId: run.id, readAt });
      },
    };
  },
  async end({ run, store, clients, now, signal }) {
    const unreadable = new Set(
      run.skipped.filter(({ stage }) => stage === 'organizations').map(({ id }) => id),
    );
    const missing = (await store.getAll('organizations'))
      .filter((each) => each.runId !== run.id && !unreadable.has(each.id))
      .map(({ id }) => id);
    if (missing.length === 0) return {};
    // Pages shift while they are read, so an organization may have been passed over: before a match
    // is ended for it, it is asked for by its id.
    const matched = new Set(
      (await store.getAll('networkMatches')).flatMap((match) =>
        match.state === 'matched' ? [match.organizationId] : [],
      ),
    );
    const doubtful = missing.filter((id) => matched.has(id));
    const found =
      doubtful.length === 0 ? [] : (await clients.itGlue.organizationsById(doubtful, signal)).rows;
    const readAt = new Date(now()).toISOString();
    return {
      async write(transaction) {
        for (const organization of found)
          await transaction
            .objectStore('organizations')
            .put({ ...organization, runId: run.id, readAt });
        const present = new Set(found.map(({ id }) => organizationId(id)));
        for (const id of missing)
          if (!present.has(id)) await removeOrganization(transaction, id, readAt);
      },
    };
  },
};

/** Users are not worth a failed sync: what could not be read is named, and the last known stay. */
async function readUsers({ clients, signal }: StageContext<SyncClients>) {
  try {
    const { rows, skipped } = await clients.itGlue.users(signal);
    return {
      skipped: skippedRows('organizations', 'user', skipped),
      async write(transaction: Parameters<typeof removeOrganization>[0]) {
        const store = transaction.objectStore('users');
        await store.clear();
        for (const user of rows) await store.put(user);
      },
    };
  } catch (error) {
    // A key may lack the right to read users; that alone does not make it a wrong key.
    if (endsRun(error, signal) && toProblem(error).kind !== 'credentials') throw error;
    return {
      problems: [{ stage: 'organizations' as const, subject: 'users', problem: toProblem(error) }],
    };
  }
}
