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
  const [configurations, ownMatches, suggested, rejected, ignored, ...byNetwork] =
    await Promise.all([
      stored.configurations.ofOrganization.all(store, id),
      stored.deviceMatches.ofOrganization.all(store, id),
      stored.deviceSuggestions.ofOrganization.all(store, id),
      stored.rejectedConfigurations.byDevice(store),
      stored.ignoredConfigurations.keys(store),
      ...networks.map(async ({ networkId }) => ({
        devices: await stored.devices.ofNetwork.all(store, networkId),
        matches: await stored.deviceMatches.ofNetwork.all(store, networkId),
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
    rejected,
    ignored: new Set(ignored),
  };
}
