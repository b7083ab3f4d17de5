import type { Problem } from '@/lib/model/problem';
import type { RunProblem } from '@/lib/model/run';
import { withinReach } from '../problems';
import { hasUnknownRows } from '@/lib/model/rows';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { SyncClients } from '../clients';
import { removeNetwork } from '@/lib/store/removals';
import type { Stage } from '../stage';
import { skippedRows } from '../skipped';
import * as stored from '@/lib/store/stored';

/**
 * Reads the list of networks; those that Datto no longer lists are removed. Their devices go in the
 * next stage, unless another network has them now.
 */
export const networks: Stage<SyncClients> = {
  name: 'networks',
  concurrency: 1,
  begin: () => Promise.resolve(['list']),
  async step({ store: database, clients, now, signal }) {
    const listed = await withinReach(clients.datto.listNetworks(signal));
    // Those known may still be read one by one.
    if ('outOfReach' in listed) return { problems: [ofList(listed.outOfReach)] };
    const list = listed.answer;
    const at = new Date(now()).toISOString();
    const unreadable = new Set(list.skipped.map(({ id }) => id));
    const empty = list.rows.length === 0 && list.skipped.length === 0;
    if (empty && (await doubted(database)))
      return {
        problems: [ofList({ kind: 'server', side: 'datto', cause: { kind: 'no-network-listed' } })],
        write: (transaction) => writeMeta(transaction, 'emptyNetworkList', true),
      };
    return {
      skipped: skippedRows('networks', { kind: 'network' }, list.skipped),
      oddFields: list.oddFields,
      async write(transaction) {
        await writeMeta(transaction, 'emptyNetworkList', undefined);
        const known = await stored.networks.all(transaction);
        const before = new Map(known.map((each) => [each.id, each]));
        // Until its devices, and its SSIDs, are read again.
        const rows = list.rows.map((row) => {
          const { withoutDevices = false, ssids } = before.get(row.id) ?? {};
          return { ...row, withoutDevices, ...(ssids && { ssids }) };
        });
        await stored.networks.putChanged(transaction, rows, known);
        // A row without an id may be any network: then none that is not listed is gone.
        if (hasUnknownRows(list)) return;
        const listed = new Set(list.rows.map(({ id }) => id));
        for (const { id } of known)
          if (!listed.has(id) && !unreadable.has(id)) await removeNetwork(transaction, id, at);
      },
    };
  },
};

const ofList = (problem: Problem): RunProblem => ({
  stage: 'networks',
  subject: { kind: 'network-list' },
  problem,
});

/**
 * Whether an empty list is to be told a second time before it is believed: it would take every
 * network away, and with them every match that people made.
 */
async function doubted(database: Database): Promise<boolean> {
  if (await readMeta(database, 'emptyNetworkList')) return false;
  return (await stored.networks.count(database)) > 0;
}
