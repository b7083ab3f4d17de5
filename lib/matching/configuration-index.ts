import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { Ip } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import { lettersAndDigits } from './allowed-characters';
import { isNamed } from './device-fits';
import { groupBy } from './group-by';

/** Configurations that have a MAC or a name in common, in the order in which they are shown. */
export type Sharers = readonly Configuration[];

const none: Sharers = [];
/** From so many configurations of one MAC on they are found by their addresses. */
const manySharers = 8;

/**
 * One organization's configurations by what the rules ask for. Devices that ask for the same are
 * given the same list, so that a thousand of one MAC or one name cost no more than others.
 */
export class ConfigurationIndex {
  readonly #configurations: readonly Configuration[];
  readonly #byMac: ReadonlyMap<Mac, Sharers>;
  readonly #byMacAndIp = new Map<Mac, ReadonlyMap<Ip, Sharers>>();
  readonly #byName = new Map<string, Sharers>();
  #byLetters: ReadonlyMap<string, Sharers> | undefined;

  /** @param wanted the MACs that will be asked for; an organization documents many more */
  constructor(configurations: readonly Configuration[], wanted: ReadonlySet<Mac>) {
    this.#configurations = configurations;
    const byMac = new Map<Mac, Configuration[]>();
    for (const configuration of configurations)
      for (const mac of configuration.macs) {
        if (!wanted.has(mac)) continue;
        const sharers = byMac.get(mac);
        if (!sharers) byMac.set(mac, [configuration]);
        else if (sharers.at(-1) !== configuration) sharers.push(configuration);
      }
    for (const sharers of byMac.values()) if (sharers.length > 1) sharers.sort(asShown);
    this.#byMac = byMac;
  }

  /** Those that have the device's MAC. */
  ofMac({ mac }: Pick<Device, 'mac'>): Sharers {
    return mac === null ? none : (this.#byMac.get(mac) ?? none);
  }

  /** Those that have the device's MAC and one of its addresses. */
  ofMacAndIp({ mac, ip, ips }: Pick<Device, 'mac' | 'ip' | 'ips'>): Configuration[] {
    const sharers = this.ofMac({ mac });
    const addresses = ip === null ? ips : [ip, ...ips];
    if (mac === null || sharers.length < manySharers)
      return sharers.filter((each) => each.ips.some((one) => addresses.includes(one)));
    const byIp = this.#addressesOf(mac, sharers);
    return [...new Set(addresses.flatMap((each) => byIp.get(each) ?? []))].sort(asShown);
  }

  /** Those that the device's name may be of. */
  ofName({ name }: Pick<Device, 'name'>): Sharers {
    if (name === null || name === '') return none;
    const known = this.#byName.get(name);
    if (known) return known;
    this.#byLetters ??= groupBy(this.#configurations, (each) => lettersAndDigits(each.name));
    const named = (this.#byLetters.get(lettersAndDigits(name)) ?? none)
      .filter((each) => isNamed(name, each.name))
      .sort(asShown);
    this.#byName.set(name, named);
    return named;
  }

  #addressesOf(mac: Mac, sharers: Sharers): ReadonlyMap<Ip, Sharers> {
    const known = this.#byMacAndIp.get(mac);
    if (known) return known;
    const owned = sharers.flatMap((each) => each.ips.map((ip) => ({ ip, each })));
    const byIp = new Map(
      [...groupBy(owned, ({ ip }) => ip)].map(([ip, owners]) => [
        ip,
        owners.map(({ each }) => each),
      ]),
    );
    this.#byMacAndIp.set(mac, byIp);
    return byIp;
  }
}

const asShown = (a: Configuration, b: Configuration): number =>
  compare(a.name, b.name) || compare(a.id, b.id);

/** By code units: the same order on every machine, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
