import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import { sharingKey, type LegitimateSharing, type SharedMac } from '@/lib/model/shared-mac';

type Documented = Pick<Configuration, 'id' | 'macs' | 'archived'>;

/**
 * The configurations in use that have a MAC in common, each set of them once with all its MACs. An
 * archived one is a copy that was dealt with.
 */
export function sharedMacs(configurations: Iterable<Documented>): SharedMac[] {
  const owners = new Map<Mac, Set<ConfigurationId>>();
  for (const { id, macs, archived } of configurations)
    if (!archived)
      for (const mac of macs) {
        const known = owners.get(mac);
        if (known) known.add(id);
        else owners.set(mac, new Set([id]));
      }
  const shared = new Map<string, { configurationIds: ConfigurationId[]; macs: Mac[] }>();
  for (const [mac, ids] of owners) {
    if (ids.size < 2) continue;
    const configurationIds = [...ids].sort();
    const key = sharingKey(configurationIds);
    const known = shared.get(key);
    if (known) known.macs.push(mac);
    else shared.set(key, { configurationIds, macs: [mac] });
  }
  return [...shared]
    .map(([key, { configurationIds, macs }]) => ({ key, configurationIds, macs: macs.sort() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The decisions that make it legitimate that these configurations have a MAC in common: those about
 * all of them. One that came since is in none, and asks again.
 */
export function legitimizing(
  ids: readonly ConfigurationId[],
  decisions: readonly LegitimateSharing[],
): LegitimateSharing[] {
  return decisions.filter(({ configurationIds }) =>
    ids.every((id) => configurationIds.includes(id)),
  );
}
