import type { Viewer } from '@/lib/access/access';
import { forEachKind, type DeviceKey, type DeviceKind } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import { kept } from '@/lib/store/kept';
import type { StoreName } from '@/lib/store/schema';
import type { NetworkRow } from '@/lib/views/matching';
import { namesakes } from './namesakes';
import { organizationHit } from './search';
import { versionOf } from './version';
import * as stored from '@/lib/store/stored';

/** Each network's devices by kind and key; most of a device's row is not needed. */
const keptDevices = kept(['devices'], async (store) => {
  const ofNetwork = new Map<NetworkId, { kind: DeviceKind; key: DeviceKey }[]>();
  for (const { key, kind, networkId } of await stored.devices.all(store)) {
    const those = ofNetwork.get(networkId);
    if (those) those.push({ kind, key });
    else ofNetwork.set(networkId, [{ kind, key }]);
  }
  return ofNetwork;
});
const keptNetworks = kept(['networks'], async (store) =>
  (await stored.networks.all(store)).map(({ id, name, withoutDevices }) => ({
    id,
    name,
    withoutDevices,
  })),
);
const keptOrganizations = kept(
  ['organizations'],
  async (store) =>
    new Map(
      (await stored.organizations.all(store)).map((each) => [each.id, organizationHit(each)]),
    ),
);
const keptDecided = kept(
  ['deviceMatches'],
  async (store) => new Set(await stored.deviceMatches.keys(store)),
);

const tables: readonly StoreName[] = [
  'networks',
  'devices',
  'organizations',
  'networkMatches',
  'networkSuggestions',
  'deviceMatches',
  'rejectedOrganizations',
  // By them is told what the person may see.
  'users',
];

/** The networks that the person may see, but for who of the company decided them; in no order. */
export const networkRows = kept(
  tables,
  async (store, viewer: Viewer): Promise<readonly NetworkRow[]> => {
    const [networks, devices, known, matches, suggested, decidedDevices, rejected, named] =
      await Promise.all([
        keptNetworks(store),
        keptDevices(store),
        keptOrganizations(store),
        stored.networkMatches.all(store),
        stored.networkSuggestions.all(store),
        keptDecided(store),
        stored.rejectedOrganizations.byKey(store),
        namesakes(store),
      ]);
    const decisions = new Map(matches.map((match) => [match.networkId, match]));
    const suggestions = new Map(suggested.map((each) => [each.networkId, each.suggestions]));
    return networks
      .filter(({ id }) => viewer.mayNetwork(decisions.get(id)))
      .map(({ id, name, withoutDevices }): NetworkRow => {
        const match = decisions.get(id);
        const own = devices.get(id) ?? [];
        const counts = forEachKind(0);
        for (const { kind } of own) counts[kind] += 1;
        const organization = stored.matchedOrganization(match);
        return {
          id,
          name,
          state: match?.state ?? 'unmatched',
          devices: counts,
          // The devices of an ignored network are not to be decided.
          unmatchedDevices:
            match?.state === 'ignored'
              ? 0
              : own.filter(({ key }) => !decidedDevices.has(key)).length,
          withoutDevices,
          isNew: false,
          organization: organization && {
            id: organization,
            name: known.get(organization)?.name ?? organization,
          },
          rule: match?.state === 'matched' ? match.rule : null,
          team: null,
          suggestions: (match ? [] : (suggestions.get(id) ?? [])).flatMap(
            ({ organizationId, reason }) => {
              // One that was found gone when a user decided stays suggested until the next sync.
              const found = known.get(organizationId);
              if (!found || !viewer.mayOrganization(organizationId)) return [];
              const { name: organizationName, facts } = found;
              const before = rejected.get(id)?.includes(organizationId) ?? false;
              const namesake = named.has(organizationId);
              return [
                { organizationId, organizationName, facts, reason, namesake, rejected: before },
              ];
            },
          ),
          version: versionOf(match),
        };
      });
  },
  ({ userId }) => String(userId),
);
