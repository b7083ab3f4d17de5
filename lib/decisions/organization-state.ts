import type { OrganizationId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import type { Database, StoredDevice } from '@/lib/store/schema';
import type { OrganizationState } from '@/lib/matching/open-suggestions';
import * as stored from '@/lib/store/stored';

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
  const networks = await stored.networkMatches.ofOrganization.all(store, id);
  const networkIds = networks.map(({ networkId }) => networkId);
  const [configurations, devices, ownMatches, matchesOfNetworks, suggested, rejected, ignored] =
    await Promise.all([
      stored.configurations.ofOrganization.all(store, id),
      stored.devices.ofNetwork.allOf(store, networkIds),
      stored.deviceMatches.ofOrganization.all(store, id),
      stored.deviceMatches.ofNetwork.allOf(store, networkIds),
      stored.deviceSuggestions.ofOrganization.all(store, id),
      stored.rejectedConfigurations.byKey(store),
      stored.ignoredConfigurations.keys(store),
    ]);
  const matches = new Map(
    [...ownMatches, ...matchesOfNetworks].map((match) => [match.deviceKey, match]),
  );
  return {
    networks,
    devices,
    configurations,
    deviceMatches: [...matches.values()],
    suggestions: new Map(suggested.map((each) => [each.deviceKey, each.suggestions])),
    rejected,
    ignored: new Set(ignored),
  };
}
