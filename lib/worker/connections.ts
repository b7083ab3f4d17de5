import { locate, type Place } from '@/lib/connections/locate';
import { nextSource, sourceKeyOf } from '@/lib/connections/next-source';
import type { Configuration } from '@/lib/model/configuration';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { SourceKey } from '@/lib/model/sighting';
import { write } from '@/lib/store/open';
import type { Database, StoredDevice } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type { Clients } from '@/lib/sync/api-clients';
import { readSource } from '@/lib/sync/read-source';
import type { ConnectionView, DeviceLink, PlaceView } from '@/lib/views/connections';

/** So many requests are spent on where one configuration is connected. */
const maxAsked = 2;
/** So many places of one MAC are shown; a MAC on forty ports is nowhere in particular. */
const maxPlaces = 6;

/** Where the MACs of a configuration were last seen, by the store; those seen nowhere are left out. */
export async function readConnections(
  from: Reader,
  { organizationId, macs }: Pick<Configuration, 'organizationId' | 'macs'>,
): Promise<readonly ConnectionView[]> {
  const sightings = await stored.sightings.ofMac.allOf(from, macs);
  if (sightings.length === 0) return [];
  const networks = await stored.networkMatches.ofOrganization.keys(from, organizationId);
  const devices = await stored.devices.ofNetwork.allOf(from, networks);
  const own = sightings.filter(({ networkId }) => networks.includes(networkId));
  const distinct = [...new Map(own.map((each) => [each.source, each])).values()];
  const known = new Set(devices.flatMap(({ mac }) => mac ?? []));
  const found = macs.map((mac) => ({ mac, places: locate(mac, distinct, known) }));
  return Promise.all(
    found
      .filter(({ places }) => places.length > 0)
      .map(async ({ mac, places }) => ({
        mac,
        places: await Promise.all(
          places.slice(0, maxPlaces).map((place) => viewOf(from, place, devices, organizationId)),
        ),
      })),
  );
}

/**
 * Asks where the configuration's MACs are: the last known switch or network, what that leads to, or what was not read
 * for longest; at most two requests.
 */
export async function askConnections(
  store: Database,
  { datto }: Pick<Clients, 'datto'>,
  { organizationId, macs }: Pick<Configuration, 'organizationId' | 'macs'>,
  now: () => number,
): Promise<void> {
  if (macs.length === 0) return;
  const { networks, devices, configurations } = await siteOf(store, organizationId);
  const documented = new Set([...configurations.flatMap((each) => each.macs), ...macs]);
  const done = new Set<SourceKey>();
  for (let count = 0; count < maxAsked; count += 1) {
    const sightings = await stored.sightings.ofNetwork.allOf(store, networks);
    const source = nextSource(macs, { devices, sightings }, done);
    if (source === null) return;
    done.add(sourceKeyOf(source));
    const isDocumented = (mac: Mac) => documented.has(mac);
    const readAt = new Date(now()).toISOString();
    const { sightings: row } = await readSource(datto, source, isDocumented, readAt);
    await write(store, async (transaction) => {
      // Disconnected meanwhile: nothing comes back to life.
      if (await stored.networks.has(transaction, source.networkId))
        await stored.sightings.put(transaction, row);
    });
  }
}

/** The networks of an organization with what is in them, and what is documented there. */
export async function siteOf(from: Reader, organization: OrganizationId) {
  const [networks, configurations] = await Promise.all([
    stored.networkMatches.ofOrganization.keys(from, organization),
    stored.configurations.ofOrganization.all(from, organization),
  ]);
  const devices = await stored.devices.ofNetwork.allOf(from, networks);
  return { networks, devices, configurations };
}

async function viewOf(
  from: Reader,
  place: Place,
  devices: readonly StoredDevice[],
  organization: OrganizationId,
): Promise<PlaceView> {
  const { seenAt } = place;
  if (place.kind === 'port') {
    const device = devices.find(({ key }) => key === place.deviceKey);
    const link = await linkOf(from, device, place.deviceKey);
    return { kind: 'port', device: link, port: place.port, way: place.way, seenAt };
  }
  const { accessPoint, ssid } = place.client;
  const point = devices.find(({ mac }) => mac !== null && mac === accessPoint);
  return {
    kind: 'wireless',
    device: point ? await linkOf(from, point, point.key) : null,
    ssid: ssid === null ? null : await ssidNameOf(from, organization, place.networkId, ssid),
    seenAt,
  };
}

export async function linkOf(
  from: Reader,
  device: StoredDevice | undefined,
  key: DeviceKey,
): Promise<DeviceLink> {
  const match = await stored.deviceMatches.get(from, key);
  return {
    name: device ? deviceLabel(device) : key,
    path:
      match?.state === 'matched'
        ? `/${match.organizationId}/configurations/${match.configurationId}`
        : null,
  };
}

/** The name of an SSID is known where its record is kept current. */
export async function ssidNameOf(
  from: Reader,
  organizationId: OrganizationId,
  networkId: NetworkId,
  number: number,
) {
  const slot = await stored.documentedSsids.get(from, `${organizationId}/${networkId}/${number}`);
  return { name: slot?.ssidName ?? null, number };
}
