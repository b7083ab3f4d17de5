import type { DeviceList, StoredDevice } from './schema';
import { by, table, type Reader } from './table';

/** What was read of Datto and IT Glue. */
export const networks = table('networks');
export const devices = { ...table('devices'), ofNetwork: by('devices', 'network') };
/** When each network's devices were last listed, and what was listed. */
export const deviceLists = table('deviceLists');
export const organizations = table('organizations');
export const configurations = {
  ...table('configurations'),
  ofOrganization: by('configurations', 'organization'),
};
export const users = table('users');

/** When a device was last read: by itself, or in its network's list. ISO 8601 */
export async function deviceReadAt(from: Reader, device: StoredDevice): Promise<string> {
  return readTimes(await deviceLists.getMany(from, [device.networkId]))(device);
}

/** The same for many devices, by the lists of their networks. */
export function readTimes(lists: readonly DeviceList[]): (device: StoredDevice) => string {
  const listedAt = new Map(
    lists.flatMap(({ devices, readAt }) => devices.map((key) => [key, readAt] as const)),
  );
  return ({ key, readAt }) => {
    const listed = listedAt.get(key) ?? '';
    return listed > readAt ? listed : readAt;
  };
}
