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
  await putRejectedOrganizations(transaction, networkId, changed(before, organizationId, rejected));
}

export async function putRejectedOrganizations(
  transaction: WriteTransaction,
  networkId: NetworkId,
  organizationIds: readonly OrganizationId[],
): Promise<void> {
  const store = transaction.objectStore('rejectedOrganizations');
  await (organizationIds.length > 0
    ? store.put({ networkId, organizationIds })
    : store.delete(networkId));
}

/** The organizations that a person took the network from. */
export const rejectedOrganizations = async (transaction: WriteTransaction, id: NetworkId) =>
  (await transaction.objectStore('rejectedOrganizations').get(id))?.organizationIds ?? [];

/** Remembers that a person said the configuration is not the device's, or with `false` forgets it. */
export async function rejectConfiguration(
  transaction: WriteTransaction,
  deviceKey: DeviceKey,
  configurationId: ConfigurationId,
  rejected = true,
): Promise<void> {
  const store = transaction.objectStore('rejectedConfigurations');
  const before = (await store.get(deviceKey))?.configurationIds ?? [];
  await putRejectedConfigurations(
    transaction,
    deviceKey,
    changed(before, configurationId, rejected),
  );
}

export async function putRejectedConfigurations(
  transaction: WriteTransaction,
  deviceKey: DeviceKey,
  configurationIds: readonly ConfigurationId[],
): Promise<void> {
  const store = transaction.objectStore('rejectedConfigurations');
  await (configurationIds.length > 0
    ? store.put({ deviceKey, configurationIds })
    : store.delete(deviceKey));
}

/** The configurations that a person turned down for the device. */
export const rejectedConfigurations = async (transaction: WriteTransaction, key: DeviceKey) =>
  (await transaction.objectStore('rejectedConfigurations').get(key))?.configurationIds ?? [];

function changed<Id>(before: readonly Id[], id: Id, rejected: boolean): Id[] {
  const others = before.filter((each) => each !== id);
  return rejected ? [...others, id] : others;
}
