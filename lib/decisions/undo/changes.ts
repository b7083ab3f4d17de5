import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, NetworkId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import type { LegitimateSharing } from '@/lib/model/shared-mac';
import type {
  DeviceChange,
  NetworkChange,
  RejectionChanges,
  SharingChange,
} from '@/lib/model/undo';
import * as stored from '@/lib/store/stored';
import type { WriteTransaction } from '@/lib/store/schema';
import type { By } from '../context';
import { setDevice, setNetwork, setSharing } from '../set-decision';

/*
 * What people decide, with what stood before: each takes the place of what stands and tells what it changed, for
 * `remember`.
 */

/** @param after `null`: undecided */
export async function changeDevice(
  transaction: WriteTransaction,
  device: { readonly key: DeviceKey; readonly name: string },
  after: DeviceMatch | null,
  by: By,
): Promise<DeviceChange> {
  const { key: deviceKey, name } = device;
  const before = (await stored.deviceMatches.get(transaction, deviceKey)) ?? null;
  const rejected = await stored.rejectedConfigurations.of(transaction, deviceKey);
  const ignored =
    after?.state === 'matched'
      ? await stored.ignoredConfigurations.get(transaction, after.configurationId)
      : undefined;
  await setDevice(transaction, deviceKey, after, by);
  const now = await stored.rejectedConfigurations.of(transaction, deviceKey);
  const rejections = difference(rejected, now);
  return { deviceKey, name, before, after, rejections, ended: ignored ?? null };
}

/** @param after `null`: undecided */
export async function changeNetwork(
  transaction: WriteTransaction,
  network: { readonly id: NetworkId; readonly name: string },
  after: NetworkMatch | null,
  by: By,
): Promise<NetworkChange> {
  const { id: networkId, name } = network;
  const before = (await stored.networkMatches.get(transaction, networkId)) ?? null;
  const rejected = await stored.rejectedOrganizations.of(transaction, networkId);
  const ended = await setNetwork(transaction, networkId, after, by);
  const now = await stored.rejectedOrganizations.of(transaction, networkId);
  return { networkId, name, before, after, rejections: difference(rejected, now), ended };
}

/** @param sharing with the decisions that stand */
export async function changeSharing(
  transaction: WriteTransaction,
  sharing: Omit<SharingChange, 'after'>,
  after: readonly LegitimateSharing[],
  by: By,
): Promise<SharingChange> {
  await setSharing(transaction, sharing.configurationIds, after, by);
  return { ...sharing, after };
}

/** Turns down a configuration that is suggested for a device. @returns `null` where it is already */
export async function rejectConfiguration(
  transaction: WriteTransaction,
  device: { readonly key: DeviceKey; readonly name: string },
  configurationId: ConfigurationId,
): Promise<DeviceChange | null> {
  const { key, name } = device;
  const rejected = await stored.rejectedConfigurations.of(transaction, key);
  if (rejected.includes(configurationId)) return null;
  await stored.rejectedConfigurations.add(transaction, key, configurationId);
  const rejections = { made: [configurationId], takenBack: [] };
  return { deviceKey: key, name, before: null, after: null, rejections, ended: null };
}

function difference<Id>(before: readonly Id[], after: readonly Id[]): RejectionChanges<Id> {
  return {
    made: after.filter((id) => !before.includes(id)),
    takenBack: before.filter((id) => !after.includes(id)),
  };
}

/** The rejections that stand, without what a change did to them; what others rejected since stays. */
export const withoutChanges = <Id>(
  standing: readonly Id[],
  { made, takenBack }: RejectionChanges<Id>,
): Id[] => [
  ...standing.filter((id) => !made.includes(id) && !takenBack.includes(id)),
  ...takenBack,
];
