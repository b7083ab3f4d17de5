import { byAge, sourcesOf, type Source } from '@/lib/connections/next-source';
import { networkId, type NetworkId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { Network } from '@/lib/model/network';
import { mergeOddFields, type OddField } from '@/lib/model/rows';
import type { RunProblem } from '@/lib/model/run';
import { clientsSource, type Sightings } from '@/lib/model/sighting';
import { read } from '@/lib/store/open';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';
import type { SyncClients } from '../clients';
import { endsRun, isNotImplemented, toProblem } from '../problems';
import { configurationsOfNetwork, readSource } from '../read-source';
import type { Stage, StageContext } from '../stage';

/** Networks that one step looks at, and commits together: most have nothing to ask for. */
const together = 10;

/**
 * Reads where the documented MACs of each matched network are: one switch or its list of clients in each sync, the
 * one that was not read for longest, so that a sync costs at most one request a network. What is missing is asked
 * for when a configuration's page is opened.
 */
export const connections: Stage<SyncClients> = {
  name: 'connections',
  concurrency: 2,
  async begin({ store }) {
    const matches = await stored.networkMatches.all(store);
    const ids = matches.flatMap((match) => (match.state === 'matched' ? [match.networkId] : []));
    const steps: string[] = [];
    for (let start = 0; start < ids.length; start += together)
      steps.push(ids.slice(start, start + together).join());
    return steps;
  },
  async step(context, step) {
    const ids = step.split(',').map(networkId);
    const asked = await read(context.store, (from) =>
      Promise.all(ids.map((id) => nextToAsk(from, id))),
    );
    const answers = await Promise.all(
      asked.map((each) => (each ? ask(context, each) : Promise.resolve(nothing))),
    );
    return {
      problems: answers.flatMap(({ problem }) => problem ?? []),
      oddFields: mergeOddFields(...answers.map(({ oddFields }) => oddFields ?? [])),
      async write(transaction) {
        const rows = answers.flatMap(({ sightings }) => sightings ?? []);
        await stored.sightings.putAll(transaction, rows);
      },
    };
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

/** What is to be asked about a network, and for which MACs. */
interface Asked {
  readonly network: Network;
  readonly source: Source;
  readonly documented: ReadonlySet<Mac>;
}

/** `null` where nothing is to be found on the network. */
async function nextToAsk(from: Reader, id: NetworkId): Promise<Asked | null> {
  const [network, devices, configurations, known] = await Promise.all([
    stored.networks.get(from, id),
    stored.devices.ofNetwork.all(from, id),
    configurationsOfNetwork(from, id),
    stored.sightings.ofNetwork.all(from, id),
  ]);
  const own = new Set(devices.flatMap(({ mac }) => mac ?? []));
  const documented = new Set(configurations.flatMap(({ macs }) => macs));
  const [source] = byAge(sourcesOf(devices), known);
  // Where only the network's own devices are documented, nothing is to be found on it.
  const isAsked = network && source && ![...documented].every((mac) => own.has(mac));
  return isAsked ? { network, source, documented } : null;
}

interface Answer {
  readonly sightings?: Sightings;
  readonly oddFields?: readonly OddField[];
  readonly problem?: RunProblem;
}
const nothing: Answer = {};

async function ask(
  { clients, now, signal }: StageContext<SyncClients>,
  { network, source, documented }: Asked,
): Promise<Answer> {
  const readAt = new Date(now()).toISOString();
  try {
    return await readSource(clients.datto, source, (mac) => documented.has(mac), readAt, signal);
  } catch (error) {
    if (endsRun(error, signal)) throw error;
    const problem = toProblem(error);
    // Not every account has a history of clients.
    if (isNotImplemented(problem)) return nothing;
    const subject = network.name;
    return { problem: { stage: 'connections', networkId: network.id, subject, problem } };
  }
}
