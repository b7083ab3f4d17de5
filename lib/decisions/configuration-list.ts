import type { Viewer } from '@/lib/access/access';
import type { OrganizationId } from '@/lib/model/ids';
import { read } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type { ConfigurationListView, ListedDevice } from '@/lib/views/configuration-list';

/** What an organization's list of configurations shows to the person: how many devices are undecided, and how the matched are. */
export function configurationList(
  store: Database,
  viewer: Viewer,
  organizationId: OrganizationId,
): Promise<ConfigurationListView> {
  return read(store, async (from) => ({
    unmatched: viewer.mayOrganization(organizationId)
      ? await countUnmatched(from, organizationId)
      : null,
    devices: viewer.mayDevices(organizationId) ? await listDevices(from, organizationId) : [],
  }));
}

async function countUnmatched(from: Reader, organizationId: OrganizationId): Promise<number> {
  const networks = await stored.networkMatches.ofOrganization.keys(from, organizationId);
  const [devices, decided] = await Promise.all([
    stored.devices.ofNetwork.countOf(from, networks),
    stored.deviceMatches.ofNetwork.countOf(from, networks),
  ]);
  return devices - decided;
}

async function listDevices(from: Reader, organizationId: OrganizationId): Promise<ListedDevice[]> {
  const matches = await stored.deviceMatches.ofOrganization.all(from, organizationId);
  const [devices, lists] = await Promise.all([
    stored.devices.getMany(
      from,
      matches.map(({ deviceKey }) => deviceKey),
    ),
    stored.deviceLists.getMany(from, [...new Set(matches.map(({ networkId }) => networkId))]),
  ]);
  const deviceOf = new Map(devices.map((device) => [device.key, device]));
  const readAt = stored.readTimes(lists);
  return matches.flatMap((match): ListedDevice[] => {
    const device = deviceOf.get(match.deviceKey);
    if (match.state !== 'matched' || !device) return [];
    const { configurationId } = match;
    return [{ configurationId, status: device.status, readAt: readAt(device) }];
  });
}
