import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { WriteTransaction } from '@/lib/store/schema';

/** Remembers that a person took the network from the organization, or with `false` forgets it. */
export async function rejectOrganization(
  transaction: WriteTransaction,
  networkId: NetworkId,
  organizationId: OrganizationId,
  rejected = true,
): Promise<void> {
  const store = transaction.objectStore('rejectedOrganizations');
  const before = (await store.get(networkId))?.organizationIds ?? [];
  const organizationIds = changed(before, organizationId, rejected);
  await (organizationIds.length > 0
    ? store.put({ networkId, organizationIds })
    : store.delete(networkId));
}

/** Remembers that a person said the configuration is not the device's, or with `false` forgets it. */
export async function rejectConfiguration(
  transaction: WriteTransaction,
  deviceKey: DeviceKey,
  configurationId: ConfigurationId,
  rejected = true,
): Promise<void> {
  const store = transaction.objectStore('rejectedConfigurations');
  const before = (await store.get(deviceKey))?.configurationIds ?? [];
  const configurationIds = changed(before, configurationId, rejected);
  await (configurationIds.length > 0
    ? store.put({ deviceKey, configurationIds })
    : store.delete(deviceKey));
}

function changed<Id>(before: readonly Id[], id: Id, rejected: boolean): Id[] {
  const others = before.filter((each) => each !== id);
  return rejected ? [...others, id] : others;
}
