import type { DocumentedSsid } from '@/lib/model/documented-ssid';
import { flexibleAssetId, networkId, organizationId, passwordId } from '@/lib/model/ids';
import type { SharedValue } from '@/lib/model/shared-entry';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { changeWirelessState, readWirelessState } from '@/lib/sync/wireless/ledger-store';
import type { SharedValueOf } from './shared-values';

/** Of a name, characters. */
const longestName = 100;

/**
 * What documents each SSID, and which of users' records were archived, as it is shared: so that any browser
 * goes on where another stopped, and writes no key a second time. Never a key; digests are those that only
 * who has the Datto secret can work out.
 */
export async function ledgerEntries(
  transaction: WriteTransaction,
): Promise<ReadonlyMap<string, SharedValue>> {
  const [rows, { archivedUserRecords }] = await Promise.all([
    stored.documentedSsids.all(transaction),
    readWirelessState(transaction),
  ]);
  return new Map<string, SharedValue>([
    ...rows.map((row): [string, SharedValue] => [`w:${row.key}`, written(row)]),
    ...archivedUserRecords.records.map((id): [string, SharedValue] => [`pr:${id}`, true]),
    ...archivedUserRecords.passwords.map((id): [string, SharedValue] => [`pp:${id}`, true]),
  ]);
}

const written = ({ record, password, networkName, ssidName, archived }: DocumentedSsid) => ({
  r: record && [record.id, record.keyDigest, record.keyReadBack, record.updatedAt],
  p: password && [password.id, password.keyDigest, password.passwordUpdatedAt],
  n: networkName.slice(0, longestName),
  s: ssidName.slice(0, longestName),
  a: archived,
});

/** Takes over what another browser documented of one SSID. */
export async function takeSsid(
  transaction: WriteTransaction,
  key: string,
  value: SharedValueOf<'w'>,
  at: string,
): Promise<boolean> {
  if (value === 'none') {
    await stored.documentedSsids.remove(transaction, key);
    return true;
  }
  const [organization = '', network = '', number = ''] = key.split('/');
  if (!/^[1-4]$/.test(number)) return false;
  const known = await stored.documentedSsids.get(transaction, key);
  const [record, password] = [value.r, value.p];
  await stored.documentedSsids.put(transaction, {
    key: key,
    slot: {
      organizationId: organizationId(organization),
      networkId: networkId(network),
      number: Number(number),
    },
    record: record && {
      ...(known?.record?.id === record[0] && known.record),
      id: flexibleAssetId(record[0]),
      keyDigest: record[1],
      keyReadBack: record[2],
      updatedAt: record[3],
    },
    password: password && {
      ...(known?.password?.id === password[0] && known.password),
      id: passwordId(password[0]),
      keyDigest: password[1],
      passwordUpdatedAt: password[2],
    },
    networkName: value.n,
    ssidName: value.s,
    archived: value.a,
    syncedAt: known?.syncedAt ?? at,
    ...(known?.heldBy && { heldBy: known.heldBy }),
  });
  return true;
}

/** Takes over that a user's record or password was archived by the extension, or is not any more. */
export async function takeArchived(
  transaction: WriteTransaction,
  of: 'records' | 'passwords',
  id: string,
  isArchived: boolean,
): Promise<boolean> {
  await changeWirelessState(transaction, ({ archivedUserRecords: before }) => {
    const others = { ...before, [of]: before[of].filter((each) => each !== id) };
    return {
      archivedUserRecords: isArchived ? { ...others, [of]: [...others[of], id] } : others,
    };
  });
  return true;
}
