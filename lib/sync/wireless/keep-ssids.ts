import { isEqual } from '@/lib/model/equal';
import { factsOf } from '@/lib/model/ssid';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { WirelessOrganization } from '@/lib/wireless/input';

/** Keeps what SSIDs the networks that were read have, never a key. One that could not be read stays as it was known. */
export async function keepSsids(
  transaction: WriteTransaction,
  organizations: readonly WirelessOrganization[],
): Promise<void> {
  const read = new Map(
    organizations.flatMap(({ networks }) =>
      networks.flatMap((network) => (network.readable ? [[network.id, network] as const] : [])),
    ),
  );
  await stored.networks.changeMany(transaction, [...read.keys()], (row) => {
    const network = read.get(row.id);
    if (!network) return row;
    const unread = new Set(network.unreadableSsids);
    const kept = (row.ssids ?? []).filter(({ number }) => unread.has(number));
    const ssids = [...network.ssids.map(factsOf), ...kept].sort((a, b) => a.number - b.number);
    return isEqual(ssids, row.ssids) ? row : { ...row, ssids };
  });
}
