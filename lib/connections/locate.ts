import type { DeviceKey } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { NetworkClient, Sightings, SourceKey } from '@/lib/model/sighting';
import type { SwitchPort } from '@/lib/model/switch-port';

/** How a MAC comes to be on a port. */
export type Way =
  /** It is plugged in there. */
  | 'direct'
  /** The port leads to another device of the network, and the MAC is somewhere behind it. */
  | 'behind'
  /** A link aggregate: the MAC's own, or another switch's. */
  | 'aggregate'
  | 'uplink';

/** Where a MAC was seen. */
export type Place =
  | {
      readonly kind: 'port';
      readonly source: SourceKey;
      readonly networkId: NetworkId;
      readonly deviceKey: DeviceKey;
      readonly port: SwitchPort;
      readonly way: Way;
      /** ISO 8601. */
      readonly seenAt: string;
    }
  | {
      readonly kind: 'wireless';
      readonly source: SourceKey;
      readonly networkId: NetworkId;
      readonly client: NetworkClient;
      /** ISO 8601. */
      readonly seenAt: string;
    };

/** Sightings of two switches this close in time say nothing about which of them is the later one, milliseconds. */
const sameTime = 10 * 60_000;

/**
 * Where a documented MAC is, by what was last read. One place where that can be told: the port that
 * is no uplink, aggregate or way to another device, or the access point, whichever saw it last. Else every
 * place that may be it.
 * @param devices MACs of the network's own devices, which tell the ports between them
 */
export function locate(
  mac: Mac,
  sightings: readonly Sightings[],
  devices: ReadonlySet<Mac>,
): readonly Place[] {
  const all = sightings.flatMap((each) => placesIn(mac, each, devices)).sort(byTimeAndName);
  const direct = latest(all.filter((place) => place.kind === 'wireless' || place.way === 'direct'));
  if (direct.length > 0) return direct;
  const of = (way: Way) => all.filter((place) => place.kind === 'port' && place.way === way);
  const possible = [...of('aggregate'), ...of('behind')];
  return possible.length > 0 ? possible.sort(byTimeAndName) : of('uplink');
}

/** Whether this is where it is, and no mere direction. */
export const isCertain = (places: readonly Place[]): boolean =>
  places.length === 1 && (places[0]?.kind === 'wireless' || places[0]?.way === 'direct');

function placesIn(mac: Mac, sightings: Sightings, devices: ReadonlySet<Mac>): Place[] {
  const { source, networkId, readAt } = sightings;
  if (sightings.kind === 'clients')
    return sightings.clients
      .filter((client) => client.mac === mac)
      .map((client) => ({
        kind: 'wireless',
        source,
        networkId,
        client,
        // A device's clock may be ahead of ours.
        seenAt: client.lastSeen !== null && client.lastSeen < readAt ? client.lastSeen : readAt,
      }));
  return sightings.ports
    .filter(({ macs }) => macs.includes(mac))
    .map((port) => ({
      kind: 'port',
      source,
      networkId,
      deviceKey: sightings.deviceKey,
      port,
      way: wayOf(mac, port, devices),
      seenAt: readAt,
    }));
}

function wayOf(mac: Mac, port: SwitchPort, devices: ReadonlySet<Mac>): Way {
  if (port.uplink) return 'uplink';
  if (isAggregate(port)) return 'aggregate';
  return port.macs.some((other) => other !== mac && devices.has(other)) ? 'behind' : 'direct';
}

/** Whether this is a link aggregate, of several ports. */
export const isAggregate = ({ id }: Pick<SwitchPort, 'id'>): boolean => !/^\d+$/.test(id);

/** Those that saw it last; an earlier one saw it before it was moved. */
function latest(places: readonly Place[]): readonly Place[] {
  const newest = Date.parse(places[0]?.seenAt ?? '');
  return places.filter(({ seenAt }) => newest - Date.parse(seenAt) <= sameTime);
}

function byTimeAndName(one: Place, other: Place): number {
  return other.seenAt.localeCompare(one.seenAt) || nameOf(one).localeCompare(nameOf(other));
}

const nameOf = (place: Place) =>
  place.kind === 'port'
    ? `${place.source} ${place.port.id}`
    : `${place.source} ${place.client.accessPoint} ${place.client.ssid}`;
