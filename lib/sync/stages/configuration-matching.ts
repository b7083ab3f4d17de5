import { sharedMacs } from '@/lib/matching/shared-macs';
import { organizationId } from '@/lib/model/ids';
import type { Configuration } from '@/lib/model/configuration';
import type { OrganizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import type { SyncClients } from '../clients';
import type { Stage } from '../stage';
import { matchedOrganizations } from './configurations';
import { matchOrganizations } from './match-organizations';
import * as stored from '@/lib/store/stored';

/** Organizations whose devices are matched in one step, and committed together. */
const together = 25;

/** Matches the devices of each organization's networks to its configurations by the rules. */
export const configurationMatching: Stage<SyncClients> = {
  name: 'configuration-matching',
  concurrency: 1,
  async begin({ store, clients }) {
    await clients.carryOut?.('devices');
    const ids = await matchedOrganizations(store);
    const steps: string[] = [];
    for (let start = 0; start < ids.length; start += together)
      steps.push(ids.slice(start, start + together).join());
    return steps;
  },
  async step({ store, now }, step) {
    const at = new Date(now()).toISOString();
    return { write: await matchOrganizations(store, step.split(',').map(organizationId), at) };
  },
  async end({ store }) {
    const matched = new Set(await matchedOrganizations(store));
    const shared = sharedMacs(await documentedMacs(store, [...matched]));
    return {
      async write(transaction) {
        await stored.sharedMacs.replace(
          transaction,
          await stored.sharedMacs.all(transaction),
          shared,
        );
        const suggested = await stored.deviceSuggestions.all(transaction);
        await stored.deviceSuggestions.removeAll(
          transaction,
          suggested
            .filter(({ organizationId: id }) => !matched.has(id))
            .map(({ deviceKey }) => deviceKey),
        );
      },
    };
  },
};

/** What each configuration of the organizations says of its MACs; one organization in memory at a time. */
async function documentedMacs(store: Database, organizations: readonly OrganizationId[]) {
  const documented: Pick<Configuration, 'id' | 'macs' | 'archived'>[] = [];
  for (const organization of organizations)
    for (const { id, macs, archived } of await stored.configurations.ofOrganization.all(
      store,
      organization,
    ))
      if (macs.length > 0) documented.push({ id, macs, archived });
  return documented;
}
