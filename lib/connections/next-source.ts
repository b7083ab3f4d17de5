import type { Device, DeviceKey } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import { clientsSource, type Sightings, type SourceKey } from '@/lib/model/sighting';
import { isCertain, locate, type Place } from './locate';

/** What can be asked where a MAC is. */
export type Source =
  | { readonly kind: 'ports'; readonly networkId: NetworkId; readonly deviceKey: DeviceKey }
  | { readonly kind: 'clients'; readonly networkId: NetworkId };

export const sourceKeyOf = (source: Source): SourceKey =>
  source.kind === 'ports' ? source.deviceKey : clientsSource(source.networkId);

/**
 * What networks have that tells where MACs are: each switch that ever checked in, the ones with most ports in use
 * first, and a list of clients where there is an access point.
 */
export function sourcesOf(devices: readonly Device[]): readonly Source[] {
  const switches = devices.flatMap((device) =>
    device.kind === 'switch' && device.lastCheckin !== null ? [device] : [],
  );
  const wireless = devices.flatMap(({ kind, networkId }) =>
    kind === 'access-point' ? [networkId] : [],
  );
  return [
    ...switches
      .sort((one, other) => (other.activePorts ?? 0) - (one.activePorts ?? 0))
      .map(({ key, networkId }): Source => ({ kind: 'ports', networkId, deviceKey: key })),
    ...[...new Set(wireless)].map((networkId): Source => ({ kind: 'clients', networkId })),
  ];
}

/** The sources in the order in which they were read, those that never were first. */
export function byAge(
  sources: readonly Source[],
  sightings: readonly Sightings[],
): readonly Source[] {
  const readAt = new Map(sightings.map((each) => [each.source, each.readAt]));
  const age = (source: Source) => readAt.get(sourceKeyOf(source)) ?? '';
  return [...sources].sort((one, other) =>
    age(one) < age(other) ? -1 : age(one) > age(other) ? 1 : 0,
  );
}

/**
 * What to ask next where these MACs are: where they were last seen, then what that leads to, then what
 * has not been read for longest.
 * @param asked what was asked already
 * @returns `null` where each is found, or nothing is left to ask
 */
export function nextSource(
  macs: readonly Mac[],
  {
    devices,
    sightings,
  }: { readonly devices: readonly Device[]; readonly sightings: readonly Sightings[] },
  asked: ReadonlySet<SourceKey>,
): Source | null {
  const known = new Set(devices.flatMap(({ mac }) => mac ?? []));
  const found = macs.map((mac) => locate(mac, sightings, known));
  const isFresh = (places: readonly Place[]) =>
    isCertain(places) && places.every(({ source }) => asked.has(source));
  // One interface in use answers the question where a device is.
  if (found.some(isFresh)) return null;
  const own = new Set<SourceKey>(
    devices.flatMap(({ mac, key }) => (mac !== null && macs.includes(mac) ? [key] : [])),
  );
  // The network's own device is no client, nor on its own ports.
  const sources = sourcesOf(devices).filter(
    (source) => own.size === 0 || (source.kind === 'ports' && !own.has(source.deviceKey)),
  );
  const bySwitchMac = new Map(
    devices.flatMap((device) =>
      device.kind === 'switch' && device.mac !== null ? [[device.mac, device.key]] : [],
    ),
  );
  const seen = found.flat();
  const leads = seen.flatMap((place) =>
    place.kind === 'port' && place.way !== 'uplink'
      ? place.port.macs.flatMap((mac) => bySwitchMac.get(mac) ?? [])
      : [],
  );
  // A MAC behind another switch is not to be found by asking again the one that leads there.
  const certain = found.flatMap((places) => (isCertain(places) ? places : []));
  const wanted: readonly SourceKey[] = [
    ...certain.map(({ source }) => source),
    ...leads,
    ...seen.map(({ source }) => source),
    ...byAge(sources, sightings).map(sourceKeyOf),
  ];
  const byKey = new Map(sources.map((source) => [sourceKeyOf(source), source]));
  const next = wanted.find((key) => !asked.has(key) && byKey.has(key));
  return (next && byKey.get(next)) ?? null;
}
