import type { Configuration } from '@/lib/model/configuration';
import { organizationId } from '@/lib/model/ids';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { RunProblem } from '@/lib/model/run';
import type { ById } from '@/lib/itglue/by-ids';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { Problem } from '@/lib/model/problem';
import type { Rows } from '@/lib/model/rows';
import type { SyncClients } from '../clients';
import { removeConfiguration } from '@/lib/store/removals';
import type { PageAt } from '@/lib/itglue/json-api-read';
import { pageStep, readPageStep } from './page-step';
import { skippedRows } from '../skipped';
import { withinReach } from '../problems';
import type { Stage, StepOutcome } from '../stage';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { rowsAtOnce } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';

/** Organizations whose configurations are asked for in one request. */
const together = 10;

/** The organizations that a network is matched to, or that hold a matched configuration. */
export async function matchedOrganizations(store: Database): Promise<OrganizationId[]> {
  const matches = [
    ...(await stored.networkMatches.all(store)),
    ...(await stored.deviceMatches.all(store)),
  ];
  const ids = matches.flatMap((match) => (match.state === 'matched' ? [match.organizationId] : []));
  return [...new Set(ids)].sort();
}

/** Reads the configurations of matched organizations, with their interfaces; only of those. */
export const configurations: Stage<SyncClients> = {
  name: 'configurations',
  concurrency: 3,
  readsAhead: true,
  after: ['organization-matching'],
  // A device that is gone takes its match along, one that is back brings it.
  endAfter: ['devices'],
  async begin({ store }) {
    const ids = await matchedOrganizations(store);
    const steps: string[] = [];
    for (let start = 0; start < ids.length; start += together)
      steps.push(stepOf(ids.slice(start, start + together), 1));
    return steps;
  },
  async step({ run, store, clients, signal }, step) {
    const { ids, page } = readStep(step);
    const asked = await withinReach(clients.itGlue.configurationsPage(ids, page, signal));
    if ('outOfReach' in asked) {
      // One of them is refused for all; by itself it is named, and its configurations stay.
      if (ids.length > 1) return { next: ids.map((id) => stepOf([id], 1)) };
      return refused(store, ids[0]!, asked.outOfReach);
    }
    const list = asked.answer;
    return {
      next: list.nextPage === null ? [] : [stepOf(ids, list.nextPage)],
      skipped: skippedRows('configurations', { kind: 'configuration' }, list.skipped),
      oddFields: list.oddFields,
      write: (transaction) => keep(transaction, list, run.id),
    };
  },
  async end({ run, store, clients, now, signal }) {
    // An organization that is out of reach keeps what is known of its configurations.
    const kept = new Set(run.problems.flatMap((problem) => problem.organizationId ?? []));
    const seen = await stored.seen.by(store, run.id, 'configurations');
    const keys = await stored.configurations.keys(store);
    const rows = await stored.configurations.getMany(
      store,
      keys.filter((id) => !seen.has(id)),
    );
    const unseen = rows.filter(({ organizationId: of }) => !kept.has(of));
    if (unseen.length === 0) return { write: forgetVendor };
    const missing = unseen.map(({ id }) => id);
    const names = new Map(unseen.map(({ id, name }) => [id, name]));
    const matched = new Set(
      (await stored.deviceMatches.all(store)).flatMap((match) =>
        match.state === 'matched' ? [match.configurationId] : [],
      ),
    );
    // As with organizations: a page that shifted, or a move to another organization, is no deletion.
    const doubtful = missing.filter((id) => matched.has(id));
    const found =
      doubtful.length === 0 ? nothing : await clients.itGlue.configurationsById(doubtful, signal);
    const gone = new Set(found.gone);
    const readAt = new Date(now()).toISOString();
    return {
      problems: found.outOfReach.map((id): RunProblem => ({
        stage: 'configurations',
        subject: names.get(id) ?? id,
        problem: { kind: 'out-of-reach', side: 'itglue' },
      })),
      skipped: skippedRows('configurations', { kind: 'configuration' }, found.skipped),
      oddFields: found.oddFields,
      async write(transaction) {
        await keep(transaction, found, run.id);
        const seenByNow = await stored.seen.by(transaction, run.id, 'configurations');
        for (const id of missing) {
          if (seenByNow.has(id)) continue;
          if (matched.has(id) && !gone.has(id)) continue;
          // It was matched while the others were asked for: the next sync asks for it.
          if (!matched.has(id) && (await stored.deviceMatches.ofConfiguration.any(transaction, id)))
            continue;
          await removeConfiguration(transaction, id, readAt);
        }
        await forgetVendor(transaction);
      },
    };
  },
};

const nothing: ById<ConfigurationId, Configuration> = {
  rows: [],
  skipped: [],
  oddFields: [],
  gone: [],
  outOfReach: [],
};

/** Notes that the vendor's own integration links configurations; writes where that changed. */
async function noticeVendor(transaction: WriteTransaction, rows: readonly Configuration[]) {
  if (!rows.some(({ vendorLinked }) => vendorLinked)) return;
  if (!(await readMeta(transaction, 'vendorIntegration')))
    await writeMeta(transaction, 'vendorIntegration', true);
}

/** Forgets that it does where none is linked any more. */
async function forgetVendor(transaction: WriteTransaction) {
  if (!(await readMeta(transaction, 'vendorIntegration'))) return;
  const all = await stored.configurations.all(transaction);
  if (!all.some(({ vendorLinked }) => vendorLinked))
    await writeMeta(transaction, 'vendorIntegration', undefined);
}

/** Names the organization whose configurations are out of the key's reach: what is known of them stays. */
async function refused(
  store: Database,
  organizationId: OrganizationId,
  problem: Problem,
): Promise<StepOutcome> {
  const organizationName =
    (await stored.organizations.get(store, organizationId))?.name ?? organizationId;
  const subject = { kind: 'configurations-of', organizationName } as const;
  return { problems: [{ stage: 'configurations', organizationId, subject, problem }] };
}

async function keep(
  transaction: WriteTransaction,
  { rows, skipped }: Rows<Configuration>,
  runId: string,
): Promise<void> {
  const organizations = [...new Set(rows.map((row) => row.organizationId))];
  const counts = await stored.configurations.ofOrganization.countOf(transaction, organizations);
  // What was known of another organization differs in that, too.
  const known =
    counts <= rows.length * rowsAtOnce
      ? await stored.configurations.ofOrganization.allOf(transaction, organizations)
      : undefined;
  await stored.configurations.putChanged(transaction, rows, known);
  await noticeVendor(transaction, rows);
  // A row that does not parse today is still a configuration: its last known values stay.
  const ids = [...rows, ...skipped].map(({ id }) => id);
  await stored.seen.add(transaction, runId, 'configurations', ids);
}

const stepOf = (ids: readonly OrganizationId[], page: PageAt) =>
  `${ids.join(',')} page ${pageStep(page)}`;

function readStep(step: string): { ids: OrganizationId[]; page: PageAt } {
  const [ids = '', page = ''] = step.split(' page ');
  return { ids: ids.split(',').map(organizationId), page: readPageStep(page) };
}
