import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { WriteTransaction } from './schema';
import { table, type Reader } from './table';

const organizationsOf = table('rejectedOrganizations');
const configurationsOf = table('rejectedConfigurations');

/** Organizations that a person took from a network: never matched to it again by a rule. */
export const rejectedOrganizations = {
  async of(from: Reader, network: NetworkId): Promise<readonly OrganizationId[]> {
    return (await organizationsOf.get(from, network))?.organizationIds ?? [];
  },
  async byNetwork(from: Reader): Promise<Map<NetworkId, readonly OrganizationId[]>> {
    const rows = await organizationsOf.all(from);
    return new Map(rows.map(({ networkId, organizationIds }) => [networkId, organizationIds]));
  },
  async set(
    transaction: WriteTransaction,
    networkId: NetworkId,
    organizationIds: readonly OrganizationId[],
  ): Promise<void> {
    if (organizationIds.length === 0) await organizationsOf.remove(transaction, networkId);
    else await organizationsOf.put(transaction, { networkId, organizationIds });
  },
};

/** Configurations that a person took from a device: never matched to it again by a rule. */
export const rejectedConfigurations = {
  async of(from: Reader, device: DeviceKey): Promise<readonly ConfigurationId[]> {
    return (await configurationsOf.get(from, device))?.configurationIds ?? [];
  },
  async byDevice(from: Reader): Promise<Map<DeviceKey, readonly ConfigurationId[]>> {
    const rows = await configurationsOf.all(from);
    return new Map(rows.map(({ deviceKey, configurationIds }) => [deviceKey, configurationIds]));
  },
  async set(
    transaction: WriteTransaction,
    deviceKey: DeviceKey,
    configurationIds: readonly ConfigurationId[],
  ): Promise<void> {
    if (configurationIds.length === 0) await configurationsOf.remove(transaction, deviceKey);
    else await configurationsOf.put(transaction, { deviceKey, configurationIds });
  },
};

/** Configurations that the panel asks no more about. */
export const ignoredConfigurations = table('ignoredConfigurations');
