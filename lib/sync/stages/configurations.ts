import type { Configuration } from '@/lib/model/configuration';
import { configurationId, organizationId } from '@/lib/model/ids';
import type { OrganizationId } from '@/lib/model/ids';
import type { Database, Seen, WriteTransaction } from '@/lib/store/schema';
import { hasUnknownRows, type Rows } from '@/lib/model/rows';
import type { SyncClients } from '../clients';
import { removeConfiguration } from '@/lib/store/removals';
import { skippedRows } from '../skipped';
import type { Stage } from '../stage';
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
      skipped: skippedRows('configurations', { kind: 'configuration' }, list.skipped),
      oddFields: list.oddFields,
      write: (transaction) => keep(transaction, list, { runId: run.id, readAt }),
    };
  },
  async end({ run, store, clients, now, signal }) {
    const missing = (await stored.configurations.all(store))
      .filter(({ runId }) => runId !== run.id)
      .map(({ id }) => id);
    if (missing.length === 0) return {};
    const matched = new Set(
      (await stored.deviceMatches.all(store)).flatMap((match) =>
        match.state === 'matched' ? [match.configurationId] : [],
      ),
    );
    // As with organizations: a page that shifted, or a move to another organization, is no deletion.
    const doubtful = missing.filter((id) => matched.has(id));
    const found =
      doubtful.length === 0
        ? { rows: [], skipped: [], oddFields: [] }
        : await clients.itGlue.configurationsById(doubtful, signal);
    const readAt = new Date(now()).toISOString();
    return {
      skipped: skippedRows('configurations', { kind: 'configuration' }, found.skipped),
      oddFields: found.oddFields,
      async write(transaction) {
        await keep(transaction, found, { runId: run.id, readAt });
        for (const id of missing) {
          if ((await stored.configurations.get(transaction, id))?.runId === run.id) continue;
          // A row without an id may be any of those asked for.
          if (matched.has(id) && hasUnknownRows(found)) continue;
          // It was matched while the others were asked for: the next sync asks for it.
          if (!matched.has(id) && (await stored.deviceMatches.ofConfiguration.any(transaction, id)))
            continue;
          await removeConfiguration(transaction, id, readAt);
        }
      },
    };
  },
};

async function keep(
  transaction: WriteTransaction,
  { rows, skipped }: Rows<Configuration>,
  seen: Seen,
): Promise<void> {
  await stored.configurations.putAll(
    transaction,
    rows.map((row) => ({ ...row, ...seen })),
  );
  // A row that does not parse today is still a configuration: its last known values stay.
  await stored.configurations.changeMany(
    transaction,
    skipped.map(({ id }) => configurationId(id)),
    (known) => ({ ...known, runId: seen.runId }),
  );
}

const stepOf = (ids: readonly OrganizationId[], page: number) => `${ids.join(',')} page ${page}`;

function readStep(step: string): { ids: OrganizationId[]; page: number } {
  const [ids = '', page = ''] = step.split(' page ');
  return { ids: ids.split(',').map(organizationId), page: Number(page) };
}
