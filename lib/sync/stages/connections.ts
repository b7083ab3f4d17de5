import { byAge, sourcesOf } from '@/lib/connections/next-source';
import { networkId } from '@/lib/model/ids';
import { clientsSource } from '@/lib/model/sighting';
import { read } from '@/lib/store/open';
import * as stored from '@/lib/store/stored';
import type { SyncClients } from '../clients';
import { endsRun, isNotImplemented, toProblem } from '../problems';
import { configurationsOfNetwork, readSource } from '../read-source';
import type { Stage } from '../stage';

/**
 * Reads where the documented MACs of each matched network are: one switch or its list of clients in each sync, the
 * one that was not read for longest, so that a sync costs at most one request a network. What is missing is asked
 * for when a configuration's page is opened.
 */
export const connections: Stage<SyncClients> = {
  name: 'connections',
  concurrency: 4,
  async begin({ store }) {
    const matches = await stored.networkMatches.all(store);
    return matches.flatMap((match) => (match.state === 'matched' ? [match.networkId] : []));
  },
  async step({ store, clients, now, signal }, step) {
    const id = networkId(step);
    const [network, devices, configurations, known] = await read(store, (from) =>
      Promise.all([
        stored.networks.get(from, id),
        stored.devices.ofNetwork.all(from, id),
        configurationsOfNetwork(from, id),
        stored.sightings.ofNetwork.all(from, id),
      ]),
    );
    const own = new Set(devices.flatMap(({ mac }) => mac ?? []));
    const documented = new Set(configurations.flatMap(({ macs }) => macs));
    const [source] = byAge(sourcesOf(devices), known);
    // Where only the network's own devices are documented, nothing is to be found on it.
    if (!network || !source || [...documented].every((mac) => own.has(mac))) return {};
    const readAt = new Date(now()).toISOString();
    try {
      const answer = await readSource(
        clients.datto,
        source,
        (mac) => documented.has(mac),
        readAt,
        signal,
      );
      return {
        oddFields: answer.oddFields,
        write: (transaction) => stored.sightings.put(transaction, answer.sightings),
      };
    } catch (error) {
      if (endsRun(error, signal)) throw error;
      const problem = toProblem(error);
      // Not every account has a history of clients.
      if (isNotImplemented(problem)) return {};
      return {
        problems: [{ stage: 'connections', networkId: id, subject: network.name, problem }],
      };
    }
  },
  end() {
    return Promise.resolve({
      async write(transaction) {
        const networks = new Set<string>(await stored.networks.keys(transaction));
        const devices = new Set<string>(await stored.devices.keys(transaction));
        const rows = await stored.sightings.all(transaction);
        const gone = rows.filter(
          ({ source, networkId: of }) =>
            !networks.has(of) || !(devices.has(source) || source === clientsSource(of)),
        );
        await stored.sightings.removeAll(
          transaction,
          gone.map(({ source }) => source),
        );
      },
    });
  },
};
