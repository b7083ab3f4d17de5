import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { WriteTransaction } from './schema';
import { table, type Reader } from './table';

const organizationRows = table('rejectedOrganizations');
const configurationRows = table('rejectedConfigurations');

/** Organizations that a person took from a network: never matched to it again by a rule. */
export const rejectedOrganizations = rejections({
  of: async (from, network: NetworkId): Promise<readonly OrganizationId[]> =>
    (await organizationRows.get(from, network))?.organizationIds ?? [],
  all: async (from) =>
    (await organizationRows.all(from)).map((row) => [row.networkId, row.organizationIds]),
  put: (transaction, networkId, organizationIds) =>
    organizationRows.put(transaction, { networkId, organizationIds }),
  remove: organizationRows.remove,
});

/** Configurations that a person took from a device: never matched to it again by a rule. */
export const rejectedConfigurations = rejections({
  of: async (from, device: DeviceKey): Promise<readonly ConfigurationId[]> =>
    (await configurationRows.get(from, device))?.configurationIds ?? [],
  all: async (from) =>
    (await configurationRows.all(from)).map((row) => [row.deviceKey, row.configurationIds]),
  put: (transaction, deviceKey, configurationIds) =>
    configurationRows.put(transaction, { deviceKey, configurationIds }),
  remove: configurationRows.remove,
});

interface RejectionRows<Key, Id> {
  of(from: Reader, key: Key): Promise<readonly Id[]>;
  all(from: Reader): Promise<(readonly [Key, readonly Id[]])[]>;
  put(transaction: WriteTransaction, key: Key, ids: readonly Id[]): Promise<void>;
  remove(transaction: WriteTransaction, key: Key): Promise<void>;
}

/** A list of rejected ids for each key; where nothing is rejected, there is no row. */
function rejections<Key, Id>(rows: RejectionRows<Key, Id>) {
  const set = (transaction: WriteTransaction, key: Key, ids: readonly Id[]): Promise<void> =>
    ids.length === 0 ? rows.remove(transaction, key) : rows.put(transaction, key, ids);
  const others = async (transaction: WriteTransaction, key: Key, id: Id) =>
    (await rows.of(transaction, key)).filter((each) => each !== id);
  return {
    of: (from: Reader, key: Key) => rows.of(from, key),
    async byKey(from: Reader): Promise<Map<Key, readonly Id[]>> {
      return new Map(await rows.all(from));
    },
    set,
    async add(transaction: WriteTransaction, key: Key, id: Id): Promise<void> {
      await set(transaction, key, [...(await others(transaction, key, id)), id]);
    },
    async takeBack(transaction: WriteTransaction, key: Key, id: Id): Promise<void> {
      await set(transaction, key, await others(transaction, key, id));
    },
    forget: (transaction: WriteTransaction, key: Key) => rows.remove(transaction, key),
  };
}

/** Configurations that the panel asks no more about. */
export const ignoredConfigurations = table('ignoredConfigurations');
