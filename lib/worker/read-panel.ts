import { readViewer } from '@/lib/access/viewer';
import { readLost, readTeamMark } from '@/lib/decisions/team-mark';
import { undoOfConfiguration } from '@/lib/decisions/undo/of-configuration';
import { versionOf } from '@/lib/decisions/version';
import type { Configuration } from '@/lib/model/configuration';
import { deviceKey, deviceLabel, type AccessPoint } from '@/lib/model/device';
import type { OrganizationId } from '@/lib/model/ids';
import type { LockedBy } from '@/lib/model/integration-status';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Problem } from '@/lib/model/problem';
import type { NamedNeighbor } from '@/lib/model/radio';
import { readSettings } from '@/lib/store/meta';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';
import type { PanelView } from '@/lib/views/panel';
import { readConnections } from './connections';
import { readPorts } from './ports';
import { readStatus } from './status';

/** What the panel on a configuration page shows: what can be asked for at the same time is, as a person waits. */
export async function readPanel(
  from: Reader,
  page: ConfigurationPage,
  {
    locked,
    problem,
    now,
  }: {
    readonly locked: LockedBy;
    readonly problem: Problem | null;
    /** Milliseconds since 1970. */
    readonly now: number;
  },
): Promise<PanelView> {
  const id = page.configurationId;
  const [status, viewer, isIgnored, configuration, match] = await Promise.all([
    readStatus(from, locked),
    readViewer(from),
    stored.ignoredConfigurations.has(from, id),
    stored.configurations.get(from, id),
    stored.deviceMatches.ofConfiguration.first(from, id),
  ]);
  if (status.state === 'not-connected') return { kind: 'none' };
  const mayMatch = viewer.mayOrganization(page.organizationId);
  const undo = mayMatch
    ? ((await undoOfConfiguration(from, viewer, page, now))?.undo ?? null)
    : null;
  if (configuration?.organizationId !== page.organizationId)
    return {
      kind: 'unmatched',
      title: null,
      why: await whyUnknown(from, page),
      page,
      mayMatch,
      undo,
      expected: false,
      team: null,
      ignored: isIgnored,
      connections: [],
      status,
    };
  const [connections, device] = await Promise.all([
    readConnections(from, configuration),
    match && stored.devices.get(from, match.deviceKey),
  ]);
  if (match?.state !== 'matched' || !device) {
    const [why, expected, team] = await Promise.all([
      whyUnmatched(from, configuration.organizationId),
      isExpected(from, configuration),
      readLost(from, id),
    ]);
    const title = configuration.name;
    const ignored = isIgnored;
    return {
      kind: 'unmatched',
      title,
      why,
      page,
      mayMatch,
      undo,
      expected,
      team,
      ignored,
      connections,
      status,
    };
  }
  const [network, team, neighbors, ports, readAt] = await Promise.all([
    stored.networks.get(from, device.networkId),
    readTeamMark(from, `d:${device.key}`, id),
    device.kind === 'access-point' ? namesOf(from, device.neighbors) : [],
    device.kind === 'switch' ? readPorts(from, device, match.organizationId) : null,
    stored.deviceReadAt(from, device),
  ]);
  return {
    kind: 'device',
    device,
    configuration,
    networkName: network?.name ?? '',
    rule: match.rule,
    version: versionOf(match),
    team,
    connections,
    neighbors,
    ports,
    mayMatch,
    undo,
    readAt,
    status,
    problem,
  };
}

/** Whether an organization has networks. */
export const hasNetworks = (from: Reader, id: OrganizationId): Promise<boolean> =>
  stored.networkMatches.ofOrganization.any(from, id);

/** Neighbors by their names; one that is not known by its id. */
async function namesOf(
  from: Reader,
  neighbors: AccessPoint['neighbors'],
): Promise<NamedNeighbor[]> {
  const keys = neighbors.map(({ id }) => deviceKey('access-point', id));
  const known = await stored.devices.getMany(from, keys);
  const names = new Map(known.map((device) => [device.id, deviceLabel(device)]));
  return neighbors.map(({ id, signals }) => ({ name: names.get(id) ?? id, signals }));
}

/** Whether it is of a type that is chosen for a kind of device. */
async function isExpected(from: Reader, { typeId }: Configuration): Promise<boolean> {
  const { configurationTypes } = await readSettings(from);
  return Object.values(configurationTypes).some((chosen) => chosen !== null && chosen === typeId);
}

async function whyUnmatched(from: Reader, id: OrganizationId) {
  return (await hasNetworks(from, id)) ? 'device-unmatched' : 'organization-unmatched';
}

async function whyUnknown(from: Reader, { organizationId: id }: ConfigurationPage) {
  if ((await stored.networks.count(from)) === 0) return 'never-synced';
  return (await hasNetworks(from, id)) ? 'configuration-unknown' : 'organization-unmatched';
}
