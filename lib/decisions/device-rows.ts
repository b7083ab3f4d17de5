import type { Viewer } from '@/lib/access/access';
import { macClaims } from '@/lib/matching/mac-claims';
import { openSuggestions } from '@/lib/matching/open-suggestions';
import { deviceLabel } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import { formatMac } from '@/lib/model/mac';
import { byMac } from '@/lib/model/match';
import { portalHost } from '@/lib/model/portal';
import type { Connection } from '@/lib/model/settings';
import { kept } from '@/lib/store/kept';
import type { StoredDevice, StoreName } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { DeviceRow } from '@/lib/views/matching';
import { configurationUrl } from './configuration-url';
import { mustDecide } from './create/drafts';
import {
  matchedOrganizations,
  readOrganizations,
  type StoredOrganization,
} from './organization-state';
import { versionOf } from './version';

const tables: readonly StoreName[] = [
  'networks',
  'devices',
  'organizations',
  'configurations',
  'networkMatches',
  'deviceMatches',
  'deviceSuggestions',
  'rejectedConfigurations',
  'ignoredConfigurations',
  // By them is told what the person may see.
  'users',
];

/**
 * The devices of an organization, or of all that the person may see (`null`), but for what is new and
 * who of the company decided them; in no order.
 */
export const deviceRows = kept(
  tables,
  async (
    store,
    viewer: Viewer,
    whose: OrganizationId | null,
    connection: Connection | null,
  ): Promise<readonly DeviceRow[]> => {
    const ids = whose === null ? await matchedOrganizations(store, viewer) : [whose];
    const [organizations, states] = await Promise.all([
      stored.organizations.getMany(store, ids),
      readOrganizations(store, ids),
    ]);
    const networks = await stored.networks.getMany(
      store,
      [...states.values()].flatMap((state) => state.networks.map(({ networkId }) => networkId)),
    );
    const networkNames = new Map(networks.map(({ id, name }) => [id, name]));
    return organizations.flatMap(({ id, name }) => {
      const state = states.get(id);
      return state ? rowsOf({ id, name }, state, networkNames, connection) : [];
    });
  },
  ({ userId }, whose, connection) => [userId, whose, connection && portalHost(connection)].join(),
);

function rowsOf(
  organization: DeviceRow['organization'],
  state: StoredOrganization,
  networkNames: ReadonlyMap<NetworkId, string>,
  connection: Connection | null,
): DeviceRow[] {
  const configurations = new Map(state.configurations.map((each) => [each.id, each]));
  const matches = new Map(state.deviceMatches.map((match) => [match.deviceKey, match]));
  const suggestions = openSuggestions(state);
  const otherClaim = macClaims(state.configurations, state.devices);
  const urlOf = (organizationId: OrganizationId, id: ConfigurationId) =>
    connection ? configurationUrl(connection, organizationId, id) : '';
  const row = (device: StoredDevice): DeviceRow => {
    const match = matches.get(device.key);
    const matched = match?.state === 'matched' ? match : null;
    const open = suggestions.get(device.key);
    return {
      key: device.key,
      kind: device.kind,
      name: deviceLabel(device),
      mac: device.mac,
      ip: device.ip,
      model: device.model,
      status: device.status,
      networkId: device.networkId,
      networkName: networkNames.get(device.networkId) ?? device.networkId,
      organization,
      state: match?.state ?? 'unmatched',
      configuration: matched && {
        id: matched.configurationId,
        name: configurations.get(matched.configurationId)?.name ?? matched.configurationId,
        url: urlOf(matched.organizationId, matched.configurationId),
      },
      rule: matched?.rule ?? null,
      team: null,
      suggestions: (open ?? []).flatMap(({ configurationId, rule, replaces, rejected }) => {
        const found = configurations.get(configurationId);
        if (!found) return [];
        const { name, macAddress, primaryIp, archived } = found;
        const mac = macAddress ?? (found.macs[0] ? formatMac(found.macs[0]) : null);
        return [
          {
            configurationId,
            rule,
            url: urlOf(organization.id, configurationId),
            ...(replaces && { replaces }),
            claimedBy: byMac(rule)
              ? otherClaim(device.mac, { configurationId, deviceKey: device.key })
              : null,
            rejected,
            name,
            macAddress: mac,
            primaryIp,
            archived,
          },
        ];
      }),
      isNew: false,
      creation: match ? null : mustDecide(open) ? 'suggestion-undecided' : 'possible',
      version: versionOf(match),
    };
  };
  return state.devices.map(row);
}
