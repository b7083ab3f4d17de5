import type { Viewer } from '@/lib/access/access';
import type { OrganizationId } from '@/lib/model/ids';
import { read } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { NetworkCardView } from '@/lib/views/network-sheet';

/** An organization's networks in a line; `null` where it has none, or the person may not see them. */
export async function networkCard(
  store: Database,
  viewer: Viewer,
  organizationId: OrganizationId,
): Promise<NetworkCardView | null> {
  if (!viewer.mayOrganization(organizationId)) return null;
  return read(store, async (from) => {
    const ids = await stored.networkMatches.ofOrganization.keys(from, organizationId);
    if (ids.length === 0) return null;
    const [devices, decided, lists, run] = await Promise.all([
      stored.devices.ofNetwork.allOf(from, ids),
      stored.deviceMatches.ofNetwork.countOf(from, ids),
      stored.deviceLists.getMany(from, ids),
      stored.runs.lastSync(from),
    ]);
    const count = (status: string) => devices.filter((each) => each.status === status).length;
    const [up, down] = [count('up'), count('down')];
    const unread = (run?.problems ?? []).filter(
      ({ networkId, stage }) => stage === 'devices' && networkId && ids.includes(networkId),
    );
    return {
      networks: ids.length,
      devices: devices.length,
      down,
      others: devices.length - up - down,
      unmatched: devices.length - decided,
      unread: new Set(unread.map(({ networkId }) => networkId)).size,
      readAt: lists.map(({ readAt }) => readAt).sort()[0] ?? null,
    };
  });
}
