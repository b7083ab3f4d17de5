import type { Viewer } from '@/lib/access/access';
import { groupBy } from '@/lib/matching/group-by';
import type { OrganizationState } from '@/lib/matching/open-suggestions';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { kept } from '@/lib/store/kept';
import type { Database, StoredDevice } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** What the store holds of an organization. */
export interface StoredOrganization extends OrganizationState {
  readonly networks: readonly NetworkMatch[];
  readonly devices: readonly StoredDevice[];
}

/** The organizations that have networks, of those that the person may see. */
export async function matchedOrganizations(
  store: Database,
  viewer: Viewer,
): Promise<OrganizationId[]> {
  const matches = await stored.networkMatches.all(store);
  return [...new Set(matches.flatMap((match) => stored.matchedOrganization(match) ?? []))].filter(
    (id) => viewer.mayOrganization(id),
  );
}

/**
 * Everything that is known of an organization's devices and configurations, in a number of reads
 * that grows with its networks, not with its devices.
 */
export async function readOrganization(
  store: Database,
  id: OrganizationId,
): Promise<StoredOrganization> {
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
  return {
    networks,
    devices,
    configurations,
    deviceMatches: eachOnce(ownMatches, matchesOfNetworks),
    suggestions: new Map(suggested.map((each) => [each.deviceKey, each.suggestions])),
    rejected,
    ignored: new Set(ignored),
  };
}

/** A match that is found by its organization and by its network is one. */
const eachOnce = (...found: readonly (readonly DeviceMatch[])[]): DeviceMatch[] => [
  ...new Map(found.flat().map((match) => [match.deviceKey, match])).values(),
];

/** Of so many organizations each is read by itself; of more, the tables are read whole. */
const few = 4;

/** The same of many organizations, in a number of reads that does not grow with them. */
export async function readOrganizations(
  store: Database,
  ids: readonly OrganizationId[],
): Promise<ReadonlyMap<OrganizationId, StoredOrganization>> {
  if (ids.length <= few)
    return new Map(
      await Promise.all(ids.map(async (id) => [id, await readOrganization(store, id)] as const)),
    );
  const [networks, devices, configurations, matches, suggested, rejected, ignored] =
    await Promise.all([
      stored.networkMatches.all(store),
      keptDevices(store),
      keptConfigurations(store),
      stored.deviceMatches.all(store),
      stored.deviceSuggestions.all(store),
      stored.rejectedConfigurations.byKey(store),
      stored.ignoredConfigurations.keys(store),
    ]);
  const networksOf = groupBy(networks, stored.matchedOrganization);
  const matchesOf = groupBy(matches, (match) =>
    match.state === 'matched' ? match.organizationId : null,
  );
  const matchesAt = groupBy(matches, ({ networkId }) => networkId);
  const suggestedOf = groupBy(suggested, ({ organizationId }) => organizationId);
  const ignoredIds = new Set(ignored);
  const stateOf = (id: OrganizationId): StoredOrganization => {
    const own = networksOf.get(id) ?? [];
    const ofNetworks = <Row>(rows: ReadonlyMap<NetworkId, readonly Row[]>) =>
      own.flatMap(({ networkId }) => rows.get(networkId) ?? []);
    return {
      networks: own,
      devices: ofNetworks(devices),
      configurations: configurations.get(id) ?? [],
      deviceMatches: eachOnce(matchesOf.get(id) ?? [], ofNetworks(matchesAt)),
      suggestions: new Map(
        suggestedOf.get(id)?.map(({ deviceKey, suggestions }) => [deviceKey, suggestions]),
      ),
      rejected,
      ignored: ignoredIds,
    };
  };
  return new Map(ids.map((id) => [id, stateOf(id)]));
}

// A decision changes neither: they are read again after a sync only.
const keptDevices = kept(['devices'], async (store) =>
  groupBy(await stored.devices.all(store), ({ networkId }) => networkId),
);
const keptConfigurations = kept(['configurations'], async (store) =>
  groupBy(await stored.configurations.all(store), ({ organizationId }) => organizationId),
);
