import type { ById } from '@/lib/itglue/by-ids';
import { userId, type OrganizationId } from '@/lib/model/ids';
import type { Organization } from '@/lib/model/organization';
import type { WriteTransaction } from '@/lib/store/schema';
import type { Problem } from '@/lib/model/problem';
import type { RunProblem } from '@/lib/model/run';
import { hasUnknownRows, type Rows } from '@/lib/model/rows';
import type { SyncClients } from '../clients';
import { removeOrganization } from '@/lib/store/removals';
import { endsRun, toProblem, withinReach } from '../problems';
import { pageStep, readPageStep } from './page-step';
import { skippedRows } from '../skipped';
import type { Stage, StageContext } from '../stage';
import * as stored from '@/lib/store/stored';

const usersStep = 'users';

/** Reads all organizations, page by page, and the tenant's users with the organizations they may see. */
export const organizations: Stage<SyncClients> = {
  name: 'organizations',
  concurrency: 2,
  readsAhead: true,
  endAfter: ['networks'],
  begin: () => Promise.resolve(['1', usersStep]),
  async step(context, step) {
    if (step === usersStep) return readUsers(context);
    const { run, clients, signal } = context;
    const asked = await withinReach(clients.itGlue.organizationsPage(readPageStep(step), signal));
    if ('outOfReach' in asked) return { problems: [ofList(asked.outOfReach)] };
    const page = asked.answer;
    return {
      next: page.nextPage === null ? [] : [pageStep(page.nextPage)],
      skipped: skippedRows('organizations', { kind: 'organization' }, page.skipped),
      oddFields: page.oddFields,
      write: (transaction) => keep(transaction, page, run.id),
    };
  },
  async end({ run, store, clients, now, signal }) {
    // Of a list that could not be read to its end nothing is gone.
    if (run.problems.some(isOfList)) return {};
    const seen = await stored.seen.by(store, run.id, 'organizations');
    const known = await stored.organizations.keys(store);
    const missing = known.filter((id) => !seen.has(id));
    if (missing.length === 0) return {};
    // Pages shift while they are read, so an organization may have been passed over: before a match
    // is ended for it, it is asked for by its id.
    const matched = new Set(
      (await stored.networkMatches.all(store)).flatMap((match) =>
        match.state === 'matched' ? [match.organizationId] : [],
      ),
    );
    const doubtful = missing.filter((id) => matched.has(id));
    const found =
      doubtful.length === 0 ? nothing : await clients.itGlue.organizationsById(doubtful, signal);
    const gone = new Set(found.gone);
    const names = new Map(
      (await stored.organizations.all(store)).map(({ id, name }) => [id, name]),
    );
    const readAt = new Date(now()).toISOString();
    return {
      problems: found.outOfReach.map((id): RunProblem => ({
        stage: 'organizations',
        organizationId: id,
        subject: names.get(id) ?? id,
        problem: { kind: 'out-of-reach', side: 'itglue' },
      })),
      skipped: skippedRows('organizations', { kind: 'organization' }, found.skipped),
      oddFields: found.oddFields,
      async write(transaction) {
        await keep(transaction, found, run.id);
        const seenByNow = await stored.seen.by(transaction, run.id, 'organizations');
        for (const id of missing) {
          if (seenByNow.has(id)) continue;
          if (matched.has(id) && !gone.has(id)) continue;
          // It was matched while the others were asked for: the next sync asks for it.
          if (!matched.has(id) && (await stored.networkMatches.ofOrganization.any(transaction, id)))
            continue;
          await removeOrganization(transaction, id, readAt);
        }
      },
    };
  },
};

const ofList = (problem: Problem): RunProblem => ({
  stage: 'organizations',
  subject: { kind: 'organization-list' },
  problem,
});
const isOfList = ({ subject }: RunProblem) =>
  typeof subject === 'object' && subject.kind === 'organization-list';

const nothing: ById<OrganizationId, Organization> = {
  rows: [],
  skipped: [],
  oddFields: [],
  gone: [],
  outOfReach: [],
};

async function keep(
  transaction: WriteTransaction,
  { rows, skipped }: Rows<Organization>,
  runId: string,
): Promise<void> {
  await stored.organizations.putChanged(transaction, rows);
  // A row that does not parse today is still an organization: its last known values stay.
  const ids = [...rows, ...skipped].map(({ id }) => id);
  await stored.seen.add(transaction, runId, 'organizations', ids);
}

/** Users are not worth a failed sync: what could not be read is named, and the last known stay. */
async function readUsers({ clients, signal }: StageContext<SyncClients>) {
  try {
    const { rows, skipped, oddFields } = await clients.itGlue.users(signal);
    return {
      skipped: skippedRows('organizations', { kind: 'user' }, skipped),
      oddFields,
      async write(transaction: WriteTransaction) {
        const unreadable = new Set(skipped.map(({ id }) => userId(id)));
        const known = await stored.users.all(transaction);
        await stored.users.putChanged(transaction, rows, known);
        if (hasUnknownRows({ skipped })) return;
        const listed = new Set(rows.map(({ id }) => id));
        const gone = known.filter(({ id }) => !listed.has(id) && !unreadable.has(id));
        await stored.users.removeAll(
          transaction,
          gone.map(({ id }) => id),
        );
      },
    };
  } catch (error) {
    if (endsRun(error, signal)) throw error;
    return {
      problems: [
        {
          stage: 'organizations' as const,
          subject: { kind: 'user-list' as const },
          problem: toProblem(error),
        },
      ],
    };
  }
}
