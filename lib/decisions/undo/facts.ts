import type { Configuration } from '@/lib/model/configuration';
import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, NetworkId, OrganizationId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import type { LegitimateSharing } from '@/lib/model/shared-mac';
import type { IgnoredConfiguration, UndoStep } from '@/lib/model/undo';
import type { StoredDevice, StoredNetwork } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';

/** What stands now of everything that an action was about. */
export interface Facts {
  readonly networks: ReadonlyMap<NetworkId, StoredNetwork>;
  readonly networkMatches: ReadonlyMap<NetworkId, NetworkMatch>;
  readonly organizations: ReadonlySet<OrganizationId>;
  readonly devices: ReadonlyMap<DeviceKey, StoredDevice>;
  readonly deviceMatches: ReadonlyMap<DeviceKey, DeviceMatch>;
  readonly configurations: ReadonlyMap<ConfigurationId, Configuration>;
  readonly rejected: ReadonlyMap<DeviceKey, readonly ConfigurationId[]>;
  readonly ignored: ReadonlyMap<ConfigurationId, IgnoredConfiguration>;
  readonly sharings: readonly LegitimateSharing[];
}

/** Reads it in a number of requests that does not grow with the rows. */
export async function readFacts(from: Reader, step: UndoStep): Promise<Facts> {
  const { networks, devices, sharings, configurations } = step;
  const before = devices.flatMap(({ before }) => configurationOf(before));
  const after = devices.flatMap(({ after }) => configurationOf(after));
  const alone = configurations.map(({ configurationId }) => configurationId);
  const ofSharings = sharings.flatMap(({ configurationIds }) => configurationIds);
  const keys = devices.map(({ deviceKey }) => deviceKey);
  const deviceMatches = await stored.deviceMatches.about(from, keys, [...before, ...alone]);
  const known = await stored.devices.getMany(from, [
    ...new Set([...keys, ...deviceMatches.map(({ deviceKey }) => deviceKey)]),
  ]);
  const networkIds = new Set([
    ...networks.map(({ networkId }) => networkId),
    ...known.map(({ networkId }) => networkId),
  ]);
  const [ofNetworks, networkMatches, organizations, rows, ignored] = await Promise.all([
    stored.networks.getMany(from, [...networkIds]),
    stored.networkMatches.getMany(from, [...networkIds]),
    stored.organizations.getMany(
      from,
      networks.flatMap(({ before }) => stored.matchedOrganization(before) ?? []),
    ),
    stored.configurations.getMany(from, [
      ...new Set([...before, ...after, ...alone, ...ofSharings]),
    ]),
    stored.ignoredConfigurations.getMany(from, alone),
  ]);
  return {
    networks: new Map(ofNetworks.map((row) => [row.id, row])),
    networkMatches: new Map(networkMatches.map((row) => [row.networkId, row])),
    organizations: new Set(organizations.map(({ id }) => id)),
    devices: new Map(known.map((row) => [row.key, row])),
    deviceMatches: new Map(deviceMatches.map((row) => [row.deviceKey, row])),
    configurations: new Map(rows.map((row) => [row.id, row])),
    rejected:
      step.action === 'reject' ? await stored.rejectedConfigurations.byKey(from) : new Map(),
    ignored: new Map(ignored.map((row) => [row.configurationId, row])),
    sharings: sharings.length > 0 ? await stored.legitimateSharings.all(from) : [],
  };
}

/** The configuration that a match names. */
export const configurationOf = (match: DeviceMatch | null): ConfigurationId[] =>
  match?.state === 'matched' ? [match.configurationId] : [];
