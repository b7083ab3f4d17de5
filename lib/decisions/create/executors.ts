import { createManufacturer, createModel } from '@/lib/journal/catalog';
import type { Executor } from '@/lib/journal/executor';
import type { JournalRow } from '@/lib/model/journal';
import * as stored from '@/lib/store/stored';
import type { Clients } from '@/lib/sync/api-clients';
import type { MatchingContext } from '../context';
import { foundExecutor } from '../found/executors';
import { archiveExecutor } from './archive';
import { configurationExecutor } from './configuration-executor';
import { organizationExecutor } from './organization-executor';
import type { Shared } from './shared';

/**
 * Does something with the executor of a creation, whatever it creates.
 * @returns `null` for a write whose content only the worker that planned it had
 */
export async function withExecutor<Outcome>(
  context: Pick<MatchingContext, 'store' | 'clients' | 'now'>,
  clients: Clients,
  shared: Shared,
  { write: wanted, who }: Pick<JournalRow, 'write' | 'who'>,
  use: <Result>(executor: Executor<Result>) => Promise<Outcome>,
): Promise<Outcome | null> {
  const { store } = context;
  const { itGlue } = clients;
  switch (wanted.kind) {
    case 'create-organization':
      return use(organizationExecutor(context, itGlue, wanted));
    case 'create-configuration': {
      const organization = await stored.organizations.get(store, wanted.organizationId);
      const organizationName = organization?.name ?? wanted.organizationId;
      return use(
        configurationExecutor(context, clients, shared, { ...wanted, who, organizationName }),
      );
    }
    case 'create-found':
    case 'document-mac': {
      const organization = await stored.organizations.get(store, wanted.organizationId);
      const organizationName = organization?.name ?? wanted.organizationId;
      return use(
        foundExecutor(context, itGlue, { ...wanted, organizationName }, () => shared.statusId()),
      );
    }
    case 'archive-configuration': {
      const organization = await stored.organizations.get(store, wanted.organizationId);
      const organizationName = organization?.name ?? wanted.organizationId;
      return use(archiveExecutor(itGlue, { ...wanted, organizationName }));
    }
    case 'create-manufacturer':
      return use(createManufacturer(itGlue, wanted.name));
    case 'create-model':
      return use(createModel(itGlue, wanted.manufacturerId, wanted.name));
    case 'in-memory':
      return null;
  }
}
