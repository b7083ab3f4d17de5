import { organizationId } from '@/lib/model/ids';
import type { OrganizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import type { SyncClients } from '../clients';
import { removeConfiguration } from '../ending';
import { skippedRows } from '../skipped';
import type { Stage } from '../stage';

/** Organizations whose configurations are asked for in one request. */
const together = 10;

/** The organizations that a network is matched to, or that hold a matched configuration. */
export async function matchedOrganizations(store: Database): Promise<OrganizationId[]> {
  const matches = [
    ...(await store.getAll('networkMatches')),
    ...(await store.getAll('deviceMatches')),
  ];
  const ids = matches.flatMap((match) => (match.state === 'matched' ? [match.organizationId] : []));
  return [...new Set(ids)].sort();
}

/** Reads the configurations of matched organizations, with their interfaces; only of those. */
export const configurations: Stage<SyncClients> = {
  name: 'configurations',
  concurrency: 3,
  async begin({ store }) {
    const ids = await matchedOrganizations(store);
    const steps: string[] = [];
    for (let start = 0; start < ids.length; start += together)
      steps.push(stepOf(ids.slice(start, start + together), 1));
    return steps;
  },
  async step({ run, clients, now, signal }, step) {
    const { ids, page } = readStep(step);
    const list = await clients.itGlue.configurationsPage(ids, page, signal);
    const readAt = new Date(now()).toISOString();
    return {
      next: list.nextPage === null ? [] : [stepOf(ids, list.nextPage)],
      skipped: skippedRows('configurations', 'configuration', list.skipped),
      async write(transaction) {
        const store = transaction.objectStore('configurations');
        for (const configuration of list.rows)
          await store.put({ ...configuration, runId: run.id, readAt });
      },
    };
  },
  async end({ run, store, clients, now, signal }) {
    const unreadable = new Set(
      run.skipped.filter(({ stage }) => stage === 'configurations').map(({ id }) => id),
    );
    const missing = (await store.getAll('configurations'))
      .filter((each) => each.runId !== run.id && !unreadable.has(each.id))
      .map(({ id }) => id);
    if (missing.length === 0) return {};
    const matched = new Set(
      (await store.getAll('deviceMatches')).flatMap((match) =>
        match.state === 'matched' ? [match.configurationId] : [],
      ),
    );
    // As with organizations: a page that shifted, or a move to another organization, is no deletion.
    const doubtful = missing.filter((id) => matched.has(id));
    const found =
      doubtful.length === 0 ? [] : (await clients.itGlue.configurationsById(doubtful, signal)).rows;
    const readAt = new Date(now()).toISOString();
    return {
      async write(transaction) {
        for (const configuration of found)
          await transaction
            .objectStore('configurations')
            .put({ ...configuration, runId: run.id, readAt });
        const present = new Set(found.map(({ id }) => id));
        for (const id of missing)
          if (!present.has(id)) await removeConfiguration(transaction, id, readAt);
      },
    };
  },
};

const stepOf = (ids: readonly OrganizationId[], page: number) => `${ids.join(',')} page ${page}`;

function readStep(step: string): { ids: OrganizationId[]; page: number } {
  const [ids = '', page = ''] = step.split(' page ');
  return { ids: ids.split(',').map(organizationId), page: Number(page) };
}
