import type { Configuration } from '@/lib/model/configuration';
import type { Device, DeviceKey } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import type { Ip } from '@/lib/model/ip';
import { maxSuggestions } from './match-devices';

/**
 * The configurations in use that share an address with a device: too little for a match, since an
 * address passes from device to device, but a reason to look before one is documented twice.
 * @param configurations those that no device has
 */
export function sharedAddresses(
  devices: readonly Pick<Device, 'key' | 'ip' | 'ips'>[],
  configurations: readonly Configuration[],
): Map<DeviceKey, ConfigurationId[]> {
  const byIp = new Map<Ip, Set<ConfigurationId>>();
  for (const { id, ips, archived } of configurations)
    if (!archived)
      for (const ip of ips) {
        const owners = byIp.get(ip);
        if (owners) owners.add(id);
        else byIp.set(ip, new Set([id]));
      }
  const shared = new Map<DeviceKey, ConfigurationId[]>();
  for (const { key, ip, ips } of devices) {
    const found = new Set<ConfigurationId>();
    for (const each of ip === null ? ips : [ip, ...ips])
      for (const id of byIp.get(each) ?? []) found.add(id);
    if (found.size > 0) shared.set(key, [...found].sort().slice(0, maxSuggestions));
  }
  return shared;
}
