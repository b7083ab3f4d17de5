import type { StoredDevice } from './schema';
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
  const list = await deviceLists.get(from, device.networkId);
  const listed = list?.devices.includes(device.key) ? list.readAt : '';
  return listed > device.readAt ? listed : device.readAt;
}
