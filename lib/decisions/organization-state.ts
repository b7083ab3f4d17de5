import type { OrganizationId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import type { Database, StoredDevice } from '@/lib/store/schema';
import type { OrganizationState } from '@/lib/matching/open-suggestions';

/**
 * Everything that is known of an organization's devices and configurations, in a number of reads
 * that grows with its networks, not with its devices.
 */
export async function readOrganization(
  store: Database,
  id: OrganizationId,
): Promise<
  OrganizationState & {
    readonly networks: readonly NetworkMatch[];
    readonly devices: readonly StoredDevice[];
  }
> {
  const networks = await store.getAllFromIndex('networkMatches', 'organization', id);
  const [configurations, ownMatches, suggested, rejections, ignored, ...byNetwork] =
    await Promise.all([
      store.getAllFromIndex('configurations', 'organization', id),
      store.getAllFromIndex('deviceMatches', 'organization', id),
      store.getAllFromIndex('deviceSuggestions', 'organization', id),
      store.getAll('rejectedConfigurations'),
      store.getAllKeys('ignoredConfigurations'),
      ...networks.map(async ({ networkId }) => ({
        devices: await store.getAllFromIndex('devices', 'network', networkId),
        matches: await store.getAllFromIndex('deviceMatches', 'network', networkId),
      })),
    ]);
  const matches = new Map(
    [...ownMatches, ...byNetwork.flatMap((each) => each.matches)].map((match) => [
      match.deviceKey,
      match,
    ]),
  );
  return {
    networks,
    devices: byNetwork.flatMap(({ devices }) => devices),
    configurations,
    deviceMatches: [...matches.values()],
    suggestions: new Map(suggested.map((each) => [each.deviceKey, each.suggestions])),
    rejected: new Map(rejections.map((each) => [each.deviceKey, each.configurationIds])),
    ignored: new Set(ignored),
  };
}
