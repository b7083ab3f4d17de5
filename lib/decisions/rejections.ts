import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** Remembers that a person took the network from the organization, or with `false` forgets it. */
export async function rejectOrganization(
  transaction: WriteTransaction,
  networkId: NetworkId,
  organizationId: OrganizationId,
  rejected = true,
): Promise<void> {
  const before = await stored.rejectedOrganizations.of(transaction, networkId);
  const after = changed(before, organizationId, rejected);
  await stored.rejectedOrganizations.set(transaction, networkId, after);
}

/** Remembers that a person said the configuration is not the device's, or with `false` forgets it. */
export async function rejectConfiguration(
  transaction: WriteTransaction,
  deviceKey: DeviceKey,
  configurationId: ConfigurationId,
  rejected = true,
): Promise<void> {
  const before = await stored.rejectedConfigurations.of(transaction, deviceKey);
  const after = changed(before, configurationId, rejected);
  await stored.rejectedConfigurations.set(transaction, deviceKey, after);
}

function changed<Id>(before: readonly Id[], id: Id, rejected: boolean): Id[] {
  const others = before.filter((each) => each !== id);
  return rejected ? [...others, id] : others;
}
