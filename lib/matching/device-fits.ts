import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { Ip } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import { normalizeName } from '@/lib/model/name';
import { isLeftOf, lettersAndDigits } from './allowed-characters';
import { groupBy } from './group-by';

/** The rules by which a configuration fits a device, strongest first. */
export const fitRules = ['mac-and-ip', 'mac', 'name'] as const;
export type FitRule = (typeof fitRules)[number];

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
function isNamed(device: string, configuration: string): boolean {
  const name = normalizeName(device);
  if (name === '') return false;
  return name === normalizeName(configuration) || isLeftOf(configuration, device);
}

/** One organization's configurations by what the rules ask for. */
export class ConfigurationIndex {
  readonly #byMac: ReadonlyMap<Mac, Configuration[]>;
  readonly #byLetters: ReadonlyMap<string, Configuration[]>;

  constructor(configurations: readonly Configuration[]) {
    const owned = configurations.flatMap((configuration) =>
      configuration.macs.map((mac) => ({ mac, configuration })),
    );
    const byMac = groupBy(owned, ({ mac }) => mac);
    this.#byMac = new Map(
      [...byMac].map(([mac, owners]) => [
        mac,
        [...new Set(owners.map(({ configuration }) => configuration))],
      ]),
    );
    this.#byLetters = groupBy(configurations, ({ name }) => lettersAndDigits(name));
  }

  /** Every configuration that fits, by its strongest rule. */
  fits(device: Device): Record<FitRule, Configuration[]> {
    const fits: Record<FitRule, Configuration[]> = { 'mac-and-ip': [], mac: [], name: [] };
    const byMac = device.mac === null ? [] : (this.#byMac.get(device.mac) ?? []);
    for (const configuration of byMac)
      fits[sharesIp(device, configuration.ips) ? 'mac-and-ip' : 'mac'].push(configuration);
    const name = device.name ?? '';
    for (const configuration of this.#byLetters.get(lettersAndDigits(name)) ?? [])
      if (!byMac.includes(configuration) && isNamed(name, configuration.name))
        fits.name.push(configuration);
    return fits;
  }
}
