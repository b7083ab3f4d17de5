import type { SyncClients } from '../clients';
import { removeNetwork } from '../ending';
import type { Stage } from '../stage';
import { skippedRows } from '../skipped';

/**
 * Reads the list of networks; those that Datto no longer lists are removed. Their devices go in the
 * next stage, unless another network has them now.
 */
export const networks: Stage<SyncClients> = {
  name: 'networks',
  concurrency: 1,
  begin: () => Promise.resolve(['list']),
  async step({ run, clients, now, signal }) {
    const list = await clients.datto.listNetworks(signal);
    const at = new Date(now()).toISOString();
    const unreadable = new Set(list.skipped.map(({ id }) => id));
    return {
      skipped: skippedRows('networks', 'network', list.skipped),
      async write(transaction) {
        const store = transaction.objectStore('networks');
        for (const network of list.rows)
          await store.put({ ...network, kindsRead: [], runId: run.id, readAt: at });
        for (const network of await store.getAll())
          if (network.runId !== run.id && !unreadable.has(network.id))
            await removeNetwork(transaction, network.id, at);
      },
    };
  },
};
