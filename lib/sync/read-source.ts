import type { Mac } from '@/lib/model/mac';
import type { NetworkId } from '@/lib/model/ids';
import type { OddField } from '@/lib/model/rows';
import { clientSightings, portSightings, type Sightings } from '@/lib/model/sighting';
import type { Source } from '@/lib/connections/next-source';
import { splitDeviceKey } from '@/lib/model/device';
import type { Configuration } from '@/lib/model/configuration';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';
import type { SyncClients } from './clients';

/** Asks one switch or network where MACs are, by one request. `readAt`: ISO 8601. */
export async function readSource(
  datto: SyncClients['datto'],
  source: Source,
  isDocumented: (mac: Mac) => boolean,
  readAt: string,
  signal?: AbortSignal,
): Promise<{ readonly sightings: Sightings; readonly oddFields: readonly OddField[] }> {
  const { networkId } = source;
  if (source.kind === 'clients') {
    const { rows, oddFields } = await datto.listClients(networkId, signal);
    return { sightings: clientSightings(networkId, rows, isDocumented, readAt), oddFields };
  }
  const { ports } = await datto.readSwitch(source.deviceKey, networkId, signal);
  const { id } = splitDeviceKey(source.deviceKey);
  return {
    sightings: portSightings(id, networkId, ports.rows, readAt),
    oddFields: ports.oddFields,
  };
}

/** The configurations of the organization that a network is matched to; none where it is not. */
export async function configurationsOfNetwork(
  from: Reader,
  id: NetworkId,
): Promise<readonly Configuration[]> {
  const match = await stored.networkMatches.get(from, id);
  if (match?.state !== 'matched') return [];
  return stored.configurations.ofOrganization.all(from, match.organizationId);
}
