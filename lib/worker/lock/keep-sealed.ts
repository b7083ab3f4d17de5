import type { DocumentedSsid } from '@/lib/model/documented-ssid';
import { isUnguarded, type Sealed } from '@/lib/model/sealed';
import { writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { isFormer } from '@/lib/wireless/digest';

/**
 * Keeps the vault in place of what it was. Where it does not hold its own key, nothing that the profile holds may
 * tell a Wi-Fi key: digests of an earlier version go with the key that stood beside them.
 */
export const keepSealed = (store: Database, sealed: Sealed | undefined): Promise<void> =>
  write(store, async (transaction) => {
    await writeMeta(transaction, 'sealed', sealed);
    if (sealed && !isUnguarded(sealed)) await forgetFormerDigests(transaction);
  });

async function forgetFormerDigests(transaction: WriteTransaction): Promise<void> {
  await writeMeta(transaction, 'wirelessDigestKey', undefined);
  const without = <Kept extends { readonly keyDigest: string | null }>(kept: Kept | null) =>
    kept && isFormer(kept.keyDigest) ? { ...kept, keyDigest: null } : kept;
  const rows = await stored.documentedSsids.all(transaction);
  await stored.documentedSsids.putAll(
    transaction,
    rows.map((row): DocumentedSsid => ({
      ...row,
      record: without(row.record),
      password: without(row.password),
    })),
  );
}
