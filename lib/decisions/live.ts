import type { ById } from '@/lib/itglue/by-ids';
import type { List } from '@/lib/itglue/json-api-read';
import { readAll } from '@/lib/itglue/read-all';
import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { Organization } from '@/lib/model/organization';
import type { WriteTransaction } from '@/lib/store/schema';
import { removeConfiguration, removeOrganization } from '@/lib/store/removals';
import type { Clients } from '@/lib/sync/api-clients';
import { reportProblem, type MatchingContext } from './context';
import * as stored from '@/lib/store/stored';

/** What IT Glue holds right now of what was asked for. */
export interface LiveAnswer<Id, Row> {
  readonly rows: ReadonlyMap<Id, Row>;
  /** Surely gone; empty where IT Glue could not be asked, and then the stored data decide. */
  readonly gone: ReadonlySet<Id>;
}

/** Asks IT Glue for these organizations. Never rejects. */
export const askOrganizations = (
  context: MatchingContext,
  ids: readonly OrganizationId[],
): Promise<LiveAnswer<OrganizationId, Organization>> =>
  ask(context, ids, ({ itGlue }) => itGlue.organizationsById(ids));

/** Asks IT Glue for these configurations. Never rejects. */
export const askConfigurations = (
  context: MatchingContext,
  ids: readonly ConfigurationId[],
): Promise<LiveAnswer<ConfigurationId, Configuration>> =>
  ask(context, ids, ({ itGlue }) => itGlue.configurationsById(ids));

async function ask<Id extends string, Row extends { readonly id: Id }>(
  context: MatchingContext,
  ids: readonly Id[],
  read: (clients: Clients) => Promise<ById<Id, Row>>,
): Promise<LiveAnswer<Id, Row>> {
  const nothing: LiveAnswer<Id, Row> = { rows: new Map(), gone: new Set() };
  if (ids.length === 0 || (await stored.failedCredentials.read(context.store))) return nothing;
  try {
    const clients = await context.clients();
    if (!clients) return nothing;
    const { rows, gone } = await read(clients);
    return { rows: new Map(rows.map((row) => [row.id, row])), gone: new Set(gone) };
  } catch (error) {
    await reportProblem(context, error);
    return nothing;
  }
}

/** Takes over what was asked for: new values, and what is gone. */
export async function keepOrganizations(
  transaction: WriteTransaction,
  live: LiveAnswer<OrganizationId, Organization>,
  at: string,
): Promise<void> {
  await stored.organizations.putChanged(transaction, [...live.rows.values()]);
  await stored.seen.now(transaction, 'organizations', [...live.rows.keys()]);
  for (const id of live.gone) await removeOrganization(transaction, id, at);
}

export async function keepConfigurations(
  transaction: WriteTransaction,
  live: LiveAnswer<ConfigurationId, Configuration>,
  at: string,
): Promise<void> {
  await stored.configurations.putChanged(transaction, [...live.rows.values()]);
  await stored.seen.now(transaction, 'configurations', [...live.rows.keys()]);
  for (const id of live.gone) await removeConfiguration(transaction, id, at);
}

/** All configurations of an organization, read to the last page. @throws ItGlueError */
export async function readConfigurations(
  context: Pick<MatchingContext, 'clients'>,
  organizationId: OrganizationId,
): Promise<List<Configuration>> {
  const clients = await context.clients();
  if (!clients) return { rows: [], skipped: [], lost: [], oddFields: [] };
  return readAll((page) =>
    clients.itGlue.configurationsPage(page, { organizationIds: [organizationId] }),
  );
}
