import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { Ip } from '@/lib/model/ip';
import { normalizeName } from '@/lib/model/name';
import { isLeftOf } from './allowed-characters';

/** The rules by which a configuration fits a device, strongest first. */

export type FitRule = 'mac-and-ip' | 'mac' | 'name';

/** The rule as people are told it: a MAC that only an RMM knows is said to be so. */
export const namedRule = <Rule extends FitRule>(
  rule: Rule,
  { mac }: Pick<Device, 'mac'>,
  { rmmMacs }: Pick<Configuration, 'rmmMacs'>,
): Rule | 'rmm-mac' =>
  rule !== 'name' && mac !== null && rmmMacs.includes(mac) ? 'rmm-mac' : rule;

type Addresses = Pick<Device, 'ip' | 'ips'>;

/** Whether the device reports one of the configuration's addresses. */
export const sharesIp = (device: Addresses, ips: readonly Ip[]): boolean =>
  ips.some((ip) => ip === device.ip || device.ips.includes(ip));

/** The strongest rule by which the two fit, or `null`. */
export function fitRule(device: Device, configuration: Configuration): FitRule | null {
  if (device.mac !== null && configuration.macs.includes(device.mac))
    return sharesIp(device, configuration.ips) ? 'mac-and-ip' : 'mac';
  return isNamed(device.name ?? '', configuration.name) ? 'name' : null;
}

/** Whether the names are equal, or the device's is what Network Manager leaves of the other. */
export function isNamed(device: string, configuration: string): boolean {
  const name = normalizeName(device);
  if (name === '') return false;
  return name === normalizeName(configuration) || isLeftOf(configuration, device);
}
