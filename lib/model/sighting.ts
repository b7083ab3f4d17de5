import { deviceKey, type DeviceKey } from './device';
import type { NetworkId } from './ids';
import type { Mac } from './mac';
import type { SwitchPort } from './switch-port';

/** A client of a network, as its list of the last day has it. */
export interface NetworkClient {
  readonly mac: Mac;
  /** The access point it was last seen on. */
  readonly accessPoint: Mac | null;
  /** The number of the SSID it is on; `null` where the list does not tell. */
  readonly ssid: number | null;
  /** ISO 8601; `null` where the list does not tell. */
  readonly lastSeen: string | null;
}

/** What tells where MACs are: a switch, or a network's list of clients. */
export type SourceKey = DeviceKey | `clients:${NetworkId}`;

/** What one source told when it was last read. */
export type Sightings = {
  readonly source: SourceKey;
  readonly networkId: NetworkId;
  /** When it was read, ISO 8601. */
  readonly readAt: string;
  /** Every MAC in it, for the index. */
  readonly macs: readonly Mac[];
} & (
  | { readonly kind: 'ports'; readonly deviceKey: DeviceKey; readonly ports: readonly SwitchPort[] }
  | { readonly kind: 'clients'; readonly clients: readonly NetworkClient[] }
);

/** What a switch tells of its ports. */
export function portSightings(
  id: string,
  networkId: NetworkId,
  ports: readonly SwitchPort[],
  readAt: string,
): Extract<Sightings, { kind: 'ports' }> {
  const key = deviceKey('switch', id);
  return {
    kind: 'ports',
    source: key,
    deviceKey: key,
    networkId,
    readAt,
    macs: [...new Set(ports.flatMap(({ macs }) => macs))],
    ports,
  };
}

/** The name under which a network's list of clients is kept. */
export const clientsSource = (networkId: NetworkId): SourceKey => `clients:${networkId}`;

/**
 * What a network's list of clients tells of the documented ones. The others, guests' phones among
 * them, are not kept.
 */
export function clientSightings(
  networkId: NetworkId,
  clients: readonly NetworkClient[],
  isDocumented: (mac: Mac) => boolean,
  readAt: string,
): Extract<Sightings, { kind: 'clients' }> {
  const kept = clients.filter(({ mac }) => isDocumented(mac));
  return {
    kind: 'clients',
    source: clientsSource(networkId),
    networkId,
    readAt,
    macs: [...new Set(kept.map(({ mac }) => mac))],
    clients: kept,
  };
}
