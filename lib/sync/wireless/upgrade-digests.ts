import type { DocumentedSsid } from '@/lib/model/documented-ssid';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { formerDigest, isFormer } from '@/lib/wireless/digest';
import type { WirelessOrganization } from '@/lib/wireless/input';
import { identityKey } from '@/lib/wireless/slot';

/**
 * Turns stored digests that were made with an HMAC key of this browser alone into those that all
 * browsers agree on, as far as their Wi-Fi keys are known by now: no key has to be written again for
 * it. The old HMAC key goes with the last of them.
 */
export async function upgradeDigests(
  store: Database,
  organizations: readonly WirelessOrganization[],
  digests: ReadonlyMap<string, string>,
): Promise<void> {
  const hmacKey = await readMeta(store, 'wirelessDigestKey');
  if (!hmacKey) return;
  const former = new Map<string, string>();
  const unread = new Set<string>();
  for (const network of organizations.flatMap(({ networks }) => networks)) {
    if (!network.readable) unread.add(network.id);
    else
      for (const ssid of network.ssids)
        if (ssid.preSharedKey !== null)
          former.set(
            identityKey(ssid),
            await formerDigest(crypto.subtle, hmacKey, ssid.preSharedKey),
          );
  }

  /** Of a key that is another by now, or gone, nothing needs to be known. */
  function upgraded({ slot }: DocumentedSsid, digest: string | null): string | null {
    if (!isFormer(digest) || unread.has(slot.networkId)) return digest;
    const identity = identityKey(slot);
    return former.get(identity) === digest ? (digests.get(identity) ?? null) : null;
  }
  const isOld = ({ record, password }: DocumentedSsid) =>
    isFormer(record?.keyDigest ?? null) || isFormer(password?.keyDigest ?? null);

  await write(store, async (transaction) => {
    const rows = (await stored.documentedSsids.all(transaction)).filter(isOld);
    const after = rows.map((row): DocumentedSsid => {
      const { record, password } = row;
      return {
        ...row,
        record: record && { ...record, keyDigest: upgraded(row, record.keyDigest) },
        password: password && { ...password, keyDigest: upgraded(row, password.keyDigest) },
      };
    });
    await stored.documentedSsids.putAll(transaction, after);
    if (!after.some(isOld)) await writeMeta(transaction, 'wirelessDigestKey', undefined);
  });
}
