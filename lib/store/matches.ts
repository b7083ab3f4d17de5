import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { DeviceKey } from '@/lib/model/device';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { by, rowsAtOnce, table, type Reader } from './table';

/** Which organization each network belongs to, or that it is ignored; undecided ones have no row. */
export const networkMatches = {
  ...table('networkMatches'),
  ofOrganization: by('networkMatches', 'organization'),
};

const deviceMatchRows = table('deviceMatches');
const ofConfiguration = by('deviceMatches', 'configuration');

/** Which configuration each device is, or that it is ignored; undecided ones have no row. */
export const deviceMatches = {
  ...deviceMatchRows,
  /** At most one: one device, one configuration. */
  ofConfiguration,
  ofOrganization: by('deviceMatches', 'organization'),
  ofNetwork: by('deviceMatches', 'network'),
  /** What is decided about any of these devices, or holds any of these configurations. */
  async about(
    from: Reader,
    keys: readonly DeviceKey[],
    configurationIds: readonly ConfigurationId[],
  ): Promise<DeviceMatch[]> {
    const count = await deviceMatchRows.count(from);
    if (count <= rowsAtOnce * (keys.length + configurationIds.length)) {
      const wanted = { keys: new Set(keys), ids: new Set(configurationIds) };
      return (await deviceMatchRows.all(from)).filter(
        (match) =>
          wanted.keys.has(match.deviceKey) ||
          (match.state === 'matched' && wanted.ids.has(match.configurationId)),
      );
    }
    const [decided, holders] = await Promise.all([
      deviceMatchRows.getMany(from, keys),
      ofConfiguration.allOf(from, configurationIds),
    ]);
    const byDevice = [...decided, ...holders].map((match) => [match.deviceKey, match] as const);
    return [...new Map(byDevice).values()];
  },
};

/** What is suggested for undecided networks and devices. */
export const networkSuggestions = table('networkSuggestions');
export const deviceSuggestions = {
  ...table('deviceSuggestions'),
  ofOrganization: by('deviceSuggestions', 'organization'),
};

/** The organization that a match names; `null` for an ignored or undecided network. */
export const matchedOrganization = (
  match: NetworkMatch | null | undefined,
): OrganizationId | null => (match?.state === 'matched' ? match.organizationId : null);

/** The organization that the network is matched to. */
export async function organizationOf(
  from: Reader,
  network: NetworkId,
): Promise<OrganizationId | null> {
  return matchedOrganization(await networkMatches.get(from, network));
}
