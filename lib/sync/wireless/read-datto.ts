import PQueue from 'p-queue';
import type { SsidRows } from '@/lib/datto/settings';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow } from '@/lib/model/run';
import type { Database } from '@/lib/store/schema';
import type {
  WirelessAccessPoint,
  WirelessNetwork,
  WirelessOrganization,
} from '@/lib/wireless/input';
import { endsRun, toProblem } from '../problems';
import { skippedRows } from '../skipped';
import * as stored from '@/lib/store/stored';

/** As many requests as Datto is sent at a time. */
const networksAtATime = 6;

export interface SsidReader {
  readSsids(network: NetworkId, signal?: AbortSignal): Promise<SsidRows>;
}

/** Datto's side of the plan. Holds keys of Wi-Fi networks: for memory only. */
export interface DattoReading {
  readonly organizations: readonly WirelessOrganization[];
  readonly problems: readonly RunProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly oddFields: readonly OddField[];
}

/**
 * Reads the SSIDs of all networks that are matched to an organization.
 * @param autoCreate when it is off, they only help to recognize what is archived: a network that
 * cannot be read hinders nothing
 */
export async function readDatto(
  store: Database,
  datto: SsidReader,
  autoCreate: boolean,
  signal: AbortSignal,
): Promise<DattoReading> {
  const problems: RunProblem[] = [];
  const skipped: SkippedRow[] = [];
  const oddFields: OddField[] = [];

  async function readNetwork(id: NetworkId, organization: OrganizationId) {
    const name = (await stored.networks.get(store, id))?.name ?? id;
    try {
      const [settings, accessPoints] = await Promise.all([
        datto.readSsids(id, signal),
        readAccessPoints(store, id, organization),
      ]);
      skipped.push(
        ...skippedRows('wireless', { kind: 'ssid', networkName: name }, settings.skipped),
      );
      oddFields.push(...settings.oddFields);
      const network: WirelessNetwork = {
        id,
        name,
        readable: true,
        location: settings.location,
        ssids: settings.rows,
        unreadableSsids: settings.skipped.map((row) => Number(row.id)),
        accessPoints,
      };
      return network;
    } catch (error) {
      if (signal.aborted || (autoCreate && endsRun(error, signal))) throw error;
      if (autoCreate)
        problems.push({
          stage: 'wireless',
          networkId: id,
          subject: name,
          problem: toProblem(error),
        });
      return { id, name, readable: false } satisfies WirelessNetwork;
    }
  }

  const matches = (await stored.networkMatches.all(store)).filter(
    ({ state }) => state === 'matched',
  );
  const byOrganization = new Map<OrganizationId, WirelessNetwork[]>();
  const queue = new PQueue({ concurrency: networksAtATime });
  await queue.addAll(
    matches.map((match) => async () => {
      if (match.state !== 'matched') return;
      const { networkId, organizationId } = match;
      const network = await readNetwork(networkId, organizationId);
      byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), network]);
    }),
  );
  const organizations = [...byOrganization].map(([id, of]) => ({ id, networks: of }));
  return { organizations, problems, skipped, oddFields };
}

async function readAccessPoints(
  store: Database,
  network: NetworkId,
  organization: OrganizationId,
): Promise<WirelessAccessPoint[]> {
  const devices = await stored.devices.ofNetwork.all(store, network);
  return Promise.all(
    devices
      .filter(({ kind }) => kind === 'access-point')
      .map(async (device) => {
        const match = await stored.deviceMatches.get(store, device.key);
        const own = match?.state === 'matched' && match.organizationId === organization;
        return {
          name: device.name,
          mac: device.mac,
          configurationId: own ? match.configurationId : null,
        };
      }),
  );
}
