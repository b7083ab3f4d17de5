import type { Viewer } from '@/lib/access/access';
import { formatMac } from '@/lib/model/mac';
import { byMac } from '@/lib/model/match';
import { forEachKind, type DeviceKind } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import { devicesLists } from '@/lib/model/undo';
import { readMeta } from '@/lib/store/meta';
import type { Database, StoredDevice } from '@/lib/store/schema';
import { deviceLabel } from '@/lib/model/device';
import type { DeviceRow, DevicesView, NetworkRow, NetworksView } from '@/lib/views/matching';
import { configurationUrl } from './configuration-url';
import { countFindings } from './findings';
import { readBatch } from './create/view';
import { mustDecide } from './create/drafts';
import { macClaims } from '@/lib/matching/mac-claims';
import { openSuggestions } from '@/lib/matching/open-suggestions';
import { ProblemError } from '@/lib/model/problem-error';
import { readOrganization } from './organization-state';
import { organizationHit } from './search';
import { readTeamMarks } from './team-mark';
import { readUndo } from './undo/view';
import { versionOf } from './version';
import * as stored from '@/lib/store/stored';

/** The networks that the person may see, with a fixed number of reads. @param now milliseconds since 1970 */
export async function networksView(
  store: Database,
  viewer: Viewer,
  now: number,
): Promise<NetworksView> {
  const { access } = viewer;
  if (access === 'panels' || access === 'no-user')
    return { access, rows: [], organizations: [], openFindings: 0, undo: null };
  const [
    networks,
    devices,
    organizations,
    matches,
    suggested,
    deviceMatches,
    rejected,
    openFindings,
    undo,
    markOf,
  ] = await Promise.all([
    stored.networks.all(store),
    stored.devices.all(store),
    stored.organizations.all(store),
    stored.networkMatches.all(store),
    stored.networkSuggestions.all(store),
    stored.deviceMatches.all(store),
    stored.rejectedOrganizations.byKey(store),
    countFindings(store, viewer),
    readUndo(store, viewer, ['networks'], now),
    readTeamMarks(store, 'n'),
  ]);
  const known = new Map(organizations.map((each) => [each.id, organizationHit(each)]));
  const decisions = new Map(matches.map((match) => [match.networkId, match]));
  const suggestions = new Map(suggested.map((each) => [each.networkId, each.suggestions]));
  const decidedDevices = new Set(deviceMatches.map(({ deviceKey }) => deviceKey));
  const counts = new Map<NetworkId, { devices: Record<DeviceKind, number>; unmatched: number }>();
  for (const { key, kind, networkId } of devices) {
    const count = counts.get(networkId) ?? { devices: forEachKind(0), unmatched: 0 };
    count.devices[kind] += 1;
    if (!decidedDevices.has(key)) count.unmatched += 1;
    counts.set(networkId, count);
  }

  const rows = networks
    .filter(({ id }) => viewer.mayNetwork(decisions.get(id)))
    .map(({ id, name, withoutDevices }): NetworkRow => {
      const match = decisions.get(id);
      const count = counts.get(id) ?? { devices: forEachKind(0), unmatched: 0 };
      const organization = stored.matchedOrganization(match);
      return {
        id,
        name,
        state: match?.state ?? 'unmatched',
        devices: count.devices,
        // The devices of an ignored network are not to be decided.
        unmatchedDevices: match?.state === 'ignored' ? 0 : count.unmatched,
        withoutDevices,
        organization: organization && {
          id: organization,
          name: known.get(organization)?.name ?? organization,
        },
        rule: match?.state === 'matched' ? match.rule : null,
        team: markOf(`n:${id}`, match?.state === 'ignored' ? 'ignored' : (organization ?? 'none')),
        suggestions: (match ? [] : (suggestions.get(id) ?? [])).flatMap(
          ({ organizationId, reason }) => {
            // One that was found gone when a user decided stays suggested until the next sync.
            const organization = known.get(organizationId);
            if (!organization || !viewer.mayOrganization(organizationId)) return [];
            const { name: organizationName, facts } = organization;
            const before = rejected.get(id)?.includes(organizationId) ?? false;
            return [{ organizationId, organizationName, facts, reason, rejected: before }];
          },
        ),
        version: versionOf(match),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));

  const matched = new Map<OrganizationId, { name: string; unmatchedDevices: number }>();
  for (const { organization, unmatchedDevices } of rows)
    if (organization)
      matched.set(organization.id, {
        name: organization.name,
        unmatchedDevices: (matched.get(organization.id)?.unmatchedDevices ?? 0) + unmatchedDevices,
      });
  return {
    access,
    rows,
    organizations: [...matched]
      .map(([id, each]) => ({ id, ...each }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    openFindings,
    undo,
  };
}

/** The organization's devices. @param now milliseconds since 1970 @throws ProblemError `not-permitted` where it is another's */
export async function devicesView(
  store: Database,
  viewer: Viewer,
  id: OrganizationId,
  now: number,
): Promise<DevicesView> {
  const { access } = viewer;
  if (access === 'panels' || access === 'no-user')
    return {
      access,
      organization: { id, name: '' },
      networks: [],
      rows: [],
      ignored: [],
      creation: null,
      archiving: null,
      undo: null,
    };
  if (!viewer.mayOrganization(id)) throw new ProblemError({ kind: 'not-permitted' });
  const [organization, state, connection, batch, undo, markOf] = await Promise.all([
    stored.organizations.get(store, id),
    readOrganization(store, id),
    readMeta(store, 'connection'),
    readBatch(store, id),
    readUndo(store, viewer, devicesLists(id), now),
    readTeamMarks(store, 'd'),
  ]);
  if (!organization) throw new ProblemError({ kind: 'not-found' });
  const networkIds = state.networks.map(({ networkId }) => networkId);
  const networks = (await stored.networks.getMany(store, networkIds))
    .map((network) => ({ id: network.id, name: network.name }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const networkNames = new Map(networks.map((network) => [network.id, network.name]));
  const configurations = new Map(state.configurations.map((each) => [each.id, each]));
  const matches = new Map(state.deviceMatches.map((match) => [match.deviceKey, match]));
  const suggestions = openSuggestions(state);
  const otherClaim = macClaims(state.configurations, state.devices);

  const urlOf = (organizationId: OrganizationId, configuration: ConfigurationId) =>
    connection ? configurationUrl(connection, organizationId, configuration) : '';

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
      state: match?.state ?? 'unmatched',
      configuration: matched && {
        id: matched.configurationId,
        name: configurations.get(matched.configurationId)?.name ?? matched.configurationId,
        url: urlOf(matched.organizationId, matched.configurationId),
      },
      rule: matched?.rule ?? null,
      team: markOf(
        `d:${device.key}`,
        match?.state === 'ignored' ? 'ignored' : (matched?.configurationId ?? 'none'),
      ),
      suggestions: (open ?? []).flatMap(({ configurationId, rule, replaces, rejected }) => {
        const found = configurations.get(configurationId);
        if (!found) return [];
        const { name, macAddress, primaryIp, archived } = found;
        const mac = macAddress ?? (found.macs[0] ? formatMac(found.macs[0]) : null);
        return [
          {
            configurationId,
            rule,
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
      creation: match ? null : mustDecide(open) ? 'suggestion-undecided' : 'possible',
      version: versionOf(match),
    };
  };
  return {
    access,
    organization: { id, name: organization.name },
    networks,
    rows: state.devices
      .map(row)
      .sort((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1)),
    ignored: state.configurations
      .filter((configuration) => state.ignored.has(configuration.id))
      .map(({ id: ignored, name }) => ({ id: ignored, name, url: urlOf(id, ignored) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    ...batch,
    undo,
  };
}
