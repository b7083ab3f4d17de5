import type { Viewer } from '@/lib/access/access';
import { formatMac } from '@/lib/model/mac';
import { byMac } from '@/lib/model/match';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { devicesLists } from '@/lib/model/undo';
import { readMeta } from '@/lib/store/meta';
import type { Database, StoredDevice } from '@/lib/store/schema';
import { deviceLabel } from '@/lib/model/device';
import type { DeviceRow, DevicesView } from '@/lib/views/matching';
import { configurationUrl } from './configuration-url';
import { readBatch } from './create/view';
import { mustDecide } from './create/drafts';
import { macClaims } from '@/lib/matching/mac-claims';
import { readNew } from './new-rows';
import { openSuggestions } from '@/lib/matching/open-suggestions';
import { ProblemError } from '@/lib/model/problem-error';
import { readOrganization } from './organization-state';
import { readTeamMarks } from './team-mark';
import { readUndo } from './undo/view';
import { versionOf } from './version';
import * as stored from '@/lib/store/stored';

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
  const [organization, state, connection, batch, undo, fresh] = await Promise.all([
    stored.organizations.get(store, id),
    readOrganization(store, id),
    readMeta(store, 'connection'),
    readBatch(store, id),
    readUndo(store, viewer, devicesLists(id), now),
    readNew(store, `devices ${id}`, now),
  ]);
  if (!organization) throw new ProblemError({ kind: 'not-found' });
  const markOf = await readTeamMarks(
    store,
    state.devices.map(({ key }) => `d:${key}`),
  );
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
            url: urlOf(id, configurationId),
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
      isNew: fresh.has(device.key),
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
