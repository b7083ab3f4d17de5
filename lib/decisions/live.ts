import { idsPerRequest } from '@/lib/itglue/organizations';
import { readAll } from '@/lib/itglue/read-all';
import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { Rows } from '@/lib/model/rows';
import type { Organization } from '@/lib/model/organization';
import type { WriteTransaction } from '@/lib/store/schema';
import { removeConfiguration, removeOrganization } from '@/lib/store/removals';
import { reportProblem, type MatchingContext } from './context';
import * as stored from '@/lib/store/stored';

/** What IT Glue holds right now of what was asked for. */
export interface LiveAnswer<Id, Row> {
  readonly rows: ReadonlyMap<Id, Row>;
  /** Surely gone; empty where IT Glue could not be asked, and then the stored data decide. */
  readonly gone: ReadonlySet<Id>;
}

/** Asks IT Glue for these organizations, some at a time. Never rejects. */
export function askOrganizations(
  context: MatchingContext,
  ids: readonly OrganizationId[],
): Promise<LiveAnswer<OrganizationId, Organization>> {
  return ask(context, ids, async (chunk) =>
    (await context.clients())?.itGlue.organizationsPage(1, { ids: chunk }),
  );
}

/** Asks IT Glue for these configurations, some at a time. Never rejects. */
export function askConfigurations(
  context: MatchingContext,
  ids: readonly ConfigurationId[],
): Promise<LiveAnswer<ConfigurationId, Configuration>> {
  return ask(context, ids, async (chunk) =>
    (await context.clients())?.itGlue.configurationsPage(1, { ids: chunk }),
  );
}

async function ask<Id extends string, Row extends { readonly id: Id }>(
  context: MatchingContext,
  ids: readonly Id[],
  read: (chunk: readonly Id[]) => Promise<Rows<Row> | undefined>,
): Promise<LiveAnswer<Id, Row>> {
  const rows = new Map<Id, Row>();
  const gone = new Set<Id>();
  if (await stored.failedCredentials.read(context.store)) return { rows, gone };
  for (let start = 0; start < ids.length; start += idsPerRequest) {
    const chunk = ids.slice(start, start + idsPerRequest);
    try {
      const page = await read(chunk);
      if (!page) break;
      for (const row of page.rows) rows.set(row.id, row);
      // A row that does not parse is there all the same; without an id it may be any of them.
      const asked = new Set<string>(chunk);
      const there = new Set<string>([
        ...page.rows.map(({ id }) => id),
        ...page.skipped.flatMap(({ id }) => (asked.has(id) ? id : chunk)),
      ]);
      for (const id of chunk) if (!there.has(id)) gone.add(id);
    } catch (error) {
      await reportProblem(context, error);
      break;
    }
  }
  return { rows, gone };
}

/** What a row read outside a sync is marked with: as seen by the run that is open, so that its end does not take it for gone. */
export async function seenNow(transaction: WriteTransaction, at: string) {
  const run = await stored.runs.open(transaction);
  return { runId: run?.id ?? '', readAt: at };
}

/** Takes over what was asked for: new values, and what is gone. */
export async function keepOrganizations(
  transaction: WriteTransaction,
  live: LiveAnswer<OrganizationId, Organization>,
  at: string,
): Promise<void> {
  const seen = await seenNow(transaction, at);
  for (const row of live.rows.values())
    await stored.organizations.put(transaction, { ...row, ...seen });
  for (const id of live.gone) await removeOrganization(transaction, id, at);
}

export async function keepConfigurations(
  transaction: WriteTransaction,
  live: LiveAnswer<ConfigurationId, Configuration>,
  at: string,
): Promise<void> {
  const seen = await seenNow(transaction, at);
  for (const row of live.rows.values())
    await stored.configurations.put(transaction, { ...row, ...seen });
  for (const id of live.gone) await removeConfiguration(transaction, id, at);
}

/** All configurations of an organization, read to the last page. @throws ItGlueError */
export async function readConfigurations(
  context: MatchingContext,
  organizationId: OrganizationId,
): Promise<readonly Configuration[]> {
  const clients = await context.clients();
  if (!clients) return [];
  const { rows } = await readAll((page) =>
    clients.itGlue.configurationsPage(page, { organizationIds: [organizationId] }),
  );
  return rows;
}
